import type { DropPlace } from './drop-places.ts'

export type Step = 'previous' | 'next' | 'previousList' | 'nextList' | 'first' | 'last'

/** The place that a step leads to; at the ends it stays. */
export function stepTo(places: readonly DropPlace[], at: number, step: Step): number {
  const last = places.length - 1
  switch (step) {
    case 'previous':
      return Math.max(0, at - 1)
    case 'next':
      return Math.min(last, at + 1)
    case 'first':
      return 0
    case 'last':
      return last
    case 'nextList': {
      const next = places.findIndex((place, index) => index > at && !isSameList(place, places[at]))
      return next === -1 ? last : next
    }
    case 'previousList': {
      const before = places.findLastIndex((place, index) => index < at && !isSameList(place, places[at]))
      if (before === -1) return 0
      // At its beginning, as the list after this one is entered.
      return places.findLastIndex((place, index) => index < before && !isSameList(place, places[before])) + 1
    }
  }
}

function isSameList(a: DropPlace | undefined, b: DropPlace | undefined): boolean {
  return a?.parent === b?.parent && a?.rubric === b?.rubric
}
