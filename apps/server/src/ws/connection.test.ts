import { userIdSchema } from '@concerte/api'
import { axisColours } from '@concerte/schema'
import { expect, test } from 'vitest'

import { toConnection } from './connection.ts'

/** 1 MB. */
const maxBuffered = 1024 * 1024
const user = { id: userIdSchema.parse('ada'), name: 'Ada' }
const access = { canWrite: true, judge: null, rights: '{}', lineage: 'one' }

/** A reader that takes nothing: whatever is written stays. */
function setupSocket() {
  const closed: number[] = []
  const socket = {
    OPEN: 1,
    readyState: 1,
    pause: () => undefined,
    resume: () => undefined,
    close(code: number) {
      closed.push(code)
      socket.readyState = 2
    },
  }
  const wire = {
    writableLength: 0,
    write(bytes: Uint8Array) {
      wire.writableLength += bytes.byteLength
    },
  }
  return { socket, wire, closed, connection: toConnection(socket, wire, user, access) }
}

test('a person prefers the same colour everywhere, and may be shown in any other', () => {
  const { identity } = setupSocket().connection
  expect(identity).toMatchObject({ userId: 'ada', name: 'Ada' })
  expect(identity.colours.toSorted()).toEqual(axisColours.toSorted())
  expect(setupSocket().connection.identity).toEqual(identity)
})

test('[S7] a reader for whom too much waits is sent away to come back, and is sent nothing more', () => {
  const { connection, wire, closed } = setupSocket()
  const kilobyte = new Uint8Array(1024)
  while (closed.length === 0) connection.send(kilobyte)
  const waiting = wire.writableLength
  expect(closed).toEqual([4502])
  expect(waiting).toBeLessThan(maxBuffered + 4 * 1024)
  connection.send(kilobyte)
  expect(wire.writableLength).toBe(waiting)
})

test('a plan longer than what may wait is no fault of its reader', () => {
  const { connection, wire, closed } = setupSocket()
  connection.send(new Uint8Array(2 * maxBuffered))
  connection.send(new Uint8Array(1024))
  expect([closed, wire.writableLength]).toEqual([[], 2 * maxBuffered + 1024])
})
