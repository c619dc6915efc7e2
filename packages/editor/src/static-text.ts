import type { Block, BlockText, Inline, LineText } from '@concerte/schema'

import { linkAttributes } from './link-attributes.ts'

/*
 * The DOM that ProseMirror makes of a text, without ProseMirror: same elements in the same order, so that a live editor
 * takes the place of a static text without a pixel moving.
 */

/** Fills `element` with a line. */
export function renderLine(element: HTMLElement, line: LineText): void {
  const row = document.createElement('span')
  fill(row, line)
  element.replaceChildren(row)
}

/** Fills `element` with paragraphs and lists. */
export function renderBlocks(element: HTMLElement, blocks: BlockText): void {
  element.replaceChildren(...blocks.map(block))
}

function block(block: Block): HTMLElement {
  if (block.type === 'paragraph') {
    const paragraph = document.createElement('p')
    fill(paragraph, block.content)
    return paragraph
  }
  const list = document.createElement(block.type === 'bulletList' ? 'ul' : 'ol')
  for (const item of block.items) {
    const row = document.createElement('li')
    renderBlocks(row, item)
    list.append(row)
  }
  return list
}

function fill(parent: HTMLElement, inlines: readonly Inline[]): void {
  for (const inline of inlines) parent.append(run(inline))
  if (inlines.length > 0) return
  // As ProseMirror does, so that an empty paragraph has the height of a line.
  const hold = document.createElement('br')
  hold.className = 'ProseMirror-trailingBreak'
  parent.append(hold)
}

function run(inline: Inline): Node {
  let node: Node = document.createTextNode(inline.text)
  if (inline.superscript) node = wrap('sup', node)
  if (inline.italic) node = wrap('em', node)
  if (inline.bold) node = wrap('strong', node)
  if (inline.link !== undefined) node = wrap('a', node, linkAttributes(inline.link))
  return node
}

function wrap(tag: string, inner: Node, attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(inner)
  return element
}
