import type { TextRange } from '@concerte/schema'

import { rangesInPage } from '../find/range-in-page.ts'

/** The name that checks.module.css styles. */
const highlightName = 'finding'
const canMark = 'highlights' in (globalThis.CSS ?? {}) && typeof Highlight === 'function'

/** Paints a stretch of `words` over the element that shows them, without changing it; null where it shows other words. */
export function markWords(element: Element, words: string, stretch: TextRange): Range | null {
  const [range] = rangesInPage(element, words, [stretch])
  if (range === undefined) return null
  if (canMark) CSS.highlights.set(highlightName, new Highlight(range))
  return range
}

export function unmarkWords(): void {
  if (canMark) CSS.highlights.delete(highlightName)
}
