import {
  blocksToPlain,
  lineToPlain,
  readBlocks,
  readLine,
  type TextProfile,
  type TextRange,
} from '@concerte/schema'
import type * as Y from 'yjs'

import { stretchesInPage } from '../authorship/words-in-page.ts'

/** The name that checks.module.css styles. */
const highlightName = 'finding'
const canMark = 'highlights' in (globalThis.CSS ?? {}) && typeof Highlight === 'function'

/** Paints words over the page without changing its elements, and brings them into view; gives null where the page shows other words. */
export function markWords(
  element: Element,
  fragment: Y.XmlFragment,
  profile: TextProfile,
  { start, end }: TextRange,
): Range | null {
  const words = profile === 'line' ? lineToPlain(readLine(fragment)) : blocksToPlain(readBlocks(fragment))
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
