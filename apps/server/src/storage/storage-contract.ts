import { projectIdSchema, userIdSchema, type UserId } from '@concerte/api'
import { describe, expect, onTestFinished, test } from 'vitest'

import type { AccountRecord, InvitationStore, Storage } from './port.ts'

/** A storage that can be closed and opened again on the same data. `time` is what its clock says. */
export type StorageFixture = { open: () => Promise<Storage>; setTime: (iso: string) => void }

/** A storage for one test, at the beginning of 2026. */
export async function openFixture(
  createFixture: () => StorageFixture,
): Promise<StorageFixture & { storage: Storage }> {
  const fixture = createFixture()
  fixture.setTime('2026-01-01T00:00:00.000Z')
  const storage = await fixture.open()
  onTestFinished(() => storage.close())
  return { ...fixture, storage }
}

const plan = projectIdSchema.parse('plan')
const otherPlan = projectIdSchema.parse('other-plan')
const cover = { title: 'Projet académique', academy: 'Académie de Lille', period: { start: 2025, end: 2029 } }

/** What every adapter of the storage port must do. */
export function describeStorage(name: string, createFixture: () => StorageFixture): void {
  const setup = () => openFixture(createFixture)

  async function setupPlan() {
    const context = await setup()
    const { storage } = context
    const lead = await addPerson(storage, 'lead')
    await storage.projects.add({ id: plan, cover, update: bytes(1), lead })
    return { ...context, lead }
  }

  describe(`${name}: accounts`, () => {
    test('of several first accounts at once one is made', async () => {
      const { storage } = await setup()
      const people = ['a', 'b', 'c', 'd'].map((name) => account(name))
      const results = await Promise.all(people.map((person) => storage.accounts.addFirst(person)))
      expect(results.toSorted()).toEqual(['added', 'not-first', 'not-first', 'not-first'])
      expect(await storage.accounts.count()).toBe(1)
    })

    test('an account made another way closes the set-up', async () => {
      const { storage } = await setup()
      expect(await storage.accounts.add(account('a'))).toBe('added')
      expect(await storage.accounts.addFirst(account('b'))).toBe('not-first')
    })

    test('an address has one account', async () => {
      const { storage } = await setup()
      await storage.accounts.add(account('a'))
      expect(await storage.accounts.add({ ...account('b'), email: account('a').email })).toBe('email-taken')
      expect(await storage.accounts.count()).toBe(1)
    })
  })

  describe(`${name}: projects and members`, () => {
    test('a new plan has its first lead and its first update', async () => {
      const { storage, lead } = await setupPlan()
      expect(await storage.members.roleOf(plan, lead)).toBe('lead')
      expect(await storage.projects.listOf(lead)).toEqual([
        { id: plan, ...cover, updatedAt: '2026-01-01T00:00:00.000Z', phase: 'drafting', role: 'lead' },
      ])
    })

    test('a plan that exists cannot be made again, and nothing of it changes', async () => {
      const { storage } = await setupPlan()
      await expect(storage.projects.add({ id: plan, cover, update: bytes(7), lead: null })).rejects.toThrow(
        /./,
      )
      expect((await storage.log.load(plan)).updates).toEqual([bytes(1)])
    })

    test('the copy of the cover can be changed', async () => {
      const { storage } = await setupPlan()
      await storage.projects.setCover(plan, { title: 'Autre', academy: 'Autre', period: null })
      expect(await storage.projects.find(plan)).toMatchObject({ title: 'Autre', period: null })
      expect(await storage.projects.find(otherPlan)).toBeNull()
    })

    test('the last lead stays unless an administrator decides', async () => {
      const { storage, lead } = await setupPlan()
      const change = { projectId: plan, userId: lead, lastLeadMayGo: false, by: lead }
      expect(await storage.members.setRole({ ...change, role: 'editor' })).toBe('last-lead')
      expect(await storage.members.remove(change)).toBe('last-lead')
      expect(await storage.members.setRole({ ...change, role: 'lead' })).toBe('unchanged')
      expect(await storage.members.remove({ ...change, lastLeadMayGo: true })).toBe('changed')
      expect(await storage.members.remove(change)).toBe('not-found')
    })

    test('of two leads who leave at once one stays', async () => {
      const { storage, lead } = await setupPlan()
      const second = await addMember(storage, 'second', 'lead', lead)
      const results = await Promise.all(
        [lead, second].map((userId) =>
          storage.members.remove({ projectId: plan, userId, lastLeadMayGo: false, by: lead }),
        ),
      )
      expect(results.toSorted()).toEqual(['changed', 'last-lead'])
    })
  })

  describe(`${name}: invitations`, () => {
    test('of several people who use a single invitation at once one gets in', async () => {
      const { storage, lead } = await setupPlan()
      await storage.invitations.add(invitation(lead))
      const people = await Promise.all(['a', 'b', 'c'].map((name) => addPerson(storage, name)))
      const results = await Promise.all(
        people.map((userId) => storage.invitations.accept({ type: 'user', tokenHash: 'hash', userId })),
      )
      expect(results.map((result) => result.type).toSorted()).toEqual(['accepted', 'invalid', 'invalid'])
      expect(await storage.members.list(plan)).toHaveLength(2)
    })

    test('a reusable invitation lets everyone in and counts them', async () => {
      const { storage, lead } = await setupPlan()
      await storage.invitations.add({ ...invitation(lead), reusable: true })
      for (const name of ['a', 'b']) {
        const result = await storage.invitations.accept({
          type: 'account',
          tokenHash: 'hash',
          account: account(name),
        })
        expect(result.type).toBe('accepted')
      }
      expect((await storage.invitations.list(plan))[0]?.uses).toBe(2)
    })

    test('an account whose address is taken leaves the invitation unused', async () => {
      const { storage, lead } = await setupPlan()
      await storage.invitations.add(invitation(lead))
      const taken = { ...account('new'), email: account('lead').email }
      expect(
        await storage.invitations.accept({ type: 'account', tokenHash: 'hash', account: taken }),
      ).toEqual({ type: 'email-taken' })
      expect(await storage.invitations.findOpen('hash')).not.toBeNull()
    })

    test('a role rises by an invitation and never falls', async () => {
      const { storage, lead } = await setupPlan()
      const reader = await addMember(storage, 'reader', 'reader', lead)
      await storage.invitations.add({ ...invitation(lead), reusable: true })
      const accept = (userId: UserId) =>
        storage.invitations.accept({ type: 'user', tokenHash: 'hash', userId })
      expect(await accept(lead)).toMatchObject({ type: 'accepted', change: 'none' })
      expect(await accept(reader)).toMatchObject({ type: 'accepted', change: 'raised' })
      expect(await storage.members.roleOf(plan, lead)).toBe('lead')
      expect(await storage.members.roleOf(plan, reader)).toBe('editor')
      const list = await storage.invitations.list(plan)
      expect(list.find(({ id }) => id === 'invitation')?.uses).toBe(1)
    })

    test('an invitation ends when it expires or is revoked', async () => {
      const { storage, lead, setTime } = await setupPlan()
      await storage.invitations.add(invitation(lead))
      setTime('2026-01-08T00:00:00.000Z')
      expect(await storage.invitations.findOpen('hash')).toBeNull()
      const newcomer = { type: 'account', tokenHash: 'hash', account: account('a') } as const
      expect(await storage.invitations.accept(newcomer)).toEqual({ type: 'invalid' })
      setTime('2026-01-02T00:00:00.000Z')
      expect(await storage.invitations.findOpen('hash')).not.toBeNull()
      expect(await storage.invitations.revoke(otherPlan, 'invitation', lead)).toBe(false)
      expect(await storage.invitations.revoke(plan, 'invitation', lead)).toBe(true)
      expect(await storage.invitations.accept(newcomer)).toEqual({ type: 'invalid' })
    })
  })
}

export async function addPerson(storage: Storage, name: string): Promise<UserId> {
  const person = account(name)
  await storage.accounts.add(person)
  return person.id
}

export async function addMember(
  storage: Storage,
  name: string,
  role: 'lead' | 'reader',
  invitedBy: UserId,
): Promise<UserId> {
  const tokenHash = `hash of ${name}`
  await storage.invitations.add({ ...invitation(invitedBy), id: name, tokenHash, role })
  await storage.invitations.accept({ type: 'account', tokenHash, account: account(name) })
  return account(name).id
}

function account(name: string): AccountRecord {
  return {
    id: userIdSchema.parse(name),
    name,
    email: `${name}@example.fr`,
    passwordHash: 'hash',
    admin: false,
  }
}

function invitation(createdBy: UserId): Parameters<InvitationStore['add']>[0] {
  return {
    id: 'invitation',
    projectId: plan,
    tokenHash: 'hash',
    role: 'editor',
    reusable: false,
    createdBy,
    expiresAt: '2026-01-08T00:00:00.000Z',
  }
}

function bytes(n: number): Uint8Array {
  return new Uint8Array([n])
}
