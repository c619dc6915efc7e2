import { createHash } from 'node:crypto'

import { expect, it } from 'vitest'

import { decodeMessage, encodeMessage, MessageError, type Message } from './messages.ts'

const bytes = new Uint8Array([1, 2, 3])
const messages: Message[] = [
  { type: 'syncStep1', stateVector: bytes },
  { type: 'syncStep2', update: bytes },
  { type: 'update', update: bytes },
  { type: 'awareness', update: bytes },
  { type: 'queryAwareness' },
  { type: 'askSaved', version: 1 },
  { type: 'acknowledged', count: 300 },
  { type: 'refused', code: 'forbidden' },
  { type: 'access', canWrite: true, lineage: 'abc', rights: '{"role":"lead"}' },
  { type: 'closed', code: 4403 },
  { type: 'news', topic: 'threads' },
]

it.each(messages)('$type comes back as it was', (message) => {
  expect(decodeMessage(encodeMessage(message))).toEqual(message)
})

it('the bytes on the wire are those that clients in the field speak (reconsider the protocol before changing this hash)', () => {
  const hash = createHash('sha256')
  for (const message of messages) hash.update(encodeMessage(message))
  expect(hash.digest('hex').slice(0, 16)).toBe('b19133c39ab21ca4')
})

it('[S5] a frame cut anywhere is a typed error', () => {
  for (const message of messages) {
    const frame = encodeMessage(message)
    for (let length = 0; length < frame.length; length += 1) {
      expect(() => decodeMessage(frame.subarray(0, length))).toThrow(MessageError)
    }
  }
})

it('[S5] bytes after a message, unknown types and absurd lengths are typed errors', () => {
  const hostile = [
    [3, 0],
    [2],
    [99],
    [0, 7, 0],
    [100, 9],
    [0, 0, 255, 255, 255, 255, 15, 1],
    [255, 255, 255, 255, 255, 255, 255, 255],
  ]
  for (const frame of hostile) expect(() => decodeMessage(new Uint8Array(frame))).toThrow(MessageError)
})

it('a refusal of a newer server is still a refusal', () => {
  const frame = encodeMessage({ type: 'refused', code: 'rejected' })
  frame[frame.length - 1] = 'x'.charCodeAt(0)
  expect(decodeMessage(frame)).toEqual({ type: 'refused', code: 'rejected' })
})
