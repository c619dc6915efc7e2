import type { Later } from './plan-search.ts'

/** Milliseconds that a slice may take where the browser does not say. */
const slice = 8

/** Runs slices of a long work between the frames of the page. */
export const idleSlices: Later = (run) => {
  // Safari has no idle time to offer.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(() => {
      const end = performance.now() + slice
      run(() => end - performance.now())
    })
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(
    (deadline) => {
      // Out of time and asked for all the same: the page is busy, and a little must be done.
      const end = performance.now() + Math.max(4, Math.min(deadline.timeRemaining(), 2 * slice))
      run(() => end - performance.now())
    },
    { timeout: 200 },
  )
  return () => cancelIdleCallback(handle)
}
