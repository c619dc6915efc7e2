import * as Y from 'yjs'

import type { DecodedUpdate } from './decode-update.ts'

export type Struct = DecodedUpdate['structs'][number]
export type Reference = { client: number; clock: number }
/** The structs of an update, by client, in the order of their clocks. */
export type Structs = ReadonlyMap<number, readonly Struct[]>

/** Without what only says that something is missing. */
export function byClient({ structs }: DecodedUpdate): Structs {
  const lists = new Map<number, Struct[]>()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const list = lists.get(struct.id.client)
    if (list === undefined) lists.set(struct.id.client, [struct])
    else list.push(struct)
  }
  return lists
}

/** The first clock after a struct. */
export function endOf({ id, length }: Struct): number {
  return id.clock + length
}

export function findStruct(structs: Structs, { client, clock }: Reference): Struct | undefined {
  const list = structs.get(client) ?? []
  let [low, high] = [0, list.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = list[middle]
    if (struct === undefined) return undefined
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= endOf(struct)) low = middle + 1
    else return struct
  }
  return undefined
}

/** Whatever a struct names that must be there before it. */
export function referencesOf(struct: Struct): Reference[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null)
}
