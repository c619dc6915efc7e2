import type { FieldPlace } from '@concerte/editor'
import type { TextRange } from '@concerte/schema'
import type * as Y from 'yjs'

import { placeKey } from '../plan/store/place.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'
import { touchedPlaces } from '../unsaved/touched-places.ts'
import { createFinder, type Finder, type FindOptions } from './find-in-text.ts'
import { isValueField, readWords, searchedPlaces, type SearchedPlace } from './searched-places.ts'

export type Match = { place: SearchedPlace; range: TextRange }

export type SearchState = {
  query: string
  options: FindOptions
  /** How many are found so far. */
  count: number
  /** Which of them one is at, from 1 in the order of the page; 0 for none. */
  at: number
  match: Match | null
  isSearching: boolean
}

/**
 * Finds words in the whole plan, from its document: the page does not show all of it. The plan is read in slices while the page has
 * nothing better to do, and each field once; then only what changes is read again.
 */
export type PlanSearch = {
  current: () => SearchState
  subscribe: (listener: () => void) => () => void
  /** Looks for something else; one is at the first match from where one was. */
  find: (query: string, options: FindOptions) => void
  /** Where one starts from. */
  startAt: (place: FieldPlace, offset: number) => void
  step: (direction: 1 | -1) => void
  /** Those of one field. */
  matchesAt: (key: string) => readonly TextRange[]
  /** The words in which those were found. */
  wordsAt: (key: string) => string
  /** Every field with matches, as the plan is now: those found before may be moments old. */
  readAll: () => { place: SearchedPlace; ranges: TextRange[] }[]
  readOne: (place: SearchedPlace) => TextRange[]
  close: () => void
}

/** Runs something soon, when the page is idle, with the milliseconds that it may take; returns what calls it off. */
export type Later = (run: (budget: () => number) => void) => () => void

/** Slices between two pictures of how many are found. */
const pictureEvery = 10

