import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

import { encodeMessage, protocolVersion, type Message } from '../messages.ts'
import { hostileUpdate, type Known } from './hostile-update.ts'
import { plainEdit } from './plain-edit.ts'
import type { Choose } from './random.ts'
import { squareUpdate } from './square-update.ts'

/** What a hostile member says next: some messages, of which the first usually ends its connection. */
export function hostileMessages(known: Known & { state: Uint8Array }, choose: Choose): Uint8Array[] {
  switch (choose.below(12)) {
    case 0:
      return [encodeMessage(wrongMessage(choose))]
    case 1:
      return [mutate(encodeMessage(updateMessage(known, choose)), choose)]
    case 2:
      return [presenceMessage(choose)]
    case 3:
      return choose.once(6) ? [nested(known, choose)] : [randomBytes(choose)]
    case 4:
      return choose.once(8) ? [square(known, choose)] : several(known, choose)
    default:
      return [encodeMessage(updateMessage(known, choose))]
  }
}

function several(known: Known & { state: Uint8Array }, choose: Choose): Uint8Array[] {
  return Array.from({ length: 2 + choose.below(4) }, () => encodeMessage(updateMessage(known, choose)))
}

/** As it came, or big enough to be tried first. */
function square({ own }: Known, choose: Choose): Uint8Array {
  const of = { client: choose.one(own), root: choose.one(['cover.title', 'ghost']) }
  return encodeMessage({ type: 'update', update: squareUpdate(choose.one([3, 40, 600]), of) })
}

function updateMessage(known: Known & { state: Uint8Array }, choose: Choose): Message {
  const update = choose.once(3) ? plainEdit(known.state, known.own, choose) : hostileUpdate(known, choose)
  return { type: choose.one(['update', 'update', 'syncStep2']), update }
}

function wrongMessage(choose: Choose): Message {
  const bytes = choose.one([[], [0], [1, 255], [200, 200, 200, 1], [1, 1, 255, 255, 255, 255, 15]])
  return choose.one<Message>([
    { type: 'acknowledged', count: 2 ** 40 },
    { type: 'refused', code: 'phase' },
    { type: 'access', canWrite: true, lineage: 'two', rights: '{' },
    { type: 'closed', code: 4400 },
    { type: 'askSaved', version: choose.one([protocolVersion, 0, 2 ** 50]) },
    { type: 'syncStep1', stateVector: Uint8Array.from(bytes) },
    { type: 'queryAwareness' },
    { type: 'awareness', update: Uint8Array.from(bytes) },
  ])
}

/** Any bytes changed, cut off, put twice or appended. */
function mutate(message: Uint8Array, choose: Choose): Uint8Array {
  const bytes = Uint8Array.from(message)
  const changes = 1 + choose.below(4)
  for (let change = 0; change < changes; change += 1) bytes[choose.below(bytes.length)] = choose.below(256)
  switch (choose.below(5)) {
    case 0:
      return bytes.slice(0, choose.below(bytes.length))
    case 1:
      return Uint8Array.from([...bytes, ...bytes])
    case 2:
      return Uint8Array.from([...message, choose.below(256)])
    default:
      return bytes
  }
}

function randomBytes(choose: Choose): Uint8Array {
  const bytes = Uint8Array.from({ length: choose.below(80) }, () => choose.below(256))
  bytes[0] = choose.one([0, 1, 3, 100, 200])
  return bytes
}

function presenceMessage(choose: Choose): Uint8Array {
  const encoder = encoding.createEncoder()
  const count = choose.one([0, 1, 1, 2, 9, 2 ** 40])
  encoding.writeVarUint(encoder, count)
  for (let index = 0; index < Math.min(count, 9); index += 1) {
    encoding.writeVarUint(encoder, choose.one([1, 2, choose.below(2 ** 31), 2 ** 53 - 1]))
    encoding.writeVarUint(encoder, choose.one([0, 1, 7, 2 ** 53 - 1]))
    const text = choose.one([
      'null',
      '{}',
      '{"__proto__":{"a":1}}',
      '[',
      '3',
      `{"a":${'['.repeat(1_900)}${']'.repeat(1_900)}}`,
    ])
    encoding.writeVarString(encoder, choose.once(9) ? `"${'x'.repeat(5_000)}"` : text)
  }
  return encodeMessage({ type: 'awareness', update: encoding.toUint8Array(encoder) })
}

/** Lists within lists, as deep as one message can say. */
function nested({ state, own }: { state: Uint8Array; own: readonly number[] }, choose: Choose): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = choose.one(own)
  let around: Y.XmlFragment = doc.getXmlFragment('cover.mention')
  for (let first: unknown = around.get(0); first instanceof Y.XmlElement; first = around.get(0))
    around = first
  const before = Y.encodeStateVector(doc)
  const levels = choose.one([20, 70, 190, 300, 2_000])
  for (let level = 0; level < levels; level += 1) {
    const next = new Y.XmlElement('bulletList')
    around.insert(0, [next])
    around = next
  }
  return encodeMessage({ type: 'update', update: Y.encodeStateAsUpdate(doc, before) })
}
