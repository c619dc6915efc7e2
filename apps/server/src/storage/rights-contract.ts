import { projectIdSchema, workingGroupIdSchema, type UserId, type WorkingGroup } from '@concerte/api'
import { nodeIdSchema, type NodeId } from '@concerte/schema'
import { describe, expect, test } from 'vitest'

import { addMember, addPerson, openFixture, type StorageFixture } from './storage-contract.ts'

const plan = projectIdSchema.parse('plan')
const otherPlan = projectIdSchema.parse('other-plan')
const cover = { title: 'Projet académique', academy: 'Académie de Lille', period: null }
const one = nodeIdSchema.parse('one')
const two = nodeIdSchema.parse('two')
const three = nodeIdSchema.parse('three')

/** What every adapter must do about working groups, locks and phases. */
export function describeRights(name: string, createFixture: () => StorageFixture): void {
  async function setup() {
    const { storage, setTime } = await openFixture(createFixture)
    const lead = await addPerson(storage, 'lead')
    for (const id of [plan, otherPlan]) {
      await storage.projects.add({ id, cover, update: new Uint8Array([1]), lead })
    }
    const ada = await addMember(storage, 'ada', 'reader', lead)
    const max = await addMember(storage, 'max', 'reader', lead)
    return { storage, setTime, lead, ada, max }
  }

  describe(`${name}: working groups`, () => {
    test('groups come back by name, with whom and what they hold', async () => {
      const { storage, ada, max, lead } = await setup()
      const second = group('second', [ada, max, ada], [one, one])
      const first = group('first', [], [two, one])
      expect(await storage.groups.add(plan, second, lead)).toBe('added')
      expect(await storage.groups.add(plan, first, lead)).toBe('added')
      await storage.groups.add(otherPlan, group('elsewhere', [], []), lead)
      expect(await storage.groups.list(plan)).toEqual([
        { ...first, axes: [one, two] },
        { ...second, members: [ada, max], axes: [one] },
      ])
    })

    test('a group is put in place of another whole, and tells who was in it', async () => {
      const { storage, ada, max, lead } = await setup()
      await storage.groups.add(plan, group('first', [ada], [one]), lead)
      const changed = { ...group('first', [max], [two]), name: 'Groupe 2' }
      expect(await storage.groups.change(plan, changed, lead)).toEqual({ type: 'changed', former: [ada] })
      expect(await storage.groups.list(plan)).toEqual([changed])
      expect(await storage.groups.remove(plan, changed.id, lead)).toEqual({ type: 'changed', former: [max] })
      expect(await storage.groups.list(plan)).toEqual([])
      expect(await storage.groups.remove(plan, changed.id, lead)).toEqual({ type: 'not-found' })
      expect(await storage.groups.change(plan, changed, lead)).toEqual({ type: 'not-found' })
    })

    test('a group of another plan cannot be changed or removed', async () => {
      const { storage, ada, lead } = await setup()
      const kept = group('first', [ada], [one])
      await storage.groups.add(plan, kept, lead)
      expect(await storage.groups.change(otherPlan, { ...kept, members: [] }, lead)).toEqual({
        type: 'not-found',
      })
      expect(await storage.groups.remove(otherPlan, kept.id, lead)).toEqual({ type: 'not-found' })
      expect(await storage.groups.list(plan)).toEqual([kept])
    })

    test('only members of the plan stand in a group, and nothing changes where one is not', async () => {
      const { storage, ada, lead } = await setup()
      const stranger = await addPerson(storage, 'stranger')
      const kept = group('first', [ada], [one])
      expect(await storage.groups.add(plan, group('second', [ada, stranger], []), lead)).toBe('not-a-member')
      await storage.groups.add(plan, kept, lead)
      expect(await storage.groups.change(plan, { ...kept, members: [stranger] }, lead)).toEqual({
        type: 'not-a-member',
      })
      expect(await storage.groups.add(otherPlan, group('third', [ada], []), lead)).toBe('not-a-member')
      expect(await storage.groups.list(plan)).toEqual([kept])
    })

    test('who leaves the plan leaves its groups', async () => {
      const { storage, ada, max, lead } = await setup()
      await storage.groups.add(plan, group('first', [ada, max], [one]), lead)
      await storage.members.remove({ projectId: plan, userId: ada, lastLeadMayGo: false, by: lead })
      expect((await storage.groups.list(plan))[0]?.members).toEqual([max])
    })
  })

  describe(`${name}: rights`, () => {
    test('a person has the axes of all their groups together, and no others', async () => {
      const { storage, ada, max, lead } = await setup()
      await storage.groups.add(plan, group('first', [ada], [three, one]), lead)
      await storage.groups.add(plan, group('second', [ada, lead], [two]), lead)
      await storage.groups.add(plan, group('third', [lead], []), lead)
      expect((await storage.rights.of(plan, ada))?.groupAxes).toEqual([one, three, two])
      expect((await storage.rights.of(plan, lead))?.groupAxes).toEqual([two])
      expect((await storage.rights.of(plan, max))?.groupAxes).toBeNull()
      expect((await storage.rights.of(otherPlan, lead))?.groupAxes).toBeNull()
    })

    test('a person in a group without an axis is in a group all the same', async () => {
      const { storage, ada, lead } = await setup()
      await storage.groups.add(plan, group('first', [ada], []), lead)
      expect((await storage.rights.of(plan, ada))?.groupAxes).toEqual([])
    })

    test('an axis is locked once, by whoever was first, until it is unlocked', async () => {
      const { storage, setTime, lead, ada } = await setup()
      expect(await storage.locks.lock({ projectId: plan, axisId: two, axis: '1. Axe', by: lead })).toBe(true)
      setTime('2026-01-02T00:00:00.000Z')
      expect(await storage.locks.lock({ projectId: plan, axisId: two, axis: '1. Axe', by: ada })).toBe(false)
      await storage.locks.lock({ projectId: plan, axisId: one, axis: '1. Axe', by: ada })
      expect(await storage.locks.list(plan)).toEqual([
        { axisId: two, lockedBy: 'lead', lockedAt: '2026-01-01T00:00:00.000Z' },
        { axisId: one, lockedBy: 'ada', lockedAt: '2026-01-02T00:00:00.000Z' },
      ])
      expect((await storage.rights.of(plan, ada))?.locked).toEqual([one, two])
      expect(await storage.locks.unlock({ projectId: otherPlan, axisId: two, axis: '', by: lead })).toBe(
        false,
      )
      expect(await storage.locks.unlock({ projectId: plan, axisId: two, axis: '', by: lead })).toBe(true)
      expect(await storage.locks.unlock({ projectId: plan, axisId: two, axis: '', by: lead })).toBe(false)
      expect((await storage.rights.of(plan, ada))?.locked).toEqual([one])
      expect((await storage.rights.of(otherPlan, ada))?.locked).toEqual([])
    })

    test('a plan begins in drafting and is in one phase at a time', async () => {
      const { storage, ada } = await setup()
      expect((await storage.rights.of(plan, ada))?.phase).toBe('drafting')
      expect(await storage.rights.setPhase(plan, 'final')).toBe(true)
      expect(await storage.rights.setPhase(plan, 'final')).toBe(false)
      expect((await storage.rights.of(plan, ada))?.phase).toBe('final')
      expect((await storage.projects.find(plan))?.phase).toBe('final')
      expect((await storage.projects.find(otherPlan))?.phase).toBe('drafting')
    })

    test('there are no rights in a plan that does not exist', async () => {
      const { storage, ada } = await setup()
      expect(await storage.rights.of(projectIdSchema.parse('nothing'), ada)).toBeNull()
    })
  })
}

function group(id: string, members: UserId[], axes: NodeId[]): WorkingGroup {
  return { id: workingGroupIdSchema.parse(id), name: id, members, axes }
}
