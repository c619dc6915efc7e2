import * as Y from 'yjs'

import type { Reference } from '../structs.ts'
import type { Choose } from './random.ts'
import {
  Deep,
  lengthOf,
  poisoned,
  writeUpdate,
  type WrittenBlock,
  type WrittenContent,
  type WrittenDeletions,
  type WrittenStruct,
} from './write-update.ts'

/** What a stranger knows of a plan: all of it, and the client ids under which it may write. */
export type Known = { doc: Y.Doc; own: readonly number[] }

/**
 * An update put together from what a plan holds and what it does not, in ways that no editor would: most of it looks
 * right, and something is not.
 */
export function hostileUpdate(known: Known, choose: Choose): Uint8Array {
  const blocks: WrittenBlock[] = []
  const count = 1 + choose.below(choose.one([1, 1, 2, 3]))
  for (let index = 0; index < count; index += 1) {
    const client = chooseClient(known, choose)
    // The same client twice is left in now and then.
    if (blocks.some((block) => block.client === client) && !choose.once(10)) continue
    blocks.push(block(known, blocks, client, choose))
  }
  return writeUpdate(blocks, choose.once(2) ? deletions(known, blocks, choose) : [])
}

function chooseClient({ doc, own }: Known, choose: Choose): number {
  if (choose.once(30)) return choose.one([0, 2 ** 32, 2 ** 53 - 1])
  if (choose.once(8)) return choose.one([...doc.store.clients.keys()])
  return choose.once(3) ? 1 + choose.below(2 ** 31) : choose.one(own)
}

function block(known: Known, before: readonly WrittenBlock[], client: number, choose: Choose): WrittenBlock {
  const state = Y.getState(known.doc.store, client)
  const offsets = [0, 0, 0, 0, 1, 1, 2, 5, -1]
  const clock = Math.max(0, choose.once(40) ? 2 ** 48 - choose.below(9) : state - choose.one(offsets))
  const made: WrittenBlock = { client, clock, structs: [] }
  let at = clock
  const count = 1 + choose.below(choose.one([1, 1, 3, 6]))
  for (let index = 0; index < count; index += 1) {
    const struct = chooseStruct(known, [...before, made], { client, clock: at }, choose)
    made.structs.push(struct)
    at += lengthOf(struct)
  }
  return made
}

function chooseStruct(
  known: Known,
  blocks: readonly WrittenBlock[],
  self: Reference,
  choose: Choose,
): WrittenStruct {
  if (choose.once(15)) {
    return { type: choose.one(['gc', 'gc', 'skip']), length: choose.one([0, 1, 3, 3, 2 ** 47]) }
  }
  const [origin, rightOrigin] = chooseNeighbours(known, blocks, self, choose)
  const parent = choose.once(3)
    ? choose.one(['nodes', 'nodes', 'project', 'cover.title', 'ghost', '', '__proto__'])
    : (chooseType(known, blocks, choose) ?? 'nodes')
  const key = choose.once(2) ? null : chooseKey(known, choose)
  return { type: 'item', origin, rightOrigin, parent, key, content: chooseContent(known, choose) }
}

function chooseNeighbours(
  known: Known,
  blocks: readonly WrittenBlock[],
  self: Reference,
  choose: Choose,
): [Reference | null, Reference | null] {
  const any = () => chooseReference(known, blocks, self, choose)
  switch (choose.below(7)) {
    case 0:
      return [any(), any()]
    case 1:
      return [null, any()]
    case 2:
      return [any(), null]
    case 3: {
      // Next to each other in a list, as they should be.
      const item = chooseItem(known, choose)
      if (item === null) return [null, null]
      return [item.lastId, item.right?.id ?? null]
    }
    case 4: {
      const item = chooseItem(known, choose)
      return item === null
        ? [null, null]
        : [any(), { client: item.id.client, clock: item.id.clock + choose.below(item.length) }]
    }
    default:
      return [null, null]
  }
}

function chooseReference(
  known: Known,
  blocks: readonly WrittenBlock[],
  self: Reference,
  choose: Choose,
): Reference {
  switch (choose.below(12)) {
    case 0:
      return { client: self.client, clock: Math.max(0, self.clock - 1) }
    case 1:
      return { client: self.client, clock: self.clock + choose.below(4) }
    case 2:
      return { client: choose.below(2 ** 31), clock: choose.below(5) }
    case 3:
    case 4: {
      const { client, clock, structs } = choose.one(blocks)
      const length = structs.reduce((sum, struct) => sum + Math.min(9, lengthOf(struct)), 1)
      return { client, clock: clock + choose.below(length + 1) }
    }
    default:
      return chooseStored(known, choose)
  }
}

