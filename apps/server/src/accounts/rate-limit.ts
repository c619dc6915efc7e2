/**
 * Counts attempts by key within a window that starts at the first one. In memory: a restart forgets, which at worst
 * gives a guesser one more round.
 */
export type RateLimit = {
  /** Counts one attempt; false when the key has none left. */
  take(key: string): boolean
  /** Forgets one attempt that turned out to be honest. */
  giveBack(key: string): void
}

/** Keys to remember before the expired ones are swept out. */
const sweepAt = 10_000

export function createRateLimit(options: {
  attempts: number
  windowMs: number
  nowMs: () => number
}): RateLimit {
  const { attempts, windowMs, nowMs } = options
  const counts = new Map<string, { count: number; endsAt: number }>()

  return {
    take(key) {
      const time = nowMs()
      if (counts.size >= sweepAt) sweep(time)
      const entry = counts.get(key)
      if (entry === undefined || entry.endsAt <= time) {
        counts.set(key, { count: 1, endsAt: time + windowMs })
        return true
      }
      // Counted before the answer is known, so that many attempts at once do not slip through together.
      if (entry.count >= attempts) return false
      entry.count += 1
      return true
    },
    giveBack(key) {
      const entry = counts.get(key)
      if (entry !== undefined && entry.count > 0) entry.count -= 1
    },
  }

  function sweep(time: number): void {
    for (const [key, entry] of counts) if (entry.endsAt <= time) counts.delete(key)
    // Still full of live keys: someone is spreading attempts over many. Forgetting the oldest bounds memory.
    for (const key of counts.keys()) {
      if (counts.size <= sweepAt / 2) break
      counts.delete(key)
    }
  }
}
