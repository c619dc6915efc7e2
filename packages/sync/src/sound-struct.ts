import * as Y from 'yjs'

import type { Struct } from './structs.ts'

/** How deep lists and objects may stand in each other within one value: those of a plan come to five. */
const maxLevels = 50

/**
 * Whether a struct can be kept, written again and read by everyone as it was read here. One without length would be
 * taken in by Yjs though its clock is known already; values too deep cannot be written again, those with a prototype
 * of a stranger's choice read otherwise than they are written.
 */
export function isSound(struct: Struct): boolean {
  if (struct.length === 0) return false
  if (!(struct instanceof Y.Item)) return true
  const { content } = struct
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr.every(isPlain)
  if (content instanceof Y.ContentEmbed) return isPlain(content.embed)
  if (content instanceof Y.ContentFormat) return isPlain(content.value)
  // A document within the document would be made here with the options that a stranger wrote.
  return !(content instanceof Y.ContentDoc)
}

function isPlain(value: unknown): boolean {
  return isPlainWithin(value, maxLevels)
}

function isPlainWithin(value: unknown, levels: number): boolean {
  if (typeof value === 'bigint') return false
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true
  if (levels === 0) return false
  if (Array.isArray(value)) return value.every((item) => isPlainWithin(item, levels - 1))
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    !Object.hasOwn(value, '__proto__') &&
    Object.values(value).every((item) => isPlainWithin(item, levels - 1))
  )
}
