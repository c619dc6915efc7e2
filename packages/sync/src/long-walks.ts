import * as Y from 'yjs'

import { stored } from './struct-lists.ts'
import { findStruct, type Struct, type Structs } from './structs.ts'

// Yjs offers no other way into its lists.
// oxlint-disable eslint/no-underscore-dangle

type Type = Pick<Y.AbstractType<unknown>, '_map' | '_start'>

/** Items of the document: a few milliseconds. Honest words stand beside those that they were typed at. */
const maxSteps = 20_000

/**
 * Whether Yjs would walk far over what the document holds already to find the places of these structs: many small
 * updates can put there what one big one may not [S5]. Follows `Item.integrate` of Yjs, without changing anything;
 * walks over structs of the update itself are not counted.
 */
export function walkFar(doc: Y.Doc, structs: Structs): boolean {
  const tails = new Map<Struct, Y.Item>()
  let steps = 0

  function walk(struct: Y.Item): void {
    const { origin, rightOrigin, id } = struct
    const tail = tailOf(struct)
    const end = tail.rightOrigin === null ? null : stored(doc, tail.rightOrigin)
    const seen = new Set<Y.Item>()
    let next: Y.Item | null
    if (origin === null) next = firstOf(tail)
    else {
      const left = stored(doc, origin)
      // After a struct of the update itself, the first item of the document ends the walk; within one item it is none.
      if (!(left instanceof Y.Item) || left === end) return
      // It is split there, and its second half is the first to walk over.
      if (left.lastId.clock !== origin.clock) seen.add(left)
      next = left.right
    }
    for (; next !== null && next !== end && steps <= maxSteps; next = next.right) {
      steps += 1
      seen.add(next)
      if (Y.compareIDs(origin, next.origin)) {
        if (next.id.client >= id.client && Y.compareIDs(rightOrigin, next.rightOrigin)) return
      } else {
        const before = next.origin === null ? null : stored(doc, next.origin)
        if (!(before instanceof Y.Item) || !seen.has(before)) return
      }
    }
  }

  /** The last one to the right of which only the document is: nothing stands further right than that allows. */
  function tailOf(struct: Y.Item): Y.Item {
    let tail = struct
    while (tail.rightOrigin !== null) {
      const right = findStruct(structs, tail.rightOrigin)
      if (!(right instanceof Y.Item)) break
      tail = tails.get(right) ?? right
    }
    tails.set(struct, tail)
    return tail
  }

  /** The first in the list of a struct, or the oldest value of its key; null where the list is new. */
  function firstOf(struct: Y.Item): Y.Item | null {
    const { parent, key } = placeOf(struct)
    if (parent === null) return null
    if (key === null) return parent._start
    let first = parent._map.get(key) ?? null
    for (; first !== null && first.left !== null && steps <= maxSteps; first = first.left) steps += 1
    return first
  }

  function placeOf(struct: Y.Item): { parent: Type | null; key: string | null } {
    let at: Struct | undefined = struct
    while (at instanceof Y.Item) {
      const beside: Y.ID | null = at.rightOrigin ?? at.origin
      if (beside === null) return { parent: typeOf(at.parent), key: at.parentSub }
      const item: Y.Item | Struct | null = stored(doc, beside)
      if (item instanceof Y.Item) return { parent: typeOf(item.parent), key: item.parentSub }
      at = findStruct(structs, beside)
    }
    return { parent: null, key: null }
  }

  function typeOf(parent: unknown): Type | null {
    if (parent instanceof Y.AbstractType) return parent
    if (typeof parent === 'string') return doc.share.get(parent) ?? null
    const item = parent instanceof Y.ID ? stored(doc, parent) : null
    return item instanceof Y.Item && item.content instanceof Y.ContentType ? item.content.type : null
  }

  for (const list of structs.values()) {
    for (const struct of list) {
      if (struct instanceof Y.Item) walk(struct)
      if (steps > maxSteps) return true
    }
  }
  return false
}
