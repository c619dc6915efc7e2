import { projectIdSchema, type TrailEvent } from '@concerte/api'
import { describe, expect, test } from 'vitest'

import { addPerson, openFixture, type StorageFixture } from './storage-contract.ts'

const plan = projectIdSchema.parse('plan')
const otherPlan = projectIdSchema.parse('other-plan')
const locked: TrailEvent = { type: 'axis-locked', axis: 'Axe 1' }
const moved: TrailEvent = { type: 'phase-changed', from: 'drafting', to: 'review' }

/** What every adapter must do about the trail. */
export function describeTrail(name: string, createFixture: () => StorageFixture): void {
  describe(`${name}: the trail`, () => {
    test('[A3] entries are numbered within their plan and chained by their hashes', async () => {
      const { storage, setTime } = await openFixture(createFixture)
      const lead = await addPerson(storage, 'lead')
      await storage.trail.add({ projectId: plan, userId: lead, event: locked })
      setTime('2026-01-02T00:00:00.000Z')
      await storage.trail.add({ projectId: otherPlan, userId: lead, event: locked })
      await storage.trail.add({ projectId: plan, userId: null, event: moved })
      const [second, first, ...others] = await storage.trail.list(plan)
      expect(others).toEqual([])
      expect(first).toMatchObject({
        number: 1,
        at: '2026-01-01T00:00:00.000Z',
        userId: lead,
        userName: 'lead',
        event: locked,
        previousSha256: null,
      })
      expect(second).toMatchObject({
        number: 2,
        userId: null,
        userName: null,
        event: moved,
        previousSha256: first?.sha256,
      })
      expect((await storage.trail.list(otherPlan))[0]?.sha256).not.toBe(first?.sha256)
      expect(await storage.trail.firstFault(plan)).toBeNull()
    })

    test('[A3] of entries that come at once none is lost and none breaks the chain', async () => {
      const { storage } = await openFixture(createFixture)
      await Promise.all(
        Array.from({ length: 20 }, () => storage.trail.add({ projectId: plan, userId: null, event: locked })),
      )
      expect((await storage.trail.list(plan)).map(({ number }) => number)).toEqual(
        Array.from({ length: 20 }, (_, i) => 20 - i),
      )
      expect(await storage.trail.firstFault(plan)).toBeNull()
    })
  })
}
