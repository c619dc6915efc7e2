import type { FieldPlace } from '@concerte/editor'

import { isSamePlace } from '../store/place.ts'

/** Which structured field is to have the focus: it may be folded away, or not be on the page yet. */
export type ValueFocus = {
  ask: (place: FieldPlace) => void
  /** Whether a field of this node waits for the focus: what folds it away opens. */
  isAskedIn: (node: string) => boolean
  /** Gives the focus to the field that shows the place, if it is the one that was asked for. */
  take: (place: FieldPlace) => boolean
  subscribe: (listener: () => void) => () => void
}

export function createValueFocus(): ValueFocus {
  let asked: FieldPlace | null = null
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    ask(place) {
      asked = place
      tell()
    },
    isAskedIn: (node) => asked?.node === node,
    take(place) {
      if (asked === null || !isSamePlace(asked, place)) return false
      asked = null
      tell()
      return true
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
