import type { Block, BlockText, Inline, LineText } from '@concerte/schema'

import { safeLink } from '../link-attributes.ts'
import { escapeHtml } from '../static-html.ts'

/** A line as HTML that any word processor takes: elements and addresses, nothing of this page. */
export function lineHtml(line: LineText): string {
  return line.map(inlineHtml).join('')
}

/** A text as HTML that any word processor takes. The first words of a list item stand in it bare, as they do everywhere else. */
export function textHtml(text: BlockText): string {
  return text.map(blockHtml).join('')
}

/** What stands in a list item. */
export function itemHtml(item: BlockText): string {
  const [first, ...rest] = item
  if (first?.type !== 'paragraph' || rest.some((block) => block.type === 'paragraph')) return textHtml(item)
  return `${lineHtml(first.content)}${textHtml(rest)}`
}

/** A text as lines, its list items with a bullet or a number. `depth`: how far in the first ones stand. */
export function textPlain(text: BlockText, depth = 0): string {
  return text.map((block) => blockPlain(block, depth)).join('\n')
}

function blockHtml(block: Block): string {
  if (block.type === 'paragraph') return `<p>${lineHtml(block.content)}</p>`
  const tag = block.type === 'bulletList' ? 'ul' : 'ol'
  return `<${tag}>${block.items.map((item) => `<li>${itemHtml(item)}</li>`).join('')}</${tag}>`
}

function inlineHtml({ text, bold, italic, superscript, link }: Inline): string {
  let html = escapeHtml(text)
  if (superscript) html = `<sup>${html}</sup>`
  if (italic) html = `<em>${html}</em>`
  if (bold) html = `<strong>${html}</strong>`
  return link !== undefined && safeLink.test(link) ? `<a href="${escapeHtml(link)}">${html}</a>` : html
}

function blockPlain(block: Block, depth: number): string {
  if (block.type === 'paragraph') return block.content.map(({ text }) => text).join('')
  return block.items
    .map((item, index) => {
      const sign = block.type === 'orderedList' ? `${index + 1}.` : (bullets[depth] ?? '▪')
      const indent = '  '.repeat(depth)
      const [first = '', ...rest] = item.map((inner) => blockPlain(inner, depth + 1))
      return [`${indent}${sign} ${first}`, ...rest].join('\n')
    })
    .join('\n')
}

const bullets = ['•', '◦', '▪']
