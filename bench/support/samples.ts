/** The nearest-rank percentile, `share` from 0 to 1. At least one sample. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))
  const value = sorted[index]
  if (value === undefined) throw new Error('no samples')
  return value
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5)
}

/** Milliseconds that an action takes. */
export async function timed(action: () => unknown): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}
