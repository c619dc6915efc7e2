import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { closeCodes } from './close-codes.ts'
import { createPlanRooms } from './plan-rooms.ts'
import { createMemoryLog } from './testing/memory-log.ts'
import { setupClient } from './testing/room-client.ts'

/** Rooms over a log that holds one plan, as one state; what is put off waits until `opened`. */
function setupColdRooms(state: Uint8Array) {
  const log = createMemoryLog()
  log.compacted.set('plan', state)
  const later = new Set<() => void>()
  const errors: unknown[] = []
  const rooms = createPlanRooms({
    log,
    reportError: (error) => errors.push(error),
    now: () => 0,
    later: (run) => {
      later.add(run)
      return () => void later.delete(run)
    },
  })
  const opened = (): void => {
    for (const run of later) run()
  }
  return { rooms, log, later, errors, opened }
}

function stateOf(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const nothing = Uint8Array.from([0])

it('who opens a plan that lies as one state gets its very bytes, once, and is asked for theirs afterwards', async () => {
  const state = stateOf('bonjour')
  const { rooms, opened, later } = setupColdRooms(state)
  const people = [setupClient(rooms), setupClient(rooms, { userId: 'paul' })]
  const reader = setupClient(rooms, { userId: 'lea', canWrite: false })
  await settled()
  for (const { say } of [...people, reader]) say({ type: 'syncStep1', stateVector: nothing })
  for (const { of } of [...people, reader]) {
    expect(of('syncStep2').map(({ update }) => update)).toEqual([state])
    expect(of('syncStep1')).toEqual([])
  }
  expect(later.size).toBe(1)
  opened()
  expect([...people, reader].map(({ of }) => of('syncStep1').length)).toEqual([1, 1, 0])
})

it('what is typed before the plan was opened opens it, and the next one who comes reads it', async () => {
  const { rooms, log, opened } = setupColdRooms(stateOf('bonjour'))
  const author = setupClient(rooms)
  await settled()
  author.ask()
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'Marie : ')
  author.say({ type: 'update', update: Y.encodeStateAsUpdate(doc) })
  await settled()
  expect(author.of('acknowledged')).toEqual([{ type: 'acknowledged', count: 1 }])
  expect(log.rows).toHaveLength(1)
  opened()
  const late = setupClient(rooms, { userId: 'paul' })
  await settled()
  late.say({ type: 'syncStep1', stateVector: nothing })
  const read = new Y.Doc()
  Y.applyUpdate(read, late.of('syncStep2')[0]!.update)
  expect(read.getText('t').toJSON()).toContain('Marie : ')
  expect(read.getText('t').toJSON()).toContain('bonjour')
})

it('a state that is no plan is an error for everyone who came, never an empty plan', async () => {
  const { rooms, errors, opened, log } = setupColdRooms(Uint8Array.from([1, 255, 255, 3]))
  const [author, other] = [setupClient(rooms), setupClient(rooms, { userId: 'paul' })]
  await settled()
  opened()
  expect([author.closed, other.closed]).toEqual([
    [closeCodes.unavailable.code],
    [closeCodes.unavailable.code],
  ])
  expect(errors).toHaveLength(1)
  await expect(rooms.read('plan')).rejects.toThrow(/./)
  expect([log.rows.length, rooms.counts().rooms]).toEqual([0, 0])
})

it('nothing is opened when the only one who came has left again', async () => {
  const { rooms, later } = setupColdRooms(stateOf('bonjour'))
  const visitor = setupClient(rooms)
  await settled()
  expect(later.size).toBe(1)
  visitor.session.leave()
  expect(later.size).toBe(0)
  expect(rooms.counts()).toEqual({ rooms: 0, connections: 0 })
})
