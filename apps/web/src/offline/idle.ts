/** Runs something when at least `ms` have passed and the page has nothing better to do; returns what calls it off. */
export function whenIdle(run: () => void, ms: number): () => void {
  let idle: number | undefined
  const timer = setTimeout(() => {
    // Safari has no idle time to offer.
    if (typeof requestIdleCallback !== 'function') run()
    else idle = requestIdleCallback(run, { timeout: 5000 })
  }, ms)
  return () => {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}
