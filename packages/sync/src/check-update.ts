import * as Y from 'yjs'

import type { DecodedUpdate } from './decode-update.ts'

/**
 * `taken`: it may go to the log. `early`: it builds on what is not here, and can be taken once that is. `hostile`: no
 * editor writes such a thing; the log must not hold it.
 */
export type Verdict = 'taken' | 'early' | 'hostile'

/**
 * Looks at updates before they are committed, against the committed plan and what is on its way into the log. The
 * cost grows with the update, never with the plan.
 */
export type UpdateChecker = {
  check(update: DecodedUpdate): Verdict
  /** Remembers an update that was taken and is on its way into the log. */
  expect(update: DecodedUpdate): void
  /** Forgets what has meanwhile arrived in the plan. */
  settle(update: DecodedUpdate): void
  /** Forgets everything: the log took none of it. */
  forget(): void
}

/**
 * The deepest that shared types may stand in each other. Every level costs readers, editors and Yjs itself (which
 * deletes by recursion) some stack; people stay under twenty, and a hundred lists within lists come to two hundred.
 */
const maxDepth = 200
/** Where the numbers of a client's structs end: sums beyond 2^53 would no longer be exact, and be undecodable in a state vector. */
const maxClock = 2 ** 48

type Struct = DecodedUpdate['structs'][number]
type Reference = { client: number; clock: number }
/** Structs of one client, by clock. */
type Structs = Map<number, Struct[]>

export function createUpdateChecker(doc: Y.Doc): UpdateChecker {
  /** On their way into the log, with their depths. */
  const expected: Structs = new Map()
  const expectedDepths = new Map<Struct, number>()

  function check(update: DecodedUpdate): Verdict {
    const structs = byClient(update)
    return checkNumbers(update) ?? checkPresence(structs, update) ?? checkDepths(structs).verdict
  }

  /** Whether each client's structs follow on what is known of it, and whatever they name is there. */
  function checkPresence(structs: Structs, { ds }: DecodedUpdate): Verdict | null {
    const ends = new Map<number, number>()
    for (const [client, list] of structs) {
      let end = knownEnd(client)
      for (const struct of list) {
        if (struct.id.clock > end) return 'early'
        end = Math.max(end, endOf(struct))
      }
      ends.set(client, end)
    }
    const isThere = ({ client, clock }: Reference): boolean => clock < (ends.get(client) ?? knownEnd(client))
    for (const list of structs.values()) {
      for (const struct of list) {
        for (const reference of referencesOf(struct)) {
          // Yjs looks for what a client names of its own without asking whether it came.
          if (reference.client === struct.id.client && reference.clock >= struct.id.clock) return 'hostile'
          if (!isThere(reference)) return 'early'
        }
        if (!standsInOneList(struct)) return 'hostile'
      }
    }
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) {
        // Yjs fails on those that delete nothing.
        if (len === 0) return 'hostile'
        if (!isThere({ client, clock: clock + len - 1 })) return 'early'
      }
    }
    return null
  }

  /** Neighbours of two lists, or within a value of a map: where such a thing comes to stand, each replica would say for itself. */
  function standsInOneList(struct: Struct): boolean {
    if (!(struct instanceof Y.Item) || struct.rightOrigin === null) return true
    const right = committedItem(doc, struct.rightOrigin)
    const left = struct.origin === null ? null : committedItem(doc, struct.origin)
    if (right !== null && right.parentSub !== null) return false
    if (left !== null && left.parentSub !== null) return false
    return left === null || right === null || left.parent === right.parent
  }

  function checkDepths(structs: Structs): { verdict: Verdict; depths: Map<Struct, number> } {
    const depths = new Map<Struct, number>()
    for (const list of structs.values()) {
      for (const struct of list) {
        const depth = depthOf(struct, structs, depths)
        if (depth === null || depth > maxDepth) return { verdict: 'hostile', depths }
      }
    }
    return { verdict: 'taken', depths }
  }

  /** How many types stand around a struct; null where structs name each other in a circle. No recursion: chains are as long as the update. */
  function depthOf(struct: Struct, structs: Structs, depths: Map<Struct, number>): number | null {
    const path: { struct: Struct; deeper: number }[] = []
    let current = struct
    let depth = 0
    for (;;) {
      const known = depths.get(current)
      if (known === circling) return null
      if (known !== undefined) {
        depth = known
        break
      }
      const up = stepUp(current)
      path.push({ struct: current, deeper: up?.deeper ?? 0 })
      depths.set(current, circling)
      if (up === null) break
      const elsewhere = knownDepth(up.to)
      if (elsewhere !== null) {
        depth = elsewhere
        break
      }
      const next = find(structs, up.to)
      if (next === undefined) break
      current = next
    }
    for (const step of path.toReversed()) {
      depth += step.deeper
      depths.set(step.struct, depth)
    }
    return depth
  }

  /** What the committed plan, else what is on its way, says of a place; null where neither knows it. */
  function knownDepth(reference: Reference): number | null {
    if (reference.clock < Y.getState(doc.store, reference.client)) return committedDepth(doc, reference)
    const struct = find(expected, reference)
    return struct === undefined ? null : (expectedDepths.get(struct) ?? 0)
  }

  function knownEnd(client: number): number {
    const last = expected.get(client)?.at(-1)
    const committed = Y.getState(doc.store, client)
    return last === undefined ? committed : Math.max(committed, endOf(last))
  }

  return {
    check,
    expect(update) {
      const structs = byClient(update)
      const { depths } = checkDepths(structs)
      for (const [client, list] of structs) {
        const end = knownEnd(client)
        const fresh = list.filter((struct) => endOf(struct) > end)
        for (const struct of fresh) expectedDepths.set(struct, depths.get(struct) ?? 0)
        expected.set(client, [...(expected.get(client) ?? []), ...fresh])
      }
    },
    settle(update) {
      for (const client of byClient(update).keys()) {
        const committed = Y.getState(doc.store, client)
        const list = expected.get(client) ?? []
        const underway = list.filter((struct) => endOf(struct) > committed)
        for (const struct of list) if (endOf(struct) <= committed) expectedDepths.delete(struct)
        if (underway.length === 0) expected.delete(client)
        else expected.set(client, underway)
      }
    },
    forget() {
      expected.clear()
      expectedDepths.clear()
    },
  }
}

