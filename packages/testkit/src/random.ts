/** A whole number from 0 to `below` - 1. */
export type Pick = (below: number) => number

/** A source of choices that one seed repeats (mulberry32). `below` 0 gives 0. */
export function createPick(seed: number): Pick {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below)
  }
}

/** One of the items; undefined when there is none. */
export function pickOne<T>(pick: Pick, items: readonly T[]): T | undefined {
  return items[pick(items.length)]
}

/** The items in a random order. */
export function shuffled<T>(pick: Pick, items: readonly T[]): T[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = pick(last + 1)
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}
