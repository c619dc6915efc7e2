import { expect, test } from 'vitest'

import { receiveMessage } from './receive-message.ts'

function setupSocket() {
  const received: Uint8Array[] = []
  const closed: number[] = []
  const socket = { readyState: 1, OPEN: 1, close: (code: number) => closed.push(code) }
  return { socket, session: { receive: (frame: Uint8Array) => received.push(frame) }, received, closed }
}

test('bytes go to the room, a text ends the connection', () => {
  const { socket, session, received, closed } = setupSocket()
  receiveMessage(socket, session, Buffer.from([1, 2]), true)
  expect([received, closed]).toEqual([[Buffer.from([1, 2])], []])
  receiveMessage(socket, session, Buffer.from('text'), false)
  expect([received.length, closed]).toEqual([1, [4400]])
})

test('[S7] what comes on a socket that is being closed is not answered any more', () => {
  const { socket, session, received } = setupSocket()
  receiveMessage({ ...socket, readyState: 2 }, session, Buffer.from([1]), true)
  expect(received).toEqual([])
})
