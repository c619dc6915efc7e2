import { createAnchor, type Subject } from '@concerte/schema'

import { plainText, profileOf } from '../checks/text-at.ts'
import { stretchesInPage, textNodes } from '../authorship/words-in-page.ts'
import type { PlanTools } from '../plan/plan-context.ts'
import { placeOfKey } from '../plan/store/place.ts'

/** Words of one text of the plan that are selected in the page. */
export type ChosenWords = {
  node: string
  field: string
  from: number
  to: number
  range: Range
  element: HTMLElement
}

/** What is selected, where it is words of one text (what reaches beyond it is left aside); null for nothing. */
export function chosenWords({ store }: Pick<PlanTools, 'store'>, root: HTMLElement): ChosenWords | null {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const element = textAt(range.startContainer) ?? textAt(range.endContainer)
  if (element === null || !root.contains(element)) return null
  const place = placeOfKey(element.getAttribute('data-text') ?? '')
  const fragment = store.text(place)
  if (fragment === undefined) return null
  const words = plainText(fragment, profileOf(store, place))
  const found = unitsOf(element, words, range)
  if (found === null || words.slice(found.from, found.to).trim() === '') return null
  return { ...place, ...found, range, element }
}

/** What a thread on these words hangs on. */
export function subjectOf({ store }: Pick<PlanTools, 'store'>, chosen: ChosenWords): Subject {
  const anchor = createAnchor(store.plan, chosen)
  return anchor === null ? { type: 'node', node: chosen.node } : { type: 'text', anchor }
}

/** Where a range of the page is in the plain words of the text that an element shows. */
function unitsOf(element: Element, words: string, range: Range): { from: number; to: number } | null {
  let from = Infinity
  let to = -1
  // One run a letter, which gives the place of each; it is done once a selection.
  const runs = Array.from({ length: words.length }, (_, author) => ({ author, length: 1 }))
  const nodes = new Map<Text, { first: number; offset: number }>()
  for (const { author, start } of stretchesInPage(textNodes(element), words, runs) ?? []) {
    if (!nodes.has(start.node)) nodes.set(start.node, { first: author, offset: start.offset })
  }
  for (const [node, { first, offset }] of nodes) {
    if (!range.intersectsNode(node)) continue
    const begin = node === range.startContainer ? range.startOffset : offset
    const end = node === range.endContainer ? range.endOffset : node.data.length
    if (begin >= end) continue
    from = Math.min(from, first + begin - offset)
    to = Math.max(to, first + end - offset)
  }
  return to === -1 ? null : { from, to }
}

function textAt(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-text]') ?? null
}
