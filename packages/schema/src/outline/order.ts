import { generateNKeysBetween } from 'fractional-indexing'

/** Reading order of siblings: by fractional index, ties (two replicas that chose the same) by id. */
export function compareSiblings(a: Sibling, b: Sibling): number {
  return compare(a.order, b.order) || compare(a.id, b.id)
}

export type Sibling = { id: string; order: string }

/**
 * Indexes for `count` nodes put at `index` among `siblings` (in reading order). `rekeyed` is empty but where the
 * neighbours share one index or carry one that is not well formed: then every sibling gets a new one, in order.
 */
export function ordersAt(
  siblings: readonly Sibling[],
  index: number,
  count: number,
): { orders: string[]; rekeyed: Sibling[] } {
  const orders = keysBetween(siblings[index - 1]?.order, siblings[index]?.order, count)
  if (orders !== undefined) return { orders, rekeyed: [] }
  const all = freshKeys(siblings.length + count)
  const inserted = all.splice(index, count)
  return {
    orders: inserted,
    rekeyed: siblings.map(({ id }, position) => ({ id, order: all[position]! })),
  }
}

/** `count` rising keys for a list of which nothing is kept. */
export function freshKeys(count: number): string[] {
  return generateNKeysBetween(null, null, count)
}

/** `count` rising keys between two neighbours; undefined when the neighbours leave no room or are not well formed. */
export function keysBetween(
  before: string | undefined,
  after: string | undefined,
  count: number,
): string[] | undefined {
  if (before !== undefined && !alphabet.test(before)) return undefined
  if (after !== undefined && !alphabet.test(after)) return undefined
  if (before !== undefined && after !== undefined && before >= after) return undefined
  try {
    return generateNKeysBetween(before ?? null, after ?? null, count)
  } catch {
    // The library throws on a key that it could not have made: such a key came from a foreign replica.
    return undefined
  }
}

// The library reads any other character as `0`, and its keys would not rise.
const alphabet = /^[0-9A-Za-z]+$/

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
