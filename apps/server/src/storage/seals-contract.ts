import { projectIdSchema } from '@concerte/api'
import { actionsTemplate, emptyProject, nodeIdSchema } from '@concerte/schema'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { canonicalJson } from './canonical-json.ts'
import { addMember, openFixture, addPerson, type StorageFixture } from './storage-contract.ts'
import type { NewSealRecord } from './validation-port.ts'
import { packVersion } from './version-content.ts'

const plan = projectIdSchema.parse('plan')
const otherPlan = projectIdSchema.parse('other-plan')
const cover = { title: 'Projet académique', academy: 'Académie de Lille', period: null }
const text = 'a'.repeat(64)
const formerText = 'b'.repeat(64)

/** What every adapter must do about phases, approvals and seals. */
export function describeSeals(name: string, createFixture: () => StorageFixture): void {
  async function setupPlan() {
    const { storage, setTime } = await openFixture(createFixture)
    const lead = await addPerson(storage, 'lead')
    for (const id of [plan, otherPlan]) {
      await storage.projects.add({ id, cover, update: new Uint8Array([0, 0]), lead })
    }
    const reader = await addMember(storage, 'reader', 'reader', lead)
    const content = packVersion(
      new Uint8Array([0, 0]),
      canonicalJson(emptyProject({ template: actionsTemplate, ...cover })),
    )
    let versions = 0
    const seal = async (changes: Partial<NewSealRecord> = {}, bytes = new Uint8Array([1, 2, 3])) => {
      versions += 1
      const revision = await storage.seals.revision(plan)
      await storage.seals.stage(plan, revision, [{ format: 'html', bytes, sha256: text }])
      return storage.seals.seal({
        projectId: plan,
        revision,
        lastUpdate: await storage.seals.lastUpdate(plan),
        sha256: text,
        sealedBy: lead,
        sealedAt: '2026-01-03T00:00:00.000Z',
        version: {
          id: `v${versions}`,
          projectId: plan,
          kind: 'final',
          name: 'Version finale',
          createdBy: lead,
          work: null,
          content,
        },
        ...changes,
      })
    }
    return { storage, setTime, lead, reader, seal }
  }

  describe(`${name}: phases, approvals and seals`, () => {
    test('a plan moves between phases, with the trail, and neither out of the final one nor to where it is', async () => {
      const { storage, lead, setTime } = await setupPlan()
      expect(await storage.phases.move(plan, 'drafting', lead)).toBeNull()
      expect(await storage.phases.move(plan, 'review', lead)).toEqual({ from: 'drafting' })
      setTime('2026-01-02T00:00:00.000Z')
      expect(await storage.phases.move(plan, 'validation', lead)).toEqual({ from: 'review' })
      await storage.rights.setPhase(otherPlan, 'final')
      expect(await storage.phases.move(otherPlan, 'drafting', lead)).toBeNull()
      expect(await storage.phases.moves(plan)).toEqual([
        { from: 'review', to: 'validation', by: 'lead', at: '2026-01-02T00:00:00.000Z' },
        { from: 'drafting', to: 'review', by: 'lead', at: '2026-01-01T00:00:00.000Z' },
      ])
      expect(await storage.phases.moves(otherPlan)).toEqual([])
    })

    test('approvals are of one text each, and only of members who were named', async () => {
      const { storage, lead, reader, setTime } = await setupPlan()
      const { approvals } = storage
      expect(await approvals.approve(plan, text, lead)).toBe('not-an-approver')
      expect(await approvals.nameApprovers(plan, [lead, reader, lead], lead)).toEqual({
        type: 'named',
        added: [lead, reader],
      })
      expect(await approvals.nameApprovers(plan, [reader], lead)).toEqual({ type: 'named', added: [] })
      expect(await approvals.nameApprovers(otherPlan, [reader], lead)).toEqual({ type: 'not-a-member' })
      expect(await approvals.approve(plan, formerText, reader)).toBe('approved')
      setTime('2026-01-02T00:00:00.000Z')
      expect(await approvals.approve(plan, text, reader)).toBe('approved')
      expect(await approvals.approve(plan, text, reader)).toBe('approved')
      expect(await approvals.approvers(plan)).toEqual([
        {
          userId: reader,
          name: 'reader',
          role: 'reader',
          approvals: [
            { sha256: text, at: '2026-01-02T00:00:00.000Z' },
            { sha256: formerText, at: '2026-01-01T00:00:00.000Z' },
          ],
        },
      ])
      expect(await approvals.withdraw(plan, text, lead)).toBe(false)
      expect(await approvals.withdraw(plan, text, reader)).toBe(true)
      expect((await approvals.approvers(plan))[0]?.approvals.map(({ sha256 }) => sha256)).toEqual([
        formerText,
      ])
      const told = (await storage.trail.list(plan)).map(({ event }) => event.type)
      expect(told.filter((type) => type.startsWith('appro'))).toEqual([
        'approval-withdrawn',
        'approved',
        'approved',
        'approvers-named',
        'approvers-named',
      ])
      await storage.members.remove({ projectId: plan, userId: reader, lastLeadMayGo: false, by: lead })
      expect(await approvals.approvers(plan)).toEqual([])
    })

    test('updates are told from a number on, until they are compacted', async () => {
      const { storage, lead } = await setupPlan()
      const { log, seals } = storage
      const first = await seals.lastUpdate(plan)
      expect(await seals.updatesAfter(plan, first)).toEqual([])
      const [one, two] = [updateOf('un'), updateOf('deux')]
      for (const each of [one, two]) {
        await log.append([{ projectId: plan, userId: lead, update: each, claims: [] }])
      }
      expect(await seals.lastUpdate(plan)).toBe(first + 2)
      expect(await seals.updatesAfter(plan, first)).toEqual([one, two])
      expect(await seals.updatesAfter(plan, first + 1)).toEqual([two])
      expect(await seals.updatesAfter(otherPlan, first)).toEqual([])
      await log.compact(plan)
      expect(await seals.updatesAfter(plan, first + 1)).toBeNull()
      expect(await seals.updatesAfter(plan, first + 2)).toEqual([])
      const three = updateOf('trois')
      await log.append([{ projectId: plan, userId: lead, update: three, claims: [] }])
      expect(await seals.updatesAfter(plan, first + 2)).toEqual([three])
    })

    test('a seal that may not be leaves nothing behind', async () => {
      const { storage, lead, reader, seal } = await setupPlan()
      expect(await seal()).toBe('phase-forbids')
      await storage.phases.move(plan, 'validation', lead)
      expect(await seal()).toBe('approvals-missing')
      await storage.approvals.nameApprovers(plan, [lead, reader], lead)
      await storage.approvals.approve(plan, text, lead)
      await storage.approvals.approve(plan, formerText, reader)
      expect(await seal()).toBe('approvals-missing')
      await storage.approvals.approve(plan, text, reader)
      const lastUpdate = await storage.seals.lastUpdate(plan)
      await storage.log.append([
        { projectId: plan, userId: lead, update: new Uint8Array([0, 0]), claims: [] },
      ])
      expect(await seal({ lastUpdate })).toBe('text-changed')
      expect(await seal({ revision: 2 })).toBe('phase-forbids')
      expect(await storage.versions.list(plan)).toEqual([])
      expect(await storage.seals.list(plan)).toEqual([])
      expect(await storage.seals.file(plan, 'latest', 'html')).toBeNull()
      expect(await storage.seals.file(plan, 1, 'html')).toBeNull()
      expect((await storage.projects.find(plan))?.phase).toBe('validation')
      expect((await storage.trail.list(plan)).filter(({ event }) => event.type === 'sealed')).toEqual([])
      expect(await seal()).toBe('sealed')
    })

    test('files that were staged are given to nobody before the seal, and stay as they are after it', async () => {
      const { storage, lead, seal } = await setupPlan()
      const { seals } = storage
      const file = (byte: number) =>
        ({ format: 'html', bytes: new Uint8Array([byte]), sha256: text }) as const
      await seals.stage(plan, 1, [file(1), { ...file(1), format: 'pdf' }])
      expect(await seals.file(plan, 1, 'html')).toBeNull()
      await storage.phases.move(plan, 'validation', lead)
      await storage.approvals.nameApprovers(plan, [lead], lead)
      await storage.approvals.approve(plan, text, lead)
      // In the place of those of before.
      expect(await seal({}, file(2).bytes)).toBe('sealed')
      const [sealed] = await seals.list(plan)
      expect(sealed?.files.map(({ format }) => format)).toEqual(['html'])
      await seals.stage(plan, 1, [file(3)])
      await seals.unstage(plan, 1)
      expect(await seals.file(plan, 1, 'html')).toEqual({ ...file(2), revision: 1 })
      await seals.stage(plan, 2, [file(4)])
      expect(await seals.file(plan, 'latest', 'html')).toEqual({ ...file(2), revision: 1 })
      await seals.unstage(plan, 2)
    })

    test('a sealed revision keeps its files when the plan is reopened and sealed again', async () => {
      const { storage, lead, seal } = await setupPlan()
      const reopening = { projectId: plan, phase: 'review', reason: 'Une erreur', by: lead } as const
      expect(await storage.seals.reopen(reopening)).toBe(false)
      await storage.approvals.nameApprovers(plan, [lead], lead)
      for (const revision of [1, 2]) {
        await storage.phases.move(plan, 'validation', lead)
        expect(await seal()).toBe('approvals-missing')
        await storage.approvals.approve(plan, text, lead)
        const bytes = new Uint8Array([revision])
        expect(await seal({}, bytes)).toBe('sealed')
        expect(await storage.seals.file(plan, 'latest', 'html')).toMatchObject({ revision, bytes })
        expect(await storage.seals.reopen(reopening)).toBe(true)
        expect(await storage.seals.revision(plan)).toBe(revision + 1)
      }
      expect(await storage.seals.file(plan, 1, 'html')).toMatchObject({ bytes: new Uint8Array([1]) })
      expect(await storage.seals.file(plan, 3, 'html')).toBeNull()
      expect(await storage.seals.file(otherPlan, 'latest', 'html')).toBeNull()
      expect(await storage.seals.list(plan)).toMatchObject([
        { revision: 2, sealedBy: 'lead', sealedAt: '2026-01-03T00:00:00.000Z' },
        { revision: 1, files: [{ format: 'html', size: 1, sha256: text }] },
      ])
    })

    test('a plan that was final without a seal goes on in the same revision', async () => {
      const { storage, lead } = await setupPlan()
      await storage.rights.setPhase(plan, 'final')
      const reopening = { projectId: plan, phase: 'drafting', reason: 'Reprise', by: lead } as const
      expect(await storage.seals.reopen(reopening)).toBe(true)
      expect(await storage.seals.revision(plan)).toBe(1)
    })

    test('what is open around a plan is counted, and nothing of another', async () => {
      const { storage, lead } = await setupPlan()
      const axisId = nodeIdSchema.parse('axis')
      await storage.locks.lock({ projectId: plan, axisId, axis: '1. Axe', by: lead })
      const nothing = { openThreads: 0, undecidedAmendments: 0, locked: [] }
      expect(await storage.seals.pending(plan)).toEqual({ ...nothing, locked: [axisId] })
      expect(await storage.seals.pending(otherPlan)).toEqual(nothing)
    })
  })
}

function updateOf(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('words').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}
