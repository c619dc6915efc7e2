import * as Y from 'yjs'

import { blocksToOneLine, normalizeBlocks } from './normalize-text.ts'
import { blocksToPlain, lineToPlain } from './plain-text.ts'
import type { Block, BlockText, Inline, LineText, TextProfile } from './rich-text.ts'

/*
 * The shape in Yjs is the one that ProseMirror's binding writes: elements `paragraph`, `bulletList`, `orderedList`
 * and `listItem`, and Y.XmlText whose attributes are the marks. These readers never write (the binding's own reader
 * does), and they keep the words of elements that only a newer version knows.
 */

/** Reads a text of profile `line`. Paragraphs that a merge put side by side are joined by a space. */
export function readLine(fragment: Y.XmlFragment): LineText {
  return blocksToOneLine(blocksOf(fragment))
}

/** Reads a text of profile `block`. */
export function readBlocks(fragment: Y.XmlFragment): BlockText {
  return normalizeBlocks(blocksOf(fragment))
}

/** The plain words of a text of either profile. */
export function readWords(fragment: Y.XmlFragment, profile: TextProfile): string {
  return profile === 'line' ? lineToPlain(readLine(fragment)) : blocksToPlain(readBlocks(fragment))
}

export type XmlChild = Y.XmlElement | Y.XmlText | Y.XmlHook

export function childrenOf(parent: Y.XmlFragment | Y.XmlElement): XmlChild[] {
  return parent.toArray()
}

/** Reads one child of a fragment: usually one block; none for an empty list. */
export function readBlock(child: XmlChild): Block[] {
  if (child instanceof Y.XmlText) return [{ type: 'paragraph', content: runsOf(child).map(({ run }) => run) }]
  if (!(child instanceof Y.XmlElement)) return []
  const { nodeName } = child
  if (nodeName === 'bulletList' || nodeName === 'orderedList') {
    return [{ type: nodeName, items: childrenOf(child).map(readItem) }]
  }
  return nodeName !== 'paragraph' && holdsBlocks(child)
    ? blocksOf(child)
    : [{ type: 'paragraph', content: segmentsOf(child).map(({ run }) => run) }]
}

/** Reads one child of a list. */
export function readItem(child: XmlChild): BlockText {
  return child instanceof Y.XmlElement && child.nodeName === 'listItem' ? blocksOf(child) : readBlock(child)
}

/** Whether an element that this version does not know is read as a container of blocks rather than as a paragraph. */
export function holdsBlocks(element: Y.XmlElement): boolean {
  return childrenOf(element).some((inner) => inner instanceof Y.XmlElement)
}

/** A run of characters and where it stands: `index` counts the units of its Y.XmlText (an embed is one). */
export type Segment = { text: Y.XmlText; index: number; run: Inline }

/** The runs of a paragraph, those within inline elements of a newer version too; embeds are left aside. */
export function segmentsOf(element: Y.XmlElement): Segment[] {
  return textsWithin(element).flatMap(runsOf)
}

/** Every Y.XmlText of a paragraph in reading order: more than one where two replicas began it at once. */
export function textsWithin(element: Y.XmlElement): Y.XmlText[] {
  return childrenOf(element).flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsWithin(child) : []
  })
}

function runsOf(text: Y.XmlText): Segment[] {
  const segments: Segment[] = []
  let index = 0
  for (const { insert, attributes } of deltaOf(text)) {
    if (typeof insert === 'string') segments.push({ text, index, run: inline(insert, attributes ?? {}) })
    index += typeof insert === 'string' ? insert.length : 1
  }
  return segments
}

type Delta = { insert: unknown; attributes?: Record<string, unknown> }[]

/** The content of a text: strings, and embeds of a newer version, with their attributes. */
export function deltaOf(text: Y.XmlText): Delta {
  // Yjs types it as `any`; what it gives is documented.
  return text.toDelta() as Delta
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
