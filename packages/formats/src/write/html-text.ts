import { lineToPlain, type Block, type BlockText, type Inline, type LineText } from '@concerte/schema'

import { markup, type Markup } from './markup.ts'
import type { PrintedPlan } from './printed-plan.ts'

/** A fixed word, marked with its language where it is not that of the page. */
export function fixed(word: string, { locale }: Pick<PrintedPlan, 'locale'>): Markup {
  return locale === 'fr' ? markup`${word}` : markup`<span lang="${locale}">${word}</span>`
}

/** A line with its marks. */
export function lineMarkup(line: LineText): Markup[] {
  return line.map(inlineMarkup)
}

/** A text as paragraphs and lists. */
export function blocksMarkup(blocks: BlockText): Markup[] {
  return blocks.map((block) => blockMarkup(block))
}

/** What stands in a list item: its first paragraph bare, so that a plain list is not a list of paragraphs. */
export function itemMarkup(blocks: BlockText): Markup {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph') return markup`${blocksMarkup(blocks)}`
  return rest.some((block) => block.type === 'paragraph')
    ? markup`${blocksMarkup(blocks)}`
    : markup`${lineMarkup(first.content)}${blocksMarkup(rest)}`
}

/** A heading of level 1 to 6; deeper ones stay at 6. `label` is read before the text and drawn over it. */
export function headingMarkup(
  level: number,
  text: LineText,
  { id, label, className }: { id?: string; label?: string; className?: string } = {},
): Markup {
  const tag = { html: `h${Math.min(level, 6)}` }
  const idAttribute = id === undefined ? undefined : markup` id="${id}"`
  const classAttribute = className === undefined ? undefined : markup` class="${className}"`
  const separator = lineToPlain(text) === '' ? undefined : markup`<span class="unseen"> – </span>`
  const before = label === undefined ? undefined : markup`<span class="label">${label}</span>${separator}`
  return markup`<${tag}${idAttribute}${classAttribute}>${before}${lineMarkup(text)}</${tag}>\n`
}

function blockMarkup(block: Block): Markup {
  if (block.type === 'paragraph') return markup`<p>${lineMarkup(block.content)}</p>\n`
  const tag = { html: block.type === 'bulletList' ? 'ul' : 'ol' }
  const items = block.items.map((item) => markup`<li>${itemMarkup(item)}</li>\n`)
  return markup`<${tag}>\n${items}</${tag}>\n`
}

function inlineMarkup({ text, bold, italic, superscript, link }: Inline): Markup {
  let marked = markup`${text}`
  if (superscript) marked = markup`<sup>${marked}</sup>`
  if (italic) marked = markup`<em>${marked}</em>`
  if (bold) marked = markup`<strong>${marked}</strong>`
  return link === undefined ? marked : markup`<a href="${link}">${marked}</a>`
}
