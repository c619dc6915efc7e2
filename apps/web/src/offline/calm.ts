import { whenIdle } from './idle.ts'

/** Milliseconds without a key, a press or a turn of the wheel after which nobody is kept waiting. */
const calm = 1000
/** Milliseconds of unbroken work after which something runs all the same. */
const patience = 60_000

/** What can wait until nobody is at work in the page. */
export type Calm = {
  /** Runs something when at least `ms` have passed and people pause; returns what calls it off. */
  later: (run: () => void, ms: number) => () => void
  close: () => void
}

/** `target` hears what people do: the window. `now` in ms. */
export function createCalm(target: EventTarget, now: () => number): Calm {
  const stop = new AbortController()
  let touchedAt = -Infinity
  for (const type of ['keydown', 'pointerdown', 'wheel', 'touchmove']) {
    const touch = () => {
      touchedAt = now()
    }
    target.addEventListener(type, touch, { capture: true, passive: true, signal: stop.signal })
  }
  return {
    later(run, ms) {
      const limit = now() + ms + patience
      const look = () => {
        const rest = touchedAt + calm - now()
        if (rest <= 0 || now() >= limit) run()
        else callOff = whenIdle(look, rest)
      }
      let callOff = whenIdle(look, ms)
      return () => callOff()
    },
    close: () => stop.abort(),
  }
}