/** Any clock of anyone that the document has, live or gone. */
function chooseStored({ doc }: Known, choose: Choose): Reference {
  const [client, structs] = choose.one([...doc.store.clients])
  const { id, length } = choose.one(structs)
  return { client, clock: id.clock + choose.below(Math.min(length, 1_000)) }
}

function chooseItem({ doc }: Known, choose: Choose): Y.Item | null {
  for (let tries = 0; tries < 8; tries += 1) {
    const struct = choose.one(choose.one([...doc.store.clients.values()]))
    if (struct instanceof Y.Item && !struct.deleted) return struct
  }
  return null
}

function chooseType(known: Known, blocks: readonly WrittenBlock[], choose: Choose): Reference | null {
  if (choose.once(4)) return chooseReference(known, blocks, { client: 1, clock: 1 }, choose)
  for (let tries = 0; tries < 20; tries += 1) {
    const item = chooseItem(known, choose)
    if (item !== null && item.content instanceof Y.ContentType) return item.id
  }
  return null
}

const fields = ['type', 'place', 'place', 'title', 'text', 'trashed', 'colour', 'kind', 'lead']

function chooseKey({ doc }: Known, choose: Choose): string {
  const ids = [...doc.getMap('nodes').keys()]
  return choose.once(2) ? choose.one(fields) : choose.one([...ids, 'period', '', '__proto__'])
}

function chooseContent(known: Known, choose: Choose): WrittenContent {
  switch (choose.below(14)) {
    case 0:
      return { type: 'deleted', length: choose.one([0, 1, 4]) }
    case 1:
      return { type: 'bytes', bytes: Uint8Array.from([0xff, 0xfe, 0xed, 0xa0, 0x80].slice(choose.below(5))) }
    case 2:
      return {
        type: 'json',
        texts: choose.one([[], ['undefined'], ['{"a":1}', '2'], ['{"__proto__":{"a":1}}']]),
      }
    case 3:
      return {
        type: 'embed',
        text: choose.one(['{}', 'null', '3', `${'['.repeat(30_000)}${']'.repeat(30_000)}`]),
      }
    case 4:
      return {
        type: 'format',
        key: choose.one(['bold', 'link', '__proto__']),
        text: choose.one(['{}', 'null', '"x"']),
      }
    case 5:
      return { type: 'binary', bytes: new Uint8Array(choose.below(40)) }
    case 6:
    case 7:
    case 8:
      return {
        type: 'shared',
        kind: choose.below(8),
        name: choose.one(['paragraph', 'bulletList', 'script', '']),
      }
    case 9:
      return choose.once(6)
        ? { type: 'document', guid: 'x' }
        : { type: 'any', values: [chooseValue(known, choose)] }
    case 10:
    case 11: {
      const values = Array.from({ length: choose.one([0, 1, 1, 1, 3]) }, () => chooseValue(known, choose))
      return { type: 'any', values }
    }
    default:
      return { type: 'string', text: choose.one(['', 'mot', 'a', '😀 été 😀', ' '.repeat(60)]) }
  }
}

function chooseValue({ doc }: Known, choose: Choose): unknown {
  const ids = [...doc.getMap('nodes').keys(), 'axes', 'front', 'nowhere']
  switch (choose.below(9)) {
    case 0:
      return poisoned
    case 1:
      return choose.once(4) ? new Deep(choose.one([30, 200, 3_000, 9_000])) : null
    case 2:
      return choose.one(['axis', 'action', 'entry', 'group', 'section'])
    case 3:
      return choose.one([undefined, Number.NaN, 2 ** 60, -0, 3n, '😀', true, new Uint8Array(3)])
    case 4:
      return [1, { a: [{}] }]
    default:
      return { parent: choose.one(ids), order: choose.one(['a0', 'a1', '~', '']), rubric: 'measures' }
  }
}

function deletions(known: Known, blocks: readonly WrittenBlock[], choose: Choose): WrittenDeletions[] {
  return Array.from({ length: 1 + choose.below(2) }, () => {
    const ranges = Array.from({ length: 1 + choose.below(3) }, () => {
      const { client, clock } = chooseReference(known, blocks, choose.one(blocks), choose)
      return { client, clock, length: choose.one([1, 1, 2, 5, 0, 2 ** 52]) }
    })
    return { client: ranges[0]?.client ?? 0, ranges }
  })
}
