import type { Said } from '../commands/plan-commands.ts'
import { createCurrent } from '../store/current.ts'

/** The last thing worth saying; null when there is nothing (any longer). */
export type SaidStore = {
  current: () => Said
  say: (said: Said) => void
  subscribe: (listener: () => void) => () => void
}

export function createSaid(): SaidStore {
  const { set, ...said } = createCurrent<Said>(null)
  return { ...said, say: set }
}
