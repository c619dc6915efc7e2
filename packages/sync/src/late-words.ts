import type { CharacterStretch } from '@concerte/schema'
import * as Y from 'yjs'

import type { DecodedUpdate } from './decode-update.ts'
import { endOf } from './structs.ts'
import { liveItems } from './touches.ts'

/*
 * Words that nobody removed and that go all the same. Who takes a paragraph away names each character that stood in it, so
 * that characters which go with it unnamed are words that its remover had not seen: an update takes them along, or comes
 * too late and writes in what is gone already. (Who types in an offline page brings both kinds at once.)
 */

/** Before an update: the words that would go along with the elements that it removes, text by text, in their order. */
export function wordsTakenAlong(doc: Y.Doc, { ds }: DecodedUpdate): CharacterStretch[] {
  const gapsIn = createGaps(ds)
  const texts = new Set<Y.XmlText>()
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      for (const { content } of liveItems(doc, client, clock, clock + len)) {
        if (content instanceof Y.ContentType) addTexts(texts, content.type)
      }
    }
  }
  return [...texts].flatMap((text) => {
    const found: CharacterStretch[] = []
    // Yjs names the characters nowhere else.
    // oxlint-disable-next-line eslint/no-underscore-dangle
    for (let item = text._start; item !== null; item = item.right) {
      if (!item.deleted) found.push(...gapsIn(item))
    }
    return found
  })
}

/** After an update, and before the transaction ends: the words of it that came to stand in what is gone. */
export function wordsTooLate(doc: Y.Doc, { structs, ds }: DecodedUpdate): CharacterStretch[] {
  const gapsIn = createGaps(ds)
  return structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item)) return []
    return gapsIn(struct).filter(({ client, clock }) => {
      const item: unknown = Y.getItem(doc.store, Y.createID(client, clock))
      return item instanceof Y.Item && item.deleted
    })
  })
}

function addTexts(texts: Set<Y.XmlText>, type: unknown): void {
  if (type instanceof Y.XmlText) texts.add(type)
  else if (type instanceof Y.XmlFragment) for (const child of type.toArray()) addTexts(texts, child)
}

/** Finds the characters of an item that are not among deleted ranges. */
function createGaps({ clients }: DecodedUpdate['ds']): (item: Y.Item) => CharacterStretch[] {
  const sorted = new Map<number, readonly { clock: number; len: number }[]>()

  function rangesOf(client: number): readonly { clock: number; len: number }[] {
    const known = sorted.get(client)
    if (known !== undefined) return known
    const ranges = (clients.get(client) ?? []).toSorted((a, b) => a.clock - b.clock)
    sorted.set(client, ranges)
    return ranges
  }

  return (item) => {
    const { content, id } = item
    if (!(content instanceof Y.ContentString)) return []
    const ranges = rangesOf(id.client)
    const gaps: CharacterStretch[] = []
    let at = id.clock
    const addUntil = (end: number): void => {
      const words = content.str.slice(at - id.clock, end - id.clock)
      if (words !== '') gaps.push({ client: id.client, clock: at, words })
    }
    for (let index = firstAfter(ranges, at); index < ranges.length; index += 1) {
      const { clock, len } = ranges[index]!
      if (clock >= endOf(item)) break
      if (clock > at) addUntil(clock)
      at = Math.max(at, clock + len)
    }
    if (at < endOf(item)) addUntil(endOf(item))
    return gaps
  }
}

/** The first range that does not end before a clock. */
function firstAfter(ranges: readonly { clock: number; len: number }[], clock: number): number {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]!
    if (range.clock + range.len <= clock) low = middle + 1
    else high = middle
  }
  return low
}
