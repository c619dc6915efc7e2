import type { Block, BlockText, Inline, LineText } from '@concerte/schema'

import { linkAttributes } from './link-attributes.ts'

/*
 * What ProseMirror makes of a text, without ProseMirror: same elements in the same order, so that a live editor takes the place
 * of a static text without a pixel moving. The page makes elements of it (`static-text.ts`), a server HTML (`static-html.ts`).
 */

/** An element, or the words within one. */
export type Markup = string | MarkupElement
type MarkupElement = {
  tag: string
  attributes?: Readonly<Record<string, string>>
  children: readonly Markup[]
}

/** A line. */
export function lineMarkup(line: LineText): Markup[] {
  return [{ tag: 'span', children: inlinesMarkup(line) }]
}

/** Paragraphs and lists. */
export function blocksMarkup(blocks: BlockText): Markup[] {
  return blocks.map(blockMarkup)
}

function blockMarkup(block: Block): Markup {
  if (block.type === 'paragraph') return { tag: 'p', children: inlinesMarkup(block.content) }
  return {
    tag: block.type === 'bulletList' ? 'ul' : 'ol',
    children: block.items.map((item) => ({ tag: 'li', children: blocksMarkup(item) })),
  }
}

function inlinesMarkup(inlines: readonly Inline[]): Markup[] {
  if (inlines.length > 0) return inlines.map(runMarkup)
  // As ProseMirror does, so that an empty paragraph has the height of a line.
  return [{ tag: 'br', attributes: { class: 'ProseMirror-trailingBreak' }, children: [] }]
}

function runMarkup(inline: Inline): Markup {
  let markup: Markup = inline.text
  if (inline.superscript) markup = { tag: 'sup', children: [markup] }
  if (inline.italic) markup = { tag: 'em', children: [markup] }
  if (inline.bold) markup = { tag: 'strong', children: [markup] }
  if (inline.link !== undefined)
    markup = { tag: 'a', attributes: linkAttributes(inline.link), children: [markup] }
  return markup
}
