import { projectIdSchema } from '@concerte/api'
import { closeCodes, type Closing, type PlanRooms } from '@concerte/sync'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { ApiError } from '../api-error.ts'
import { createHolds } from './holds.ts'

const plan = projectIdSchema.parse('plan')

function no(): never {
  throw new Error('Not asked of these rooms')
}

function setupHolds() {
  const disconnected: Closing[] = []
  const edits: PromiseWithResolvers<void>[] = []
  const plain: PlanRooms = {
    join: no,
    listen: no,
    read: no,
    look: no,
    tell: no,
    evict: no,
    counts: no,
    owners: () => Promise.resolve(new Map()),
    disconnect: (_plan, closing) => disconnected.push(closing),
    async edit(_plan, _userId, change) {
      const written = Promise.withResolvers<void>()
      edits.push(written)
      await written.promise
      return change(new Y.Doc())
    },
  }
  return { ...createHolds(plain), disconnected, edits }
}

test('a plan is held when the edits that were under way are written, and refuses others meanwhile', async () => {
  const { holds, rooms, disconnected, edits } = setupHolds()
  const before = rooms.edit(plan, null, () => 'written')
  const steps: string[] = []
  const held = holds.hold(plan, async () => {
    steps.push('held')
    return 'done'
  })
  expect(holds.isHeld(plan)).toBe(true)
  expect(disconnected).toEqual([closeCodes.unavailable])
  await expect(rooms.edit(plan, null, () => 'late')).rejects.toThrow(ApiError)
  const elsewhere = rooms.edit('other', null, () => 'elsewhere')
  edits[1]?.resolve()
  expect(await elsewhere).toBe('elsewhere')
  expect(steps).toEqual([])
  edits[0]?.resolve()
  expect(await before).toBe('written')
  expect(await held).toBe('done')
  expect(holds.isHeld(plan)).toBe(false)
})

test('a plan is held once at a time, is free again whatever came of it, and counts how often', async () => {
  const { holds } = setupHolds()
  const failing = holds.hold(plan, () => Promise.reject(new Error('no seal')))
  await expect(holds.hold(plan, () => Promise.resolve())).rejects.toThrow(ApiError)
  await expect(failing).rejects.toThrow('no seal')
  expect(holds.isHeld(plan)).toBe(false)
  await holds.hold(plan, () => Promise.resolve())
  expect(holds.count(plan)).toBe(2)
})
