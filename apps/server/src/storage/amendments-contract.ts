import {
  amendmentIdSchema,
  projectIdSchema,
  userIdSchema,
  workingGroupIdSchema,
  type AmendmentId,
  type Fate,
  type TrailEvent,
  type UserId,
} from '@concerte/api'
import { nodeIdSchema, plainToBlocks, type Inverse, type Proposal } from '@concerte/schema'
import { describe, expect, test } from 'vitest'

import { addMember, addPerson, openFixture, type StorageFixture } from './storage-contract.ts'

const plan = projectIdSchema.parse('plan')
const otherPlan = projectIdSchema.parse('other-plan')
const cover = { title: 'Projet académique', academy: 'Académie de Lille', period: null }
const node = nodeIdSchema.parse('measure')
const first = amendmentIdSchema.parse('first')
const second = amendmentIdSchema.parse('second')
const event: TrailEvent = { type: 'amendment-decided', number: 1, fate: 'refused', reason: 'Non' }

/** What every adapter must do about amendments. */
export function describeAmendments(name: string, createFixture: () => StorageFixture): void {
  async function setup() {
    const { storage, setTime } = await openFixture(createFixture)
    const lead = await addPerson(storage, 'lead')
    for (const id of [plan, otherPlan]) {
      await storage.projects.add({ id, cover, update: new Uint8Array([1]), lead })
    }
    const ada = await addMember(storage, 'ada', 'reader', lead)
    const max = await addMember(storage, 'max', 'reader', lead)
    const propose = (amendmentId: AmendmentId, cosigners: UserId[] = [], text = 'nouveau') =>
      storage.amendments.add({
        projectId: plan,
        amendmentId,
        authorId: ada,
        proposal: wording(text),
        reason: 'Plus clair',
        cosigners,
      })
    const decide = (fate: Fate, after: number, revision = 1, inverse: Inverse | null = null) =>
      storage.amendments.addFate({
        projectId: plan,
        amendmentId: first,
        revision,
        after,
        fate,
        by: lead,
        inverse,
        event,
      })
    return { storage, setTime, lead, ada, max, propose, decide }
  }

  describe(`${name}: amendments`, () => {
    test('an amendment comes back as it was made, numbered within its plan, with the groups of its author', async () => {
      const { storage, ada, max, propose, lead } = await setup()
      const groupId = workingGroupIdSchema.parse('group')
      await storage.groups.add(plan, { id: groupId, name: 'Groupe 1', members: [ada], axes: [] }, lead)
      await propose(first, [max])
      await propose(second)
      const [one, two, ...others] = await storage.amendments.list(plan)
      expect(others).toEqual([])
      expect(one).toEqual({
        id: first,
        number: 1,
        author: { userId: ada, name: 'ada' },
        cosigners: [{ userId: max, name: 'max', signedAt: null }],
        supporters: [],
        groups: ['Groupe 1'],
        createdAt: '2026-01-01T00:00:00.000Z',
        changedAt: '2026-01-01T00:00:00.000Z',
        revision: 1,
        proposal: wording('nouveau'),
        reason: 'Plus clair',
        fate: { type: 'open' },
        fates: [],
      })
      expect(two?.number).toBe(2)
      expect(await storage.amendments.list(otherPlan)).toEqual([])
      expect(await storage.amendments.find(otherPlan, first)).toBeNull()
    })

    test('improving adds a revision while it is open; who signed another proposal is asked again', async () => {
      const { storage, setTime, ada, max, propose, decide } = await setup()
      await propose(first, [max])
      await storage.amendments.sign({ projectId: plan, amendmentId: first, userId: max, isGiven: true })
      setTime('2026-01-02T00:00:00.000Z')
      const improve = (revision: number, text: string, cosigners = [max]) =>
        storage.amendments.improve({
          projectId: plan,
          amendmentId: first,
          revision,
          proposal: wording(text),
          reason: 'Encore plus clair',
          cosigners,
        })
      const same = await improve(1, 'nouveau')
      expect(same).toMatchObject({ type: 'done', amendment: { revision: 2, reason: 'Encore plus clair' } })
      expect(same).toMatchObject({ amendment: { cosigners: [{ signedAt: '2026-01-01T00:00:00.000Z' }] } })
      const another = await improve(2, 'autre')
      expect(another).toMatchObject({ amendment: { revision: 3, cosigners: [{ signedAt: null }] } })
      expect(another).toMatchObject({
        amendment: { changedAt: '2026-01-02T00:00:00.000Z', createdAt: '2026-01-01T00:00:00.000Z' },
      })
      expect(await improve(2, 'tard')).toEqual({ type: 'changed' })
      expect(await improve(3, 'autre', [userIdSchema.parse('stranger')])).toEqual({ type: 'not-a-member' })
      await decide({ type: 'refused', reason: 'Non' }, 0, 3)
      expect(await improve(3, 'trop tard')).toEqual({ type: 'changed' })
      expect((await storage.amendments.list(plan))[0]?.proposal).toEqual(wording('autre'))
      expect(ada).toBe('ada')
      const said = await storage.amendments.revisions(plan, first)
      expect(said.map(({ revision, proposal, at }) => [revision, proposal, at])).toEqual([
        [1, wording('nouveau'), '2026-01-01T00:00:00.000Z'],
        [2, wording('nouveau'), '2026-01-02T00:00:00.000Z'],
        [3, wording('autre'), '2026-01-02T00:00:00.000Z'],
      ])
      expect(said.map(({ reason }) => reason)).toEqual([
        'Plus clair',
        'Encore plus clair',
        'Encore plus clair',
      ])
      expect(await storage.amendments.revisions(otherPlan, first)).toEqual([])
    })

    test('supports and signatures come and go, and only those who are asked sign', async () => {
      const { storage, ada, max, lead, propose } = await setup()
      await propose(first, [max])
      const which = { projectId: plan, amendmentId: first }
      for (const userId of [lead, max, lead]) {
        expect(await storage.amendments.support({ ...which, userId, isGiven: true })).toBe('done')
      }
      expect(
        (await storage.amendments.list(plan))[0]?.supporters.map(({ userId }) => userId).toSorted(),
      ).toEqual([lead, max])
      await storage.amendments.support({ ...which, userId: max, isGiven: false })
      expect((await storage.amendments.list(plan))[0]?.supporters).toEqual([{ userId: lead, name: 'lead' }])
      expect(await storage.amendments.support({ ...which, userId: ada, isGiven: true })).toBe('forbidden')
      expect(await storage.amendments.sign({ ...which, userId: lead, isGiven: true })).toBe('forbidden')
      expect(await storage.amendments.sign({ ...which, userId: max, isGiven: true })).toBe('done')
      expect(
        await storage.amendments.support({ ...which, projectId: otherPlan, userId: max, isGiven: true }),
      ).toBe('not-found')
    })

    test('what was decided on meanwhile is supported and signed by nobody any more', async () => {
      const { storage, max, lead, propose, decide } = await setup()
      await propose(first, [max])
      await decide({ type: 'refused', reason: 'Non' }, 0)
      const which = { projectId: plan, amendmentId: first }
      expect(await storage.amendments.support({ ...which, userId: lead, isGiven: true })).toBe('changed')
      expect(await storage.amendments.sign({ ...which, userId: max, isGiven: true })).toBe('changed')
      const { amendment } = (await storage.amendments.find(plan, first)) ?? {}
      expect(amendment?.supporters).toEqual([])
      expect(amendment?.cosigners).toMatchObject([{ signedAt: null }])
    })

    test('what would take an acceptance back is known from when it began, as long as it is that one', async () => {
      const { storage, propose, decide } = await setup()
      await propose(first)
      const begun = async () => (await storage.amendments.find(plan, first))?.begun
      const inverse: Inverse = wording('ancien')
      const begin = (revision: number, after: number) =>
        storage.amendments.begin({ amendmentId: first, revision, after, inverse })
      expect(await begun()).toBeNull()
      await begin(2, 0)
      expect(await begun()).toBeNull()
      await begin(1, 0)
      expect(await begun()).toEqual(inverse)
      await decide({ type: 'refused', reason: 'Non' }, 0)
      await decide({ type: 'open' }, 1)
      expect(await begun()).toBeNull()
      await begin(1, 2)
      expect(await begun()).toEqual(inverse)
      await decide({ type: 'refused', reason: 'Non' }, 2)
      expect(await begun()).toBeNull()
    })

    test('[A3] of many fates at once an amendment gets one, with one entry in the trail', async () => {
      const { storage, lead, propose, decide } = await setup()
      await propose(first)
      const results = await Promise.all(
        Array.from({ length: 12 }, (_, index) => decide({ type: 'refused', reason: `Non ${index}` }, 0)),
      )
      expect(results.filter(({ type }) => type === 'done')).toHaveLength(1)
      expect(results.filter(({ type }) => type === 'changed')).toHaveLength(11)
      const found = await storage.amendments.find(plan, first)
      expect(found?.amendment.fates).toHaveLength(1)
      expect(found?.amendment.fate).toEqual(found?.amendment.fates[0]?.fate)
      expect(found?.amendment.fates[0]?.by).toEqual({ userId: lead, name: 'lead' })
      const told = await storage.trail.list(plan)
      expect(told.filter(({ event: { type } }) => type === event.type)).toMatchObject([
        { event, userId: lead },
      ])
    })

    test('[A3] every fate stays in the trail of an amendment, and what takes it back is told to nobody', async () => {
      const { storage, setTime, propose, decide } = await setup()
      await propose(first)
      const accepted: Fate = { type: 'accepted', withChanges: false, node, reason: '' }
      const inverse: Inverse = wording('ancien')
      await decide(accepted, 0, 1, inverse)
      const found = await storage.amendments.find(plan, first)
      expect(found?.inverse).toEqual(inverse)
      expect(found?.amendment.fates.map(({ fate }) => fate)).toEqual([accepted])
      setTime('2026-01-02T00:00:00.000Z')
      await decide({ type: 'open', reason: 'Trop tôt', takenBack: 'all' }, 1)
      const reopened = await storage.amendments.find(plan, first)
      expect(reopened?.inverse).toBeNull()
      expect(reopened?.amendment.fate).toEqual({ type: 'open', reason: 'Trop tôt', takenBack: 'all' })
      expect(reopened?.amendment.fates.map(({ fate, at }) => [fate.type, at])).toEqual([
        ['accepted', '2026-01-01T00:00:00.000Z'],
        ['open', '2026-01-02T00:00:00.000Z'],
      ])
    })

    test('what is not there cannot be decided on, nor what was improved since', async () => {
      const { propose, decide } = await setup()
      expect(await decide({ type: 'refused', reason: 'Non' }, 0)).toEqual({ type: 'not-found' })
      await propose(first)
      expect(await decide({ type: 'refused', reason: 'Non' }, 0, 2)).toEqual({ type: 'changed' })
      expect(await decide({ type: 'refused', reason: 'Non' }, 1)).toEqual({ type: 'changed' })
    })
  })
}

function wording(text: string): Extract<Proposal, { type: 'text' }> {
  return { type: 'text', node, field: 'text', base: plainToBlocks('ancien'), text: plainToBlocks(text) }
}
