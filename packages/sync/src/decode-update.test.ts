import * as encoding from 'lib0/encoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { decodeUpdate } from './decode-update.ts'
import { MessageError } from './messages.ts'

/** The structs of client 1 from clock 0 on, each a GC of length 1; then as many deletions, of length 1 each. */
function update(structs: number, deletions: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, structs, 1, 0]) encoding.writeVarUint(encoder, number)
  for (let index = 0; index < structs; index += 1) encoding.writeUint8Array(encoder, Uint8Array.from([0, 1]))
  for (const number of [1, 1, deletions]) encoding.writeVarUint(encoder, number)
  for (let index = 0; index < deletions; index += 1)
    encoding.writeUint8Array(encoder, Uint8Array.from([0, 1]))
  return encoding.toUint8Array(encoder)
}

it('reads what Yjs reads', () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'bonjour')
  doc.getText('t').delete(2, 2)
  const written = Y.encodeStateAsUpdate(doc)
  expect(decodeUpdate(written)).toEqual(Y.decodeUpdate(written))
})

it('[S7] an update of so many parts that it would hold everyone up is refused', () => {
  expect(decodeUpdate(update(30_000, 20_000)).structs).toHaveLength(30_000)
  expect(() => decodeUpdate(update(50_001, 0))).toThrow(MessageError)
  expect(() => decodeUpdate(update(30_000, 20_001))).toThrow(MessageError)
})
