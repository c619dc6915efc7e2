import type { Standing } from '@concerte/schema'

import { elementOf, rangesInPage } from '../find/range-in-page.ts'
import { plainText, profileOf } from '../checks/text-at.ts'
import { bringIntoView } from '../plan/page/in-view.ts'
import type { PlanTools } from '../plan/plan-context.ts'
import { placeKey } from '../plan/store/place.ts'

/** Frames to wait for a text that is just being put on the page. */
const patience = 20

/** Brings the place of a thread into the window; the focus stays where it is. */
export function goToThread(tools: PlanTools, standing: Standing | undefined): void {
  if (standing === undefined || standing.type === 'unplaced' || standing.type === 'bin') return
  const words = standing.type === 'text' ? rangeOf(tools, standing) : null
  if (words === null) tools.reveal(standing.node)
  if (standing.type === 'text') show(tools, standing, patience)
}

function show(tools: PlanTools, standing: Extract<Standing, { type: 'text' }>, frames: number): void {
  const range = rangeOf(tools, standing)
  if (range === null) {
    if (frames > 0) requestAnimationFrame(() => show(tools, standing, frames - 1))
    return
  }
  bringIntoView(range)
}

/** The words of a stretch as the page shows them now; null where it does not. */
export function rangeOf(
  { store }: Pick<PlanTools, 'store'>,
  { node, field, from, to }: Extract<Standing, { type: 'text' }>,
): Range | null {
  const place = { node, field }
  const element = elementOf(document, placeKey(place))
  const fragment = store.text(place)
  if (element === null || fragment === undefined) return null
  const words = plainText(fragment, profileOf(store, place))
  return rangesInPage(element, words, [{ start: from, end: to }])[0] ?? null
}
