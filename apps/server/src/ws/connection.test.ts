import { roleSchema, userIdSchema } from '@concerte/api'
import { axisColours } from '@concerte/schema'
import { expect, test } from 'vitest'

import { toConnection } from './connection.ts'

/** 16 MB. */
const maxBuffered = 16 * 1024 * 1024
const user = { id: userIdSchema.parse('ada'), name: 'Ada' }

function setupSocket() {
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    closed: [] as number[],
    send: (data: Uint8Array) => {
      socket.bufferedAmount += data.byteLength
    },
    close: (code: number) => {
      socket.closed.push(code)
      socket.readyState = 2
    },
  }
  return socket
}

test('leads and editors write, reviewers and readers do not', () => {
  const rights = roleSchema.options.map((role) => [role, toConnection(setupSocket(), user, role).canWrite])
  expect(Object.fromEntries(rights)).toEqual({ lead: true, editor: true, reviewer: false, reader: false })
})

test('a person prefers the same colour everywhere, and may be shown in any other', () => {
  const { identity } = toConnection(setupSocket(), user, 'lead')
  expect(identity).toMatchObject({ userId: 'ada', name: 'Ada' })
  expect(identity.colours.toSorted()).toEqual(axisColours.toSorted())
  expect(toConnection(setupSocket(), user, 'reader').identity).toEqual(identity)
})

test('[S7] a reader for whom too much waits is sent away to come back, and is sent nothing more', () => {
  const socket = setupSocket()
  const connection = toConnection(socket, user, 'lead')
  connection.send(new Uint8Array(maxBuffered))
  expect(socket.closed).toEqual([])
  connection.send(new Uint8Array(1))
  connection.send(new Uint8Array(1))
  expect(socket.closed).toEqual([4502])
  expect(socket.bufferedAmount).toBe(maxBuffered + 1)
})
