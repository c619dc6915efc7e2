import type { TextRange } from '@concerte/schema'

import { stretchesInPage, textNodes } from '../authorship/words-in-page.ts'

/** The stretches of a text in the element that shows it; none while the element shows other words (it is being drawn anew). */
export function rangesInPage(element: Element, words: string, ranges: readonly TextRange[]): Range[] {
  if (element instanceof HTMLTextAreaElement) return []
  const runs: { author: boolean; length: number }[] = []
  let at = 0
  for (const { start, end } of ranges) {
    runs.push({ author: false, length: start - at }, { author: true, length: end - start })
    at = end
  }
  runs.push({ author: false, length: words.length - at })
  const stretches = stretchesInPage(textNodes(element), words, runs) ?? []
  return stretches
    .filter(({ author }) => author)
    .map(({ start, end }) => {
      const range = document.createRange()
      range.setStart(start.node, start.offset)
      range.setEnd(end.node, end.offset)
      return range
    })
}

/** The element that shows a field; null where the page does not show it. */
export function elementOf(root: ParentNode, key: string): HTMLElement | null {
  const name = CSS.escape(key)
  return root.querySelector<HTMLElement>(`[data-text="${name}"], [data-value="${name}"]`)
}

/** The name of the field that an element shows. */
export function keyOf(element: Element): string | null {
  return element.getAttribute('data-text') ?? element.getAttribute('data-value')
}
