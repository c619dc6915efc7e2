import type { FieldPlace } from '@concerte/editor'
import type { TextRange } from '@concerte/schema'
import type * as Y from 'yjs'

import { placeKey } from '../plan/store/place.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'
import { touchedPlaces } from '../unsaved/touched-places.ts'
import { createFinder, type Finder, type FindOptions } from './find-in-text.ts'
import { readWords, searchedPlaces, type SearchedPlace } from './searched-places.ts'

export type Match = { place: SearchedPlace; range: TextRange }

export type SearchState = {
  query: string
  options: FindOptions
  /** In the order of the page, as far as they are found. */
  matches: readonly Match[]
  /** Which of them one is at; -1 for none. */
  at: number
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

export function createPlanSearch(store: PlanStore, later: Later): PlanSearch {
  const { doc } = store.plan
  const listeners = new Set<() => void>()
  const words = new Map<string, string>()
  const found = new Map<string, readonly TextRange[]>()
  let order: SearchedPlace[] = searchedPlaces(store.structure())
  let ranks = ranksOf(order)
  let todo = new Set<string>()
  let finder: Finder | null = null
  let anchor = { rank: 0, offset: 0 }
  let callOff: (() => void) | null = null
  let state: SearchState = {
    query: '',
    options: { isCaseExact: false, isSignExact: false, isWholeWord: false },
    matches: [],
    at: -1,
    isSearching: false,
  }

  function show(): void {
    // By the fields that have some: a plan has thousands that have none.
    const matches = Array.from(found, ([key, ranges]) => ({ rank: ranks.get(key) ?? -1, ranges }))
      .toSorted((a, b) => a.rank - b.rank)
      .flatMap(({ rank, ranges }) => {
        const place = order[rank]
        return place === undefined ? [] : ranges.map((range): Match => ({ place, range }))
      })
    state = { ...state, matches, at: fromAnchor(matches), isSearching: todo.size > 0 }
    for (const listener of listeners) listener()
  }

  /** The first match from where one is; past the end, the first of all. */
  function fromAnchor(matches: readonly Match[]): number {
    if (matches.length === 0) return -1
    const next = matches.findIndex(({ place, range }) => {
      const rank = ranks.get(placeKey(place)) ?? 0
      return rank > anchor.rank || (rank === anchor.rank && range.start >= anchor.offset)
    })
    return next === -1 ? 0 : next
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
        const place = order[ranks.get(key) ?? -1]
        if (place !== undefined) look(place)
        if (budget() <= 0) break
      }
      show()
      if (todo.size > 0) go()
    })
  }

  const onTransaction = ({ changed }: Y.Transaction) => {
    for (const place of touchedPlaces(store.plan, changed)) {
      const key = placeKey(place)
      words.delete(key)
      if (finder !== null && ranks.has(key)) todo.add(key)
    }
    if (todo.size > 0) go()
  }
  const onStructure = () => {
    const anchored = order[anchor.rank]
    order = searchedPlaces(store.structure())
    ranks = ranksOf(order)
    if (anchored !== undefined) anchor = { ...anchor, rank: ranks.get(placeKey(anchored)) ?? anchor.rank }
    for (const key of found.keys()) if (!ranks.has(key)) found.delete(key)
    if (finder === null) return
    for (const key of ranks.keys()) if (!words.has(key)) todo.add(key)
    go()
  }
  doc.on('afterTransaction', onTransaction)
  const leaveStructure = store.onStructure(onStructure)

  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    find(query, options) {
      finder = createFinder(query, options)
      found.clear()
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
      const { matches, at } = state
      if (matches.length === 0) return
      const next = matches[(at + direction + matches.length) % matches.length]
      if (next === undefined) return
      anchor = { rank: ranks.get(placeKey(next.place)) ?? 0, offset: next.range.start }
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
      doc.off('afterTransaction', onTransaction)
      leaveStructure()
    },
  }
}

function ranksOf(order: readonly SearchedPlace[]): Map<string, number> {
  return new Map(order.map((place, rank) => [placeKey(place), rank]))
}
