import * as Y from 'yjs'

import { findStruct, type Reference, type Struct, type Structs } from './structs.ts'

/** Where something stands in a document. */
export type Spot = {
  /** Name of the root type. */
  root: string
  /** Keys of the maps on the way down from the root. */
  keys: readonly string[]
  /** Whether it is the value of the last key, and not inside of that value. */
  isValue: boolean
  /** How many types stand around it, besides the root. */
  depth: number
}

/** `nowhere`: beside or within what is gone: Yjs drops it. `impossible`: no editor writes such a thing. */
export type Found = Spot | 'nowhere' | 'impossible'

/**
 * The deepest that shared types may stand in each other. Every level costs readers, editors and Yjs itself (which
 * deletes by recursion) some stack; people stay under twenty, and a hundred lists within lists come to two hundred.
 */
const maxDepth = 200

/** Finds where things stand; what it learns of a type it keeps, since a type never moves. */
export type SpotFinder = {
  /** The name of the root type that a type of the document is, or stands in; empty for what is in it no longer. */
  rootOf(type: Type): string
  /** Of something in the document. */
  ofItem(item: Y.Item): Found
  /** Of the structs of an update that is not in the document yet. The cost grows with the update alone. */
  ofStructs(structs: Structs): (struct: Struct) => Found
}

// As Yjs types it where it gives a type without saying which.
// oxlint-disable-next-line typescript/no-explicit-any
type Type = Y.AbstractType<any>

export function createSpotFinder(doc: Y.Doc): SpotFinder {
  /** Of what stands in a type, as a member of a list would: `isValue` false. */
  const inside = new WeakMap<Type, Spot>()

  function ofItem(item: Y.Item): Found {
    const { parent, parentSub } = item
    if (!(parent instanceof Y.AbstractType)) return 'nowhere'
    const around = insideOf(parent)
    return around === null ? 'impossible' : withKey(around, parentSub)
  }

  function insideOf(type: Type): Spot | null {
    const known = inside.get(type)
    if (known !== undefined) return known
    const path: Type[] = []
    let spot: Spot | null = null
    for (let current = type; spot === null;) {
      path.push(current)
      // Yjs offers no other way up from a type.
      // oxlint-disable-next-line eslint/no-underscore-dangle
      const holder = current._item
      if (holder === null) {
        spot = { root: Y.findRootTypeKey(current), keys: [], isValue: false, depth: 0 }
        inside.set(current, spot)
        path.pop()
      } else {
        if (!(holder.parent instanceof Y.AbstractType) || path.length > maxDepth + 1) return null
        spot = inside.get(holder.parent) ?? null
        current = holder.parent
      }
    }
    for (const child of path.toReversed()) {
      // oxlint-disable-next-line eslint/no-underscore-dangle
      const key = child._item?.parentSub ?? null
      spot = { ...withKey(spot, key), isValue: false, depth: spot.depth + 1 }
      inside.set(child, spot)
    }
    return spot
  }

  function ofStructs(structs: Structs): (struct: Struct) => Found {
    const known = new Map<Struct, Found>()

    /** In the document, else in the update. */
    function lookUp(reference: Reference): Y.Item | Struct | null {
      return committedStruct(doc, reference) ?? findStruct(structs, reference) ?? null
    }

    // No recursion: chains of structs that name each other are as long as the update.
    return (asked) => {
      const path: Struct[] = []
      let current = asked
      let found: Found | undefined
      for (;;) {
        found = known.get(current)
        if (found !== undefined) break
        path.push(current)
        // Whoever comes here again goes in a circle.
        known.set(current, 'impossible')
        const next = step(current, lookUp)
        if (next.type === 'found') {
          found = next.found
          known.set(current, found)
          path.pop()
          break
        }
        current = next.struct
      }
      for (const struct of path.toReversed()) {
        found = from(struct, found)
        known.set(struct, found)
      }
      return found
    }
  }

  /** Where a struct stands, or the struct of the update that decides it. */
  function step(
    struct: Struct,
    lookUp: (reference: Reference) => Y.Item | Struct | null,
  ): { type: 'found'; found: Found } | { type: 'follow'; struct: Struct } {
    if (!(struct instanceof Y.Item)) return { type: 'found', found: 'nowhere' }
    // As it was decoded, and not linked up yet: a root by name, or an id.
    const parent: unknown = struct.parent
    if (typeof parent === 'string') {
      const root: Spot = { root: parent, keys: [], isValue: false, depth: 0 }
      return { type: 'found', found: withKey(root, struct.parentSub) }
    }
    const reference = parent instanceof Y.ID ? parent : (struct.origin ?? struct.rightOrigin)
    const target = reference === null ? null : lookUp(reference)
    if (target === null || !(target instanceof Y.Item)) return { type: 'found', found: 'nowhere' }
    if (parent instanceof Y.ID) {
      const { content } = target
      // A value cannot hold anything, and Yjs fails on what says that it does.
      if (!(content instanceof Y.ContentType)) {
        return { type: 'found', found: content instanceof Y.ContentDeleted ? 'nowhere' : 'impossible' }
      }
      if (!isCommitted(target)) return { type: 'follow', struct: target }
      const around = insideOf(content.type)
      if (around === null || around.depth > maxDepth) return { type: 'found', found: 'impossible' }
      return { type: 'found', found: withKey(around, struct.parentSub) }
    }
    return isCommitted(target) ? { type: 'found', found: ofItem(target) } : { type: 'follow', struct: target }
  }

  return { rootOf: (type) => insideOf(type)?.root ?? '', ofItem, ofStructs }
}

/** Null when it is not in the document; else an item, or what is left of one. */
function committedStruct(doc: Y.Doc, { client, clock }: Reference): Y.Item | Struct | null {
  if (clock >= Y.getState(doc.store, client)) return null
  return Y.getItem(doc.store, Y.createID(client, clock))
}

function withKey(around: Spot, key: string | null): Spot {
  return key === null ? around : { ...around, keys: [...around.keys, key], isValue: true }
}

/** Linked up by Yjs, not just decoded. */
function isCommitted(item: Y.Item): boolean {
  return item.parent instanceof Y.AbstractType
}

/** Where a struct stands, from where that stands which decides it: the type that holds it, or its neighbour. */
function from(struct: Struct, found: Found): Found {
  if (typeof found === 'string' || !(struct instanceof Y.Item)) return found
  const parent: unknown = struct.parent
  if (!(parent instanceof Y.ID)) return found
  if (found.depth + 1 > maxDepth) return 'impossible'
  return withKey({ ...found, isValue: false, depth: found.depth + 1 }, struct.parentSub)
}
