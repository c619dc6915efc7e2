import type { TextRange } from '@concerte/schema'

import { stretchesInPage } from '../authorship/words-in-page.ts'

/** The name that checks.module.css styles. */
const highlightName = 'finding'
const canMark = 'highlights' in (globalThis.CSS ?? {}) && typeof Highlight === 'function'

/** Paints a stretch of `words` over the element that shows them, without changing it; null where it shows other words. */
export function markWords(element: Element, words: string, { start, end }: TextRange): Range | null {
  const runs = [
    { author: false, length: start },
    { author: true, length: end - start },
    { author: false, length: words.length - end },
  ]
  const found = stretchesInPage(textNodes(element), words, runs)?.find(({ author }) => author)
  if (found === undefined) return null
  const range = document.createRange()
  range.setStart(found.start.node, found.start.offset)
  range.setEnd(found.end.node, found.end.offset)
  if (canMark) CSS.highlights.set(highlightName, new Highlight(range))
  return range
}

export function unmarkWords(): void {
  if (canMark) CSS.highlights.delete(highlightName)
}

function textNodes(element: Element): Text[] {
  const nodes: Text[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) nodes.push(node)
  }
  return nodes
}
