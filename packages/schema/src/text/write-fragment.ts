import * as Y from 'yjs'

import { haveSameMarks, normalizeBlocks, normalizeLine } from './normalize-text.ts'
import { childrenOf, inlinesOf, readBlock, readBlocks, readLine, type XmlChild } from './read-fragment.ts'
import type { Block, BlockText, Inline, LineText } from './rich-text.ts'

/*
 * Writers make the least edits that lead from the text of now to the text wanted: what others type at the same time
 * outside the changed words stays where it is.
 */

/** Makes `fragment` read as `line`. Writes nothing when it already does. */
export function writeLine(fragment: Y.XmlFragment, line: LineText): void {
  const target = normalizeLine(line)
  if (fragment.length > 0 && isSame(readLine(fragment), target)) return
  reconcile(fragment, [{ type: 'paragraph', content: target }])
}

/** Makes `fragment` read as `blocks`. Writes nothing when it already does. */
export function writeBlocks(fragment: Y.XmlFragment, blocks: BlockText): void {
  const target = normalizeBlocks(blocks)
  if (fragment.length > 0 && isSame(readBlocks(fragment), target)) return
  reconcile(fragment, target)
}

/** A new fragment with the one empty paragraph from which typing starts (made once, so that no two replicas make two). */
export function createEmptyText(): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  fragment.insert(0, [new Y.XmlElement('paragraph')])
  return fragment
}

function reconcile(parent: Y.XmlFragment | Y.XmlElement, target: Block[]): void {
  const current = childrenOf(parent)
  const { start, currentEnd, targetEnd } = changedRange(current.length, target.length, (i, j) =>
    readsAs(current[i]!, target[j]!),
  )
  const paired = Math.min(currentEnd, targetEnd) - start
  let kept = 0
  while (kept < paired && reconcileBlock(current[start + kept]!, target[start + kept]!)) kept += 1
  parent.delete(start + kept, currentEnd - start - kept)
  parent.insert(start + kept, target.slice(start + kept, targetEnd).map(createBlock))
}

/** Changes one block in place; false when it is of another kind and must be replaced. */
function reconcileBlock(child: XmlChild, target: Block): boolean {
  if (!(child instanceof Y.XmlElement) || child.nodeName !== target.type) return false
  if (target.type === 'paragraph') reconcileParagraph(child, target.content)
  else reconcileItems(child, target.items)
  return true
}

function reconcileItems(list: Y.XmlElement, target: BlockText[]): void {
  const current = childrenOf(list)
  const { start, currentEnd, targetEnd } = changedRange(current.length, target.length, (i, j) => {
    const item = current[i]!
    return isListItem(item) && isSame(normalizeBlocks(childrenOf(item).flatMap(readBlock)), target[j])
  })
  const paired = Math.min(currentEnd, targetEnd) - start
  let kept = 0
  for (; kept < paired; kept += 1) {
    const item = current[start + kept]!
    if (!isListItem(item)) break
    reconcile(item, target[start + kept]!)
  }
  list.delete(start + kept, currentEnd - start - kept)
  list.insert(start + kept, target.slice(start + kept, targetEnd).map(createListItem))
}

function reconcileParagraph(paragraph: Y.XmlElement, target: Inline[]): void {
  const children = childrenOf(paragraph)
  const text = children[0]
  if (children.length === 1 && text instanceof Y.XmlText) {
    reconcileText(text, target)
    return
  }
  paragraph.delete(0, children.length)
  if (target.length > 0) paragraph.insert(0, [createText(target)])
}

function reconcileText(text: Y.XmlText, target: Inline[]): void {
  const current = charactersOf(inlinesOf(text))
  const wanted = charactersOf(target)
  const { start, currentEnd, targetEnd } = changedRange(current.length, wanted.length, (i, j) =>
    isSameCharacter(current[i]!, wanted[j]!),
  )
  const index = lengthOf(current.slice(0, start))
  text.delete(index, lengthOf(current.slice(start, currentEnd)))
  insertRuns(text, index, wanted.slice(start, targetEnd))
}

/** The range left when the common start and the common end of two sequences are set aside. */
function changedRange(
  currentLength: number,
  targetLength: number,
  isEqual: (currentIndex: number, targetIndex: number) => boolean,
): { start: number; currentEnd: number; targetEnd: number } {
  let start = 0
  while (start < currentLength && start < targetLength && isEqual(start, start)) start += 1
  let currentEnd = currentLength
  let targetEnd = targetLength
  while (currentEnd > start && targetEnd > start && isEqual(currentEnd - 1, targetEnd - 1)) {
    currentEnd -= 1
    targetEnd -= 1
  }
  return { start, currentEnd, targetEnd }
}

/** Runs of one whole character each (a surrogate pair is never cut). */
function charactersOf(inlines: Inline[]): Inline[] {
  return inlines.flatMap((inline) => Array.from(inline.text, (text) => ({ ...inline, text })))
}

function lengthOf(characters: Inline[]): number {
  return characters.reduce((sum, character) => sum + character.text.length, 0)
}

function isSameCharacter(a: Inline, b: Inline): boolean {
  return a.text === b.text && haveSameMarks(a, b)
}

function insertRuns(text: Y.XmlText, start: number, runs: Inline[]): void {
  let index = start
  for (const run of runs) {
    text.insert(index, run.text, marksOf(run))
    index += run.text.length
  }
}

/** The marks as attributes of Y.XmlText. Always given, also when empty: a run without them would take its neighbour's. */
function marksOf(inline: Inline): Record<string, object> {
  return {
    ...(inline.bold && { bold: {} }),
    ...(inline.italic && { italic: {} }),
    ...(inline.superscript && { superscript: {} }),
    ...(inline.link !== undefined && { link: { href: inline.link } }),
  }
}

function createBlock(block: Block): Y.XmlElement {
  const element = new Y.XmlElement(block.type)
  if (block.type !== 'paragraph') element.insert(0, block.items.map(createListItem))
  else if (block.content.length > 0) element.insert(0, [createText(block.content)])
  return element
}

function createListItem(blocks: BlockText): Y.XmlElement {
  const item = new Y.XmlElement('listItem')
  item.insert(0, blocks.map(createBlock))
  return item
}

function createText(inlines: Inline[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(inlines.map((inline) => ({ insert: inline.text, attributes: marksOf(inline) })))
  return text
}

function readsAs(child: XmlChild, target: Block): boolean {
  const blocks = normalizeBlocks(readBlock(child))
  return blocks.length === 1 && isSame(blocks[0], target)
}

function isListItem(child: XmlChild): child is Y.XmlElement {
  return child instanceof Y.XmlElement && child.nodeName === 'listItem'
}

/** Both sides are in normal form, whose keys stand in one order, so their JSON is the same when they are. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
