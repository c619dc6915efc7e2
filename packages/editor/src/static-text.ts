import type { BlockText, LineText } from '@concerte/schema'

import { blocksMarkup, lineMarkup, type Markup } from './static-markup.ts'

/** Fills `element` with a line. */
export function renderLine(element: HTMLElement, line: LineText): void {
  element.replaceChildren(...lineMarkup(line).map(toNode))
}

/** Fills `element` with paragraphs and lists. */
export function renderBlocks(element: HTMLElement, blocks: BlockText): void {
  element.replaceChildren(...blocksMarkup(blocks).map(toNode))
}

function toNode(markup: Markup): Node {
  if (typeof markup === 'string') return document.createTextNode(markup)
  const element = document.createElement(markup.tag)
  for (const [name, value] of Object.entries(markup.attributes ?? {})) element.setAttribute(name, value)
  element.append(...markup.children.map(toNode))
  return element
}
