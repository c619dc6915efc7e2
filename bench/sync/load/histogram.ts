/** Delays, to a twentieth of a millisecond, at the cost of one addition each; the longest counted as ten seconds. */
export type Histogram = {
  add(ms: number): void
  clear(): void
  readonly count: number
  /** The delay, ms, that a share (0 to 1) of all were at or under. NaN without any. */
  percentile(share: number): number
}

const perMs = 20
const longestMs = 10_000

export function createHistogram(): Histogram {
  const buckets = new Uint32Array(longestMs * perMs + 1)
  let count = 0
  return {
    add(ms) {
      const bucket = Math.min(buckets.length - 1, Math.max(0, Math.floor(ms * perMs)))
      buckets[bucket] = (buckets[bucket] ?? 0) + 1
      count += 1
    },
    clear() {
      buckets.fill(0)
      count = 0
    },
    get count() {
      return count
    },
    percentile(share) {
      let left = Math.max(1, Math.ceil(count * share))
      for (const [bucket, n] of buckets.entries()) {
        left -= n
        if (left <= 0) return (bucket + 0.5) / perMs
      }
      return Number.NaN
    },
  }
}
