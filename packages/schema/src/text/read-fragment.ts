import * as Y from 'yjs'

import { normalizeBlocks, normalizeInlines } from './normalize-text.ts'
import type { Block, BlockText, Inline, LineText } from './rich-text.ts'

/*
 * The shape in Yjs is the one that ProseMirror's binding writes: elements `paragraph`, `bulletList`, `orderedList`
 * and `listItem`, and Y.XmlText whose attributes are the marks. These readers never write (the binding's own reader
 * does), and they keep the words of elements that only a newer version knows.
 */

/** Reads a text of profile `line`. Paragraphs that a merge put side by side are joined by a space. */
export function readLine(fragment: Y.XmlFragment): LineText {
  const paragraphs = blocksOf(fragment)
    .flatMap(paragraphsOf)
    .filter((content) => content.length > 0)
  return normalizeInlines(
    paragraphs.flatMap((content, index) => (index === 0 ? content : [{ text: ' ' }, ...content])),
    'line',
  )
}

/** Reads a text of profile `block`. */
export function readBlocks(fragment: Y.XmlFragment): BlockText {
  return normalizeBlocks(blocksOf(fragment))
}

/** Reads one child of a fragment: usually one block; none for an empty list. */
export function readBlock(child: XmlChild): Block[] {
  if (child instanceof Y.XmlText) return [{ type: 'paragraph', content: inlinesOf(child) }]
  if (!(child instanceof Y.XmlElement)) return []
  const { nodeName } = child
  if (nodeName === 'bulletList' || nodeName === 'orderedList') {
    return [{ type: nodeName, items: childrenOf(child).map(listItem) }]
  }
  if (nodeName === 'paragraph') return [{ type: 'paragraph', content: inlinesWithin(child) }]
  return childrenOf(child).some((inner) => inner instanceof Y.XmlElement)
    ? blocksOf(child)
    : [{ type: 'paragraph', content: inlinesWithin(child) }]
}

export type XmlChild = Y.XmlElement | Y.XmlText | Y.XmlHook

export function childrenOf(parent: Y.XmlFragment | Y.XmlElement): XmlChild[] {
  return parent.toArray() as XmlChild[]
}

/** The runs of one Y.XmlText, embeds left aside. */
export function inlinesOf(text: Y.XmlText): Inline[] {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).flatMap((run) =>
    typeof run.insert === 'string' ? [inline(run.insert, run.attributes ?? {})] : [],
  )
}

function inline(text: string, attributes: Record<string, unknown>): Inline {
  const run: Inline = { text }
  if (isMark(attributes['bold'])) run.bold = true
  if (isMark(attributes['italic'])) run.italic = true
  if (isMark(attributes['superscript'])) run.superscript = true
  const link = attributes['link']
  if (typeof link === 'object' && link !== null && 'href' in link && typeof link.href === 'string') {
    run.link = link.href
  }
  return run
}

function isMark(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}

function blocksOf(parent: Y.XmlFragment | Y.XmlElement): BlockText {
  return childrenOf(parent).flatMap(readBlock)
}

function listItem(child: XmlChild): BlockText {
  return child instanceof Y.XmlElement && child.nodeName === 'listItem' ? blocksOf(child) : readBlock(child)
}

function inlinesWithin(element: Y.XmlElement): Inline[] {
  return childrenOf(element).flatMap((child) => {
    if (child instanceof Y.XmlText) return inlinesOf(child)
    return child instanceof Y.XmlElement ? inlinesWithin(child) : []
  })
}

function paragraphsOf(block: Block): Inline[][] {
  return block.type === 'paragraph' ? [block.content] : block.items.flat().flatMap(paragraphsOf)
}