const circling = -1

function checkNumbers({ structs }: DecodedUpdate): Verdict | null {
  for (const struct of structs) {
    if (endOf(struct) > maxClock) return 'hostile'
    // A document within the document would be made here with the options that a stranger wrote.
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentDoc) return 'hostile'
  }
  return null
}

function endOf({ id, length }: Struct): number {
  return id.clock + length
}

/** Without what only says that something is missing. */
function byClient({ structs }: DecodedUpdate): Structs {
  const lists: Structs = new Map()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const list = lists.get(struct.id.client)
    if (list === undefined) lists.set(struct.id.client, [struct])
    else list.push(struct)
  }
  return lists
}

function find(structs: Structs, { client, clock }: Reference): Struct | undefined {
  const list = structs.get(client) ?? []
  let [low, high] = [0, list.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = list[middle]
    if (struct === undefined) return undefined
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return undefined
}

function referencesOf(struct: Struct): Reference[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null)
}

/** Where the depth of a struct comes from: one more than its parent's, else that of what it stands beside; null at a root. */
function stepUp(struct: Struct): { to: Reference; deeper: number } | null {
  if (!(struct instanceof Y.Item)) return null
  const { origin, rightOrigin, parent } = struct
  if (parent instanceof Y.ID) return { to: parent, deeper: 1 }
  const beside = origin ?? rightOrigin
  return beside === null ? null : { to: beside, deeper: 0 }
}

/** Null when it is not in the document, or is there no longer. */
function committedItem(doc: Y.Doc, { client, clock }: Reference): Y.Item | null {
  if (clock >= Y.getState(doc.store, client)) return null
  const found: unknown = Y.getItem(doc.store, Y.createID(client, clock))
  return found instanceof Y.Item ? found : null
}

function committedDepth(doc: Y.Doc, reference: Reference): number {
  let depth = 0
  let item = committedItem(doc, reference)
  while (item !== null && depth <= maxDepth) {
    const { parent } = item
    // Yjs offers no other way up from a type.
    // oxlint-disable-next-line eslint/no-underscore-dangle
    item = parent instanceof Y.AbstractType ? parent._item : null
    if (item !== null) depth += 1
  }
  return depth
}
