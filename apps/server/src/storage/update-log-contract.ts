import { projectIdSchema } from '@concerte/api'
import { openStoredPlan, type PlanUpdate, type StoredPlan } from '@concerte/sync'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'

import { openFixture, type StorageFixture } from './storage-contract.ts'

type Claim = PlanUpdate['claims'][number]

const plan = projectIdSchema.parse('plan')
const otherPlan = projectIdSchema.parse('other-plan')
const cover = { title: 'Projet académique', academy: 'Académie de Lille', period: null }

/** What every adapter of the update log must do. */
export function describeUpdateLog(name: string, createFixture: () => StorageFixture): void {
  const setup = () => openFixture(createFixture)

  async function setupPlan() {
    const context = await setup()
    await context.storage.projects.add({ id: plan, cover, update: bytes(1), lead: null })
    return context
  }

  /** A plan whose log can be compacted: its updates are Yjs's. */
  async function setupWords(first: string) {
    const context = await setup()
    const { update } = words(plan, 0, first)
    await context.storage.projects.add({ id: plan, cover, update, lead: null })
    return context
  }

  describe(`${name}: update log`, () => {
    test('[S1] a plan of which the log holds nothing is an error, never an empty plan', async () => {
      const { storage } = await setup()
      await expect(storage.log.load('nothing')).rejects.toThrow(/./)
    })

    test('updates come back in the order in which they were appended', async () => {
      const { storage } = await setupPlan()
      await storage.log.append([2, 3, 4].map((n) => update(plan, n)))
      await Promise.all([5, 6, 7].map((n) => storage.log.append([update(plan, n)])))
      const stored = await storage.log.load(plan)
      expect(stored).toEqual({ state: null, updates: [1, 2, 3, 4, 5, 6, 7].map(bytes), owners: new Map() })
    })

    test('a batch holds the updates of several plans', async () => {
      const { storage } = await setupPlan()
      await storage.projects.add({ id: otherPlan, cover, update: bytes(9), lead: null })
      await storage.log.append([update(plan, 2), update(otherPlan, 3), update(plan, 4)])
      expect((await storage.log.load(plan)).updates).toEqual([1, 2, 4].map(bytes))
      expect((await storage.log.load(otherPlan)).updates).toEqual([9, 3].map(bytes))
    })

    test('[S2] a batch with one update that cannot be kept keeps none, and the next one is kept', async () => {
      const { storage } = await setupPlan()
      const claims = [update(plan, 2, 'lead', claimsOf('lead', 77)), update('no-such-plan', 3)]
      await expect(storage.log.append(claims)).rejects.toThrow(/./)
      expect(await storage.log.load(plan)).toEqual({ state: null, updates: [bytes(1)], owners: new Map() })
      await storage.log.append([update(plan, 4)])
      expect((await storage.log.load(plan)).updates).toEqual([1, 4].map(bytes))
    })

    test('an empty batch is no error', async () => {
      const { storage } = await setup()
      await expect(storage.log.append([])).resolves.toBeUndefined()
    })

    test('a batch of thousands is one batch, updates of any length', async () => {
      const { storage } = await setupPlan()
      const updates = Array.from({ length: 3000 }, (_, n) => new Uint8Array(n % 7).fill(n % 251))
      await storage.log.append([
        ...updates.map((update) => ({ projectId: plan, userId: null, update, claims: [] })),
        { projectId: plan, userId: null, update: new Uint8Array(1_000_000).fill(8), claims: [] },
      ])
      const stored = await storage.log.load(plan)
      expect(stored.updates.slice(1, -1)).toEqual(updates)
      expect(stored.updates.at(-1)).toEqual(new Uint8Array(1_000_000).fill(8))
    })

    test('[S3] a client id is its first author’s for good, in its own plan', async () => {
      const { storage } = await setupPlan()
      const large = Number.MAX_SAFE_INTEGER
      await storage.projects.add({ id: otherPlan, cover, update: bytes(9), lead: null })
      await storage.log.append([
        update(plan, 2, 'lead', claimsOf('lead', 77, large)),
        update(otherPlan, 3, 'other', claimsOf('other', 77)),
      ])
      await storage.log.append([update(plan, 4, 'other', claimsOf('other', 78)), update(plan, 5)])
      expect((await storage.log.load(plan)).owners).toEqual(
        new Map([
          [77, 'lead'],
          [large, 'lead'],
          [78, 'other'],
        ]),
      )
      expect((await storage.log.load(otherPlan)).owners).toEqual(new Map([[77, 'other']]))
      await expect(storage.log.append([update(plan, 6, 'other', claimsOf('other', 77))])).rejects.toThrow(/./)
      await storage.log.append([update(plan, 7, 'lead', claimsOf('lead', 77))])
      const stored = await storage.log.load(plan)
      expect(stored.updates).toEqual([1, 2, 4, 5, 7].map(bytes))
      expect(stored.owners.get(77)).toBe('lead')
    })

    test('an append waits for a transaction that is under way, and is no part of it', async () => {
      const { storage } = await setupPlan()
      const again = storage.projects.add({ id: plan, cover, update: bytes(7), lead: null })
      const failing = again.then(
        () => 'added',
        () => 'failed',
      )
      const appending = storage.log.append([update(plan, 2)])
      const adding = storage.projects.add({ id: otherPlan, cover, update: bytes(9), lead: null })
      await Promise.all([storage.log.append([update(plan, 3)]), appending, adding])
      expect(await failing).toBe('failed')
      expect((await storage.log.load(plan)).updates).toEqual([1, 2, 3].map(bytes))
    })

    test('a compacted state holds what the rows held, stands in place of them, and later ones stay', async () => {
      const { storage } = await setupWords('un')
      await storage.log.append([words(plan, 2, ' deux')])
      await storage.log.compact(plan)
      const stored = await storage.log.load(plan)
      expect(stored.state).not.toBeNull()
      expect(stored.updates).toEqual([])
      await storage.log.append([words(plan, 3, ' trois')])
      expect((await storage.log.load(plan)).updates).toHaveLength(1)
      expect(read(await storage.log.load(plan))).toEqual(['un', ' deux', ' trois'])
      await storage.log.compact(plan)
      await storage.log.compact(plan)
      const again = await storage.log.load(plan)
      expect(again.updates).toEqual([])
      expect(read(again)).toEqual(['un', ' deux', ' trois'])
    })

    test('two compactions of one plan at once, and writing meanwhile, lose nothing', async () => {
      const { storage } = await setupWords('0')
      const compactions: Promise<void>[] = []
      for (let n = 1; n <= 60; n += 1) {
        await storage.log.append([words(plan, n, String(n), claimsOf('lead', n))])
        if (n % 10 === 0) compactions.push(storage.log.compact(plan), storage.log.compact(plan))
      }
      await Promise.all(compactions)
      const stored = await storage.log.load(plan)
      expect(stored.updates.length).toBeLessThan(60)
      expect(read(stored)).toEqual(Array.from({ length: 61 }, (_, n) => String(n)))
      expect(stored.owners.size).toBe(60)
    })

    test('a compaction that fails does not stand in the way of the next', async () => {
      const { storage } = await setupWords('un')
      const failing = storage.log.compact('nothing')
      const compacting = storage.log.compact(plan)
      await expect(failing).rejects.toThrow(/./)
      await compacting
      expect((await storage.log.load(plan)).updates).toEqual([])
    })

    test('rows that cannot be applied, or not yet, are never compacted away', async () => {
      const { storage } = await setupWords('un')
      await storage.log.append([update(plan, 255)])
      await expect(storage.log.compact(plan)).rejects.toThrow(/./)
      expect(await storage.log.load(plan)).toMatchObject({ state: null, updates: [{}, bytes(255)] })

      await storage.projects.add({
        id: otherPlan,
        cover,
        update: words(otherPlan, 0, 'un').update,
        lead: null,
      })
      const doc = new Y.Doc()
      doc.getArray('words').insert(0, ['vient avant'])
      const before = Y.encodeStateVector(doc)
      doc.getArray('words').insert(1, ['vient après'])
      const early = Y.encodeStateAsUpdate(doc, before)
      await storage.log.append([{ projectId: otherPlan, userId: null, update: early, claims: [] }])
      await expect(storage.log.compact(otherPlan)).rejects.toThrow(/./)
      expect((await storage.log.load(otherPlan)).updates).toHaveLength(2)
    })

    test('lists put the plan that changed last first, compacted or not', async () => {
      const { storage, setTime } = await setupWords('un')
      await storage.projects.add({ id: otherPlan, cover, update: bytes(1), lead: null })
      setTime('2026-01-02T00:00:00.000Z')
      await storage.log.append([words(plan, 2, 'deux')])
      const before = await storage.projects.listAll()
      setTime('2026-01-03T00:00:00.000Z')
      await storage.log.compact(plan)
      expect(before.map(({ id, updatedAt }) => [id, updatedAt])).toEqual([
        [plan, '2026-01-02T00:00:00.000Z'],
        [otherPlan, '2026-01-01T00:00:00.000Z'],
      ])
      expect(await storage.projects.listAll()).toEqual(before)
    })

    test('what was appended is there after the database is opened again', async () => {
      const { storage, open } = await setupPlan()
      await storage.log.append([update(plan, 2, 'lead', claimsOf('lead', 77))])
      expect(await storage.seeding.isDone()).toBe(false)
      await storage.seeding.markDone()
      const again = await open()
      onTestFinished(() => again.close())
      const stored = await again.log.load(plan)
      expect(stored).toEqual({ state: null, updates: [1, 2].map(bytes), owners: new Map([[77, 'lead']]) })
      expect(await again.seeding.isDone()).toBe(true)
    })
  })
}

function update(
  projectId: string,
  n: number,
  userId: string | null = null,
  claims: Claim[] = [],
): PlanUpdate {
  return { projectId, userId, update: bytes(n), claims }
}

function claimsOf(userId: string, ...clientIds: number[]): Claim[] {
  return clientIds.map((clientId) => ({ clientId, userId }))
}

/** An update that adds one element to what `read` reads, with a Yjs client of its own. */
function words(projectId: string, n: number, text: string, claims: Claim[] = []) {
  const doc = new Y.Doc()
  doc.clientID = 1000 + n
  doc.getMap('words').set(String(n), text)
  return { projectId, userId: 'lead', update: Y.encodeStateAsUpdate(doc), claims }
}

function read(stored: StoredPlan): unknown[] {
  const map = openStoredPlan(stored, (error) => expect.unreachable(String(error))).doc.getMap('words')
  return Array.from(map.keys())
    .toSorted((a, b) => Number(a) - Number(b))
    .map((key) => map.get(key))
}

function bytes(n: number): Uint8Array {
  return new Uint8Array([n])
}
