import type { CheckedPlace, TextProfile, TextRange } from '@concerte/schema'

import { bringIntoView } from '../plan/page/in-view.ts'
import type { PlanTools } from '../plan/plan-context.ts'
import { placeKey } from '../plan/store/place.ts'
import { markWords, unmarkWords } from './finding-mark.ts'
import { plainText, profileOf } from './text-at.ts'

/** Frames to wait for a text that is just being put on the page. */
const patience = 20

/** Takes the person to a place of the plan: the caret to its words, or the focus to its field or to the button that adds what is missing. */
export function goToPlace(tools: PlanTools, place: CheckedPlace, range: TextRange | undefined): void {
  const { fields, values, reveal, rights, store } = tools
  const mayWrite = rights.refusal({ type: 'write', node: place.node }) === null
  const profile = profileOf(store, place)
  unmarkWords()
  if (profile !== undefined) {
    if (mayWrite) fields.focus(place, { type: 'end' })
    else reveal(place.node)
    if (range !== undefined) showWords(tools, place, profile, range, patience)
    return
  }
  reveal(place.node)
  if (!mayWrite) return
  const added = document.querySelector<HTMLElement>(
    `#n-${place.node} [data-rubric="${CSS.escape(place.field)}"] > button`,
  )
  if (added === null) values.ask(place)
  else added.focus()
}

function showWords(
  tools: PlanTools,
  place: CheckedPlace,
  profile: TextProfile,
  range: TextRange,
  frames: number,
): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(`[data-text="${placeKey(place)}"]`)
    const fragment = tools.store.text(place)
    const words =
      element === null || fragment === undefined
        ? null
        : markWords(element, plainText(fragment, profile), range)
    if (element === null || fragment === undefined || words === null) {
      if (frames > 0) showWords(tools, place, profile, range, frames - 1)
      return
    }
    if (element.contains(document.activeElement)) {
      getSelection()?.collapse(words.endContainer, words.endOffset)
    }
    bringIntoView(words)
    // The words that were meant are others once somebody writes there.
    const stop = tools.store.onText(fragment, () => {
      stop()
      unmarkWords()
    })
  })
}