export function createPlanSearch(store: PlanStore, later: Later): PlanSearch {
  const { plan } = store
  const listeners = new Set<() => void>()
  const words = new Map<string, string>()
  const found = new Map<string, readonly TextRange[]>()
  let order: SearchedPlace[] = searchedPlaces(store)
  let ranks = ranksOf(order)
  let todo = new Set<string>()
  let finder: Finder | null = null
  let anchor = { rank: 0, offset: 0 }
  let slices = 0
  let callOff: (() => void) | null = null
  let state: SearchState = {
    query: '',
    options: { isCaseExact: false, isSignExact: false, isWholeWord: false },
    count: 0,
    at: 0,
    match: null,
    isSearching: false,
  }

  const rankOf = (key: string) => ranks.get(key) ?? -1

  function show(): void {
    let count = 0
    for (const ranges of found.values()) count += ranges.length
    const here = fromAnchor()
    state = { ...state, count, at: 0, match: null, isSearching: todo.size > 0 }
    if (here !== null) {
      let before = here.index + 1
      for (const [key, ranges] of found) if (rankOf(key) < here.rank) before += ranges.length
      state = { ...state, at: before, match: matchOf(here) }
    }
    for (const listener of listeners) listener()
  }

  type Spot = { rank: number; index: number }

  function matchOf({ rank, index }: Spot): Match | null {
    const place = order[rank]
    const range = place === undefined ? undefined : found.get(placeKey(place))?.[index]
    return place === undefined || range === undefined ? null : { place, range }
  }

  /** The first match from where one is; past the end, the first of all. */
  function fromAnchor(): Spot | null {
    const place = order[anchor.rank]
    const own = place === undefined ? [] : (found.get(placeKey(place)) ?? [])
    const index = own.findIndex(({ start }) => start >= anchor.offset)
    if (index !== -1) return { rank: anchor.rank, index }
    const rank = nextRank(anchor.rank, 1)
    return rank === null ? null : { rank, index: 0 }
  }

  /** The next field that has matches, around the plan; the same one where no other has. */
  function nextRank(from: number, direction: 1 | -1): number | null {
    let next: number | null = null
    const distance = (rank: number) => ((rank - from) * direction - 1 + order.length) % order.length
    for (const key of found.keys()) {
      const rank = rankOf(key)
      if (next === null || distance(rank) < distance(next)) next = rank
    }
    return next
  }

  function look(place: SearchedPlace): void {
    const key = placeKey(place)
    const text = words.get(key) ?? readWords(store, place)
    words.set(key, text)
    const ranges = finder === null || text === '' ? [] : finder(text)
    if (ranges.length === 0) found.delete(key)
    else found.set(key, ranges)
  }

  function go(): void {
    callOff ??= later((budget) => {
      callOff = null
      for (const key of todo) {
        todo.delete(key)
        const place = order[rankOf(key)]
        if (place !== undefined) look(place)
        if (budget() <= 0) break
      }
      slices += 1
      if (todo.size === 0 || state.match === null || slices % pictureEvery === 0) show()
      if (todo.size > 0) go()
    })
  }

  function reorder(): void {
    const anchored = order[anchor.rank]
    order = searchedPlaces(store)
    ranks = ranksOf(order)
    if (anchored !== undefined) anchor = { ...anchor, rank: ranks.get(placeKey(anchored)) ?? anchor.rank }
    for (const key of found.keys()) if (!ranks.has(key)) found.delete(key)
    if (finder === null) return
    for (const key of ranks.keys()) if (!words.has(key)) todo.add(key)
    go()
  }
  const onTransaction = ({ changed }: Y.Transaction) => {
    let isNew = false
    for (const place of touchedPlaces(plan, changed)) {
      const key = placeKey(place)
      words.delete(key)
      if (ranks.has(key)) todo.add(key)
      else if (isValueField(place.field)) isNew = true
    }
    // A structured field that was empty has its first words.
    if (isNew) reorder()
    if (finder === null) todo.clear()
    else if (todo.size > 0) go()
  }
  plan.doc.on('afterTransaction', onTransaction)
  const leaveStructure = store.onStructure(reorder)

  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    find(query, options) {
      finder = createFinder(query, options)
      found.clear()
      slices = 0
      // From where one is to the end, then from the beginning: what one sees next is found first.
      const keys = finder === null ? [] : [...ranks.keys()]
      todo = new Set([...keys.slice(anchor.rank), ...keys.slice(0, anchor.rank)])
      state = { ...state, query, options }
      show()
      if (todo.size > 0) go()
    },
    startAt(place, offset) {
      anchor = { rank: ranks.get(placeKey(place)) ?? 0, offset }
    },
    step(direction) {
      const here = fromAnchor()
      if (here === null) return
      const own = { rank: here.rank, index: here.index + direction }
      const rank = nextRank(here.rank, direction) ?? here.rank
      const there = order[rank]
      const last = (there === undefined ? [] : (found.get(placeKey(there)) ?? [])).length - 1
      const next = matchOf(own) ?? matchOf({ rank, index: direction === 1 ? 0 : last })
      if (next === null) return
      anchor = { rank: rankOf(placeKey(next.place)), offset: next.range.start }
      show()
    },
    matchesAt: (key) => found.get(key) ?? [],
    wordsAt: (key) => words.get(key) ?? '',
    readAll: () =>
      order.flatMap((place) => {
        const ranges = finder?.(readWords(store, place)) ?? []
        return ranges.length === 0 ? [] : [{ place, ranges }]
      }),
    readOne: (place) => finder?.(readWords(store, place)) ?? [],
    close() {
      callOff?.()
      plan.doc.off('afterTransaction', onTransaction)
      leaveStructure()
    },
  }
}

function ranksOf(order: readonly SearchedPlace[]): Map<string, number> {
  return new Map(order.map((place, rank) => [placeKey(place), rank]))
}
