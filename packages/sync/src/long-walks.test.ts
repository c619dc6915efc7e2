import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { squareUpdate } from './fuzz/square-update.ts'
import { writeUpdate, type WrittenContent, type WrittenStruct } from './fuzz/write-update.ts'
import { walkFar } from './long-walks.ts'
import { byClient } from './structs.ts'

const eve = 60
const word = { type: 'string', text: 'c' } as const

/** A text in which thousands of words stand at the same place, as `squareUpdate` puts them there. */
function crowded(): Y.Doc {
  const doc = new Y.Doc()
  doc.getText('t')
  Y.applyUpdate(doc, squareUpdate(400, { client: 50, root: 't' }))
  return doc
}

function isFar(doc: Y.Doc, update: Uint8Array): boolean {
  return walkFar(doc, byClient(Y.decodeUpdate(update)))
}

const at = (clock: number | null) => (clock === null ? null : { client: 50, clock })

/** `count` words between two letters of that text, or what is null at its beginning and end. */
function between(left: number | null, right: number | null, count: number): Uint8Array {
  const structs = Array.from({ length: count }, (): WrittenStruct => {
    return { type: 'item', origin: at(left), rightOrigin: at(right), parent: 't', key: null, content: word }
  })
  return writeUpdate([{ client: eve, clock: 0, structs }], [])
}

it.each([
  ['after the same letter', 0, null],
  ['between two letters far from each other', 0, 390],
])(
  '[S5] words that stand %s, where many are already, are seen before Yjs walks over those',
  (_where, left, right) => {
    const doc = crowded()
    // Four hundred words, and as many letters.
    expect(isFar(doc, between(left, right, 100))).toBe(true)
    expect(isFar(doc, between(left, right, 2))).toBe(false)
  },
)

/** Values of one key, none of which knows of another. */
function values(client: number, count: number): Uint8Array {
  const content: WrittenContent = { type: 'any', values: [client] }
  const structs = Array.from({ length: count }, (): WrittenStruct => {
    return { type: 'item', origin: null, rightOrigin: null, parent: 'm', key: 'k', content }
  })
  return writeUpdate([{ client, clock: 0, structs }], [])
}

it('[S5] values of one key that know nothing of each other are seen', () => {
  const doc = new Y.Doc()
  doc.getMap('m')
  for (let client = 100; client < 400; client += 1) Y.applyUpdate(doc, values(client, 1))
  expect(isFar(doc, values(eve, 1))).toBe(false)
  expect(isFar(doc, values(eve, 200))).toBe(true)
})

it('what people type in a long text is never far, wherever they type', () => {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  for (let index = 0; index < 30_000; index += 1) text.insert(index % 2 === 0 ? text.length : 0, 'a')
  for (const place of [0, 15_000, 29_999, 30_000]) {
    const typist = new Y.Doc()
    Y.applyUpdate(typist, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(typist)
    const words = typist.getText('t')
    for (let index = 0; index < 100; index += 1) words.insert(place + (index % 3), 'b')
    for (let index = 0; index < 100; index += 1) words.insert(place, 'b')
    words.delete(place, 20)
    expect(isFar(doc, Y.encodeStateAsUpdate(typist, before))).toBe(false)
  }
})
