import * as encoding from 'lib0/encoding'

import type { Reference } from '../structs.ts'

/*
 * Updates (v1 encoding) put together by hand, of whatever the format can say: Yjs itself writes only what it could have
 * done.
 */

export type WrittenStruct =
  | { type: 'skip' | 'gc'; length: number }
  | {
      type: 'item'
      origin: Reference | null
      rightOrigin: Reference | null
      /** Written only when there is no neighbour: a root by name, or an item. */
      parent: string | Reference
      key: string | null
      content: WrittenContent
    }

export type WrittenContent =
  | { type: 'deleted'; length: number }
  | { type: 'string'; text: string }
  | { type: 'bytes'; bytes: Uint8Array }
  | { type: 'any'; values: unknown[] }
  | { type: 'json'; texts: string[] }
  | { type: 'embed'; text: string }
  | { type: 'format'; key: string; text: string }
  | { type: 'binary'; bytes: Uint8Array }
  | { type: 'shared'; kind: number; name: string }
  | { type: 'document'; guid: string }

export type WrittenBlock = { client: number; clock: number; structs: WrittenStruct[] }
export type WrittenDeletions = { client: number; ranges: { clock: number; length: number }[] }

export function writeUpdate(
  blocks: readonly WrittenBlock[],
  deletions: readonly WrittenDeletions[],
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, blocks.length)
  for (const { client, clock, structs } of blocks) {
    encoding.writeVarUint(encoder, structs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, deletions.length)
  for (const { client, ranges } of deletions) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}

export function lengthOf(struct: WrittenStruct): number {
  if (struct.type !== 'item') return struct.length
  const { content } = struct
  switch (content.type) {
    case 'deleted':
      return content.length
    case 'string':
      return content.text.length
    case 'any':
      return content.values.length
    case 'json':
      return content.texts.length
    case 'bytes':
    case 'embed':
    case 'format':
    case 'binary':
    case 'shared':
    case 'document':
      return 1
  }
}

const hasKey = 32
const hasRight = 64
const hasLeft = 128

function writeStruct(encoder: encoding.Encoder, struct: WrittenStruct): void {
  if (struct.type !== 'item') {
    encoding.writeUint8(encoder, struct.type === 'gc' ? 0 : 10)
    return encoding.writeVarUint(encoder, struct.length)
  }
  const { origin, rightOrigin, parent, key, content } = struct
  const flags = (key === null ? 0 : hasKey) + (rightOrigin ? hasRight : 0) + (origin ? hasLeft : 0)
  encoding.writeUint8(encoder, flags + contentNumbers[content.type])
  if (origin !== null) writeReference(encoder, origin)
  if (rightOrigin !== null) writeReference(encoder, rightOrigin)
  if (origin === null && rightOrigin === null) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeReference(encoder, parent)
    if (key !== null) encoding.writeVarString(encoder, key)
  }
  writeContent(encoder, content)
}

const contentNumbers: Record<WrittenContent['type'], number> = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  bytes: 4,
  embed: 5,
  format: 6,
  shared: 7,
  any: 8,
  document: 9,
}

function writeContent(encoder: encoding.Encoder, content: WrittenContent): void {
  switch (content.type) {
    case 'deleted':
      return encoding.writeVarUint(encoder, content.length)
    case 'string':
      return encoding.writeVarString(encoder, content.text)
    case 'bytes':
    case 'binary':
      return encoding.writeVarUint8Array(encoder, content.bytes)
    case 'any':
      encoding.writeVarUint(encoder, content.values.length)
      for (const value of content.values) writeAny(encoder, value)
      return
    case 'json':
      encoding.writeVarUint(encoder, content.texts.length)
      for (const text of content.texts) encoding.writeVarString(encoder, text)
      return
    case 'embed':
      return encoding.writeVarString(encoder, content.text)
    case 'format':
      encoding.writeVarString(encoder, content.key)
      return encoding.writeVarString(encoder, content.text)
    case 'shared':
      encoding.writeVarUint(encoder, content.kind)
      // Elements and hooks have a name.
      if (content.kind === 3 || content.kind === 5) encoding.writeVarString(encoder, content.name)
      return
    case 'document':
      encoding.writeVarString(encoder, content.guid)
      return encoding.writeAny(encoder, {})
  }
}

/** A value whose prototype a stranger would like to choose. */
export const poisoned = Symbol('{"__proto__": {…}}')
/** Lists within lists, as deep as the number says. */
export class Deep {
  readonly levels: number
  constructor(levels: number) {
    this.levels = levels
  }
}

function writeAny(encoder: encoding.Encoder, value: unknown): void {
  if (value instanceof Deep) {
    for (let level = 0; level < value.levels; level += 1) {
      encoding.writeUint8(encoder, 117)
      encoding.writeVarUint(encoder, 1)
    }
    return encoding.writeUint8(encoder, 126)
  }
  if (value !== poisoned) return encoding.writeAny(encoder, value as null)
  encoding.writeUint8(encoder, 118)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, '__proto__')
  encoding.writeAny(encoder, { parent: 'axes', order: 'a0' })
}

function writeReference(encoder: encoding.Encoder, { client, clock }: Reference): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}
