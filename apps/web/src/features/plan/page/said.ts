import type { Said } from '../commands/plan-commands.ts'

/** The last thing worth saying; null when there is nothing (any longer). */
export type SaidStore = {
  current: () => Said
  say: (said: Said) => void
  subscribe: (listener: () => void) => () => void
}

export function createSaid(): SaidStore {
  let current: Said = null
  const listeners = new Set<() => void>()
  return {
    current: () => current,
    say(said) {
      if (said === current) return
      current = said
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
