/** Choices that one seed repeats (mulberry32). */
export type Choose = {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** One time in `times`. */
  once(times: number): boolean
  /** @throws when there is none */
  one<T>(items: readonly T[]): T
}

export function createChoose(seed: number): Choose {
  let state = seed | 0
  function below(limit: number): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, limit)
  }
  return {
    below,
    once: (times) => below(times) === 0,
    one(items) {
      if (items.length === 0) throw new Error('nothing to choose from')
      return items[below(items.length)] as (typeof items)[number]
    },
  }
}
