import type { PlanStore } from '../plan/store/plan-store.ts'
import { placeOfKey } from '../plan/store/place.ts'
import { paintFound } from './found-painter.ts'
import { idleSlices } from './idle-slices.ts'
import { createPlanSearch, type PlanSearch } from './plan-search.ts'
import { keyOf } from './range-in-page.ts'

/** A search of the plan that is open, painted on the sheet; it begins where the caret is, else with what the window shows. */
export type OpenFind = { search: PlanSearch; root: HTMLElement; close: () => void }

export function openFind(store: PlanStore, root: HTMLElement): OpenFind {
  const search = createPlanSearch(store, idleSlices)
  const start = document.activeElement?.closest('[data-text], [data-value]') ?? firstShown(root)
  const key = start === null ? null : keyOf(start)
  if (key !== null) search.startAt(placeOfKey(key), 0)
  const stopPainting = paintFound(root, search)
  return {
    search,
    root,
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
