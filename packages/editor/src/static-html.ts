import type { BlockText, LineText } from '@concerte/schema'

import { blocksMarkup, lineMarkup, type Markup } from './static-markup.ts'

/** What `renderLine` fills an element with, as HTML. */
export function lineToHtml(line: LineText): string {
  return lineMarkup(line).map(toHtml).join('')
}

/** What `renderBlocks` fills an element with, as HTML. */
export function blocksToHtml(blocks: BlockText): string {
  return blocksMarkup(blocks).map(toHtml).join('')
}

function toHtml(markup: Markup): string {
  if (typeof markup === 'string') return escapeHtml(markup)
  const attributes = Object.entries(markup.attributes ?? {}).map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  )
  const opening = `<${markup.tag}${attributes.join('')}>`
  return markup.tag === 'br' ? opening : `${opening}${markup.children.map(toHtml).join('')}</${markup.tag}>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser of HTML makes a line feed of it, and drops a null.
  '\r': '&#13;',
  '\0': '\uFFFD',
}

/** A text as it stands in HTML, in a quoted attribute too. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"\r\0]/g, (character) => entities[character] ?? '')
}
