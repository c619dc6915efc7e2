/** What failed rests: `firstMs` after the first failure, then twice as long each time, up to `mostMs`. */
export type Backoff<Key> = {
  isResting(key: Key): boolean
  failed(key: Key): void
  succeeded(key: Key): void
}

export function createBackoff<Key>(
  nowMs: () => number,
  { firstMs, mostMs }: { firstMs: number; mostMs: number },
): Backoff<Key> {
  const resting = new Map<Key, { failures: number; untilMs: number }>()
  return {
    isResting: (key) => (resting.get(key)?.untilMs ?? 0) > nowMs(),
    failed(key) {
      const failures = (resting.get(key)?.failures ?? 0) + 1
      resting.set(key, { failures, untilMs: nowMs() + Math.min(mostMs, firstMs * 2 ** (failures - 1)) })
    },
    succeeded(key) {
      resting.delete(key)
    },
  }
}
