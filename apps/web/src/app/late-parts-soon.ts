import { whenIdle } from '../offline/idle.ts'
import { fetchLateParts } from '../ui/late-parts.ts'

/** Time, in ms, in which a page that nobody touches has shown all that it shows. */
const calm = 10_000

/** Fetches what opens over the page once someone works in it, or after a while: never in the way of the first keystroke. */
export function fetchLatePartsSoon(): void {
  const stop = new AbortController()
  const start = () => {
    stop.abort()
    callOff()
    whenIdle(() => void fetchLateParts(), 1000)
  }
  const callOff = whenIdle(start, calm)
  for (const type of ['pointerdown', 'keydown']) {
    window.addEventListener(type, start, { capture: true, passive: true, signal: stop.signal })
  }
}
