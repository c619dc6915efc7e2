/** One thing that is so now, kept out of React's state of the page. */
export type Current<T> = {
  current: () => T
  set: (next: T) => void
  subscribe: (listener: () => void) => () => void
}

/** Tells of another value, and of no other. */
export function createCurrent<T>(first: T): Current<T> {
  let current = first
  const listeners = new Set<() => void>()
  return {
    current: () => current,
    set(next) {
      if (next === current) return
      current = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
