import type { PlanTools } from '../plan/plan-context.ts'
import { placeOfKey } from '../plan/store/place.ts'
import { paintFound } from './found-painter.ts'
import { selectMatch, showMatch } from './go-to-match.ts'
import { idleSlices } from './idle-slices.ts'
import { createPlanSearch, type Match, type PlanSearch } from './plan-search.ts'
import { keyOf } from './range-in-page.ts'

/** A search of the plan that is open, painted on the sheet. */
export type OpenFind = {
  search: PlanSearch
  /** Brings a match into the window. */
  show: (match: Match) => void
  /** Gives it the focus, its words selected. */
  select: (match: Match) => void
  close: () => void
}

/** `from`: what had the focus; the search begins there, else with what the window shows. */
export function openFind(tools: PlanTools, root: HTMLElement, from: Element | null): OpenFind {
  const search = createPlanSearch(tools.store, idleSlices)
  const start = from?.closest('[data-text], [data-value]') ?? firstShown(root)
  const key = start === null ? null : keyOf(start)
  if (key !== null) search.startAt(placeOfKey(key), 0)
  const stopPainting = paintFound(root, search)
  return {
    search,
    show: (match) => showMatch(tools, { root, search }, match),
    select: (match) => selectMatch(tools, { root, search }, match),
    close() {
      stopPainting()
      search.close()
    },
  }
}

function firstShown(root: HTMLElement): Element | null {
  const { left, width } = root.getBoundingClientRect()
  for (const height of [0.15, 0.3, 0.5]) {
    const at = document.elementFromPoint(left + width / 2, innerHeight * height)
    const text = at?.closest('[data-text]') ?? at?.querySelector('[data-text]')
    if (text !== null && text !== undefined) return text
  }
  return null
}
