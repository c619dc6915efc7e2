import * as Y from 'yjs'

import { endOf, findStruct, referencesOf, type Reference, type Struct, type Structs } from './structs.ts'

/** What holds a list: a root by its name, a type of the document, or a struct of the update that is one. */
type List = { holder: object | string; key: string | null }
/** `gone`: what would hold it is no longer there. */
type Placed = List | 'gone'

/**
 * Whether Yjs can take all structs in, one after another, and each comes to stand between two neighbours of one list.
 * Structs that wait for each other would wait for ever; between two lists, or within a value of a map, each replica
 * would say for itself where such a thing stands, and Yjs splits what it names wherever that is.
 * @param structs of which everything that they name is in the document or among them
 */
export function haveTheirPlaces(doc: Y.Doc, structs: Structs): boolean {
  const placed = new Map<Struct, Placed>()
  let count = 0
  for (const list of structs.values()) count += list.length

  const named: Named = {
    placeOf(reference) {
      const item = stored(doc, reference)
      if (item instanceof Y.Item) return { holder: item.parent ?? '', key: item.parentSub }
      const struct = item === null ? findStruct(structs, reference) : undefined
      return (struct && placed.get(struct)) ?? 'gone'
    },
    holderOf(reference) {
      const item = stored(doc, reference)
      if (item === null) return findStruct(structs, reference) ?? null
      return item instanceof Y.Item && item.content instanceof Y.ContentType ? item.content.type : null
    },
  }
  const taken = takeInOrder(doc, structs, (struct) => {
    const place = placeOf(doc, struct, named)
    if (place !== null) placed.set(struct, place)
    return place !== null
  })
  return taken === count
}

/** What references name, in the document or among the structs that were taken. */
type Named = {
  placeOf(reference: Reference): Placed
  /** Null when it holds nothing. */
  holderOf(reference: Reference): object | null
}

/** Null when it is not in the document. */
export function stored(doc: Y.Doc, { client, clock }: Reference): Y.Item | Struct | null {
  return clock < Y.getState(doc.store, client) ? Y.getItem(doc.store, Y.createID(client, clock)) : null
}

/** Calls `take` with each struct after all that it names; gives how many it took, until one is not taken. */
function takeInOrder(doc: Y.Doc, structs: Structs, take: (struct: Struct) => boolean): number {
  const next = new Map<number, number>()
  const ends = new Map<number, number>()
  /** The clients whose next struct waits for this one. */
  const waiting = new Map<Struct, number[]>()
  const ready = [...structs.keys()]
  let taken = 0

  const missing = (struct: Struct): Struct | undefined => {
    for (const reference of referencesOf(struct)) {
      const end = ends.get(reference.client) ?? Y.getState(doc.store, reference.client)
      if (reference.clock >= end) return findStruct(structs, reference)
    }
    return undefined
  }

  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const list = structs.get(client) ?? []
    for (let index = next.get(client) ?? 0; index < list.length; index += 1) {
      const struct = list[index]
      if (struct === undefined) break
      const other = missing(struct)
      if (other !== undefined) {
        const others = waiting.get(other)
        if (others === undefined) waiting.set(other, [client])
        else others.push(client)
        break
      }
      if (!take(struct)) return taken
      taken += 1
      next.set(client, index + 1)
      ends.set(client, endOf(struct))
      ready.push(...(waiting.get(struct) ?? []))
      waiting.delete(struct)
    }
  }
  return taken
}

/** Null when no editor writes such a thing. */
function placeOf(doc: Y.Doc, struct: Struct, named: Named): Placed | null {
  if (!(struct instanceof Y.Item)) return 'gone'
  const { origin, rightOrigin, parentSub: key } = struct
  if (rightOrigin !== null) {
    const right = named.placeOf(rightOrigin)
    if (right !== 'gone' && right.key !== null) return null
    if (origin === null) return right
    const left = named.placeOf(origin)
    return isSame(left, right) ? left : null
  }
  if (origin !== null) return named.placeOf(origin)
  const parent: unknown = struct.parent
  if (typeof parent === 'string') return { holder: doc.share.get(parent) ?? parent, key }
  const holder = parent instanceof Y.ID ? named.holderOf(parent) : null
  return holder === null ? 'gone' : { holder, key }
}

function isSame(one: Placed, other: Placed): boolean {
  if (one === 'gone' || other === 'gone') return one === other
  return one.holder === other.holder && one.key === other.key
}
