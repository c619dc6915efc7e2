import * as Y from 'yjs'

import { align } from './align.ts'
import { normalizeBlock, normalizeBlocks, normalizeLine } from './normalize-text.ts'
import {
  childrenOf,
  holdsBlocks,
  readBlock,
  readBlocks,
  readItem,
  readLine,
  textsWithin,
  type XmlChild,
} from './read-fragment.ts'
import type { Block, BlockText, LineText, TextProfile } from './rich-text.ts'
import { createText, writeInlines } from './write-inlines.ts'

/*
 * Writers make the least edits that lead from the text of now to the text wanted: what others type at the same time
 * outside the changed words stays where it is, and so do elements that this version does not know.
 */

/** Makes `fragment` read as `line`. Writes nothing when it already does. */
export function writeLine(fragment: Y.XmlFragment, line: LineText): void {
  const target = normalizeLine(line)
  if (fragment.length > 0 && keyOf(readLine(fragment)) === keyOf(target)) return
  reconcile(fragment, [{ type: 'paragraph', content: target }], 'line')
}

/** Makes `fragment` read as `blocks`. Writes nothing when it already does. */
export function writeBlocks(fragment: Y.XmlFragment, blocks: BlockText): void {
  const target = normalizeBlocks(blocks)
  if (fragment.length > 0 && keyOf(readBlocks(fragment)) === keyOf(target)) return
  reconcile(fragment, target, 'block')
}

/** A new fragment with the one empty paragraph from which typing starts (made once, so that no two replicas make two). */
export function createEmptyText(): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  fragment.insert(0, [new Y.XmlElement('paragraph')])
  return fragment
}

function reconcile(parent: Y.XmlFragment | Y.XmlElement, target: Block[], profile: TextProfile): void {
  reconcileChildren(parent, target, {
    read: (child) => readBlock(child).flatMap(normalizeBlock).map(keyOf),
    change: (child, block) => reconcileBlock(child, block, profile),
    create: createBlock,
  })
}

/** Changes one block in place; false when it is of another kind and must be replaced. */
function reconcileBlock(child: XmlChild, target: Block, profile: TextProfile): boolean {
  if (!(child instanceof Y.XmlElement)) return false
  if (target.type !== 'paragraph') {
    if (child.nodeName !== target.type) return false
    reconcileItems(child, target.items)
    return true
  }
  if (child.nodeName !== 'paragraph' && !isForeignParagraph(child)) return false
  writeInlines(child, target.content, profile)
  return true
}

function reconcileItems(list: Y.XmlElement, target: BlockText[]): void {
  reconcileChildren(list, target, {
    read: (child) => [keyOf(normalizeBlocks(readItem(child)))],
    change: reconcileItem,
    create: createListItem,
  })
}

function reconcileItem(child: XmlChild, target: BlockText): boolean {
  if (!(child instanceof Y.XmlElement)) return false
  if (child.nodeName !== 'listItem' && !(isForeign(child) && holdsBlocks(child))) return false
  reconcile(child, target, 'block')
  return true
}

/** An element of a newer version (a heading, a callout) that is read as one paragraph: it stays, with the new words. */
function isForeignParagraph(element: Y.XmlElement): boolean {
  if (!isForeign(element) || textsWithin(element).length === 0) return false
  const [block, ...others] = readBlock(element)
  return block?.type === 'paragraph' && others.length === 0
}

function isForeign({ nodeName }: Y.XmlElement): boolean {
  return !['paragraph', 'bulletList', 'orderedList', 'listItem'].includes(nodeName)
}

type ChildRules<T> = {
  /** What the child is read as: any number of items of the target, each as a key. */
  read: (child: XmlChild) => string[]
  /** Makes the child read as one item; false when it cannot. */
  change: (child: XmlChild, item: T) => boolean
  create: (item: T) => Y.XmlElement
}

/**
 * Keeps every child that reads as items of the target, and between those changes, removes and adds. A child that
 * reads as nothing (an empty list, a thing of a newer version) is left alone.
 */
function reconcileChildren<T>(parent: Y.XmlFragment | Y.XmlElement, target: T[], rules: ChildRules<T>): void {
  const children = childrenOf(parent)
  const keys = children.map(rules.read)
  const kept = keptAt(keys, target.map(keyOf))
  let targetIndex = 0
  let gap: number[] = []
  const gaps: { children: number[]; end: number; items: T[] }[] = []
  keys.forEach((own, position) => {
    const at = kept[position]!
    if (at !== -1) {
      gaps.push({ children: gap, end: position, items: target.slice(targetIndex, at) })
      gap = []
      targetIndex = at + own.length
    } else if (own.length > 0) gap.push(position)
  })
  gaps.push({ children: gap, end: children.length, items: target.slice(targetIndex) })
  // From the last to the first, so that the positions of those before stay true.
  for (const { children: positions, end, items } of gaps.toReversed()) {
    let changed = 0
    while (
      changed < Math.min(positions.length, items.length) &&
      rules.change(children[positions[changed]!]!, items[changed]!)
    ) {
      changed += 1
    }
    for (const position of positions.slice(changed).toReversed()) parent.delete(position, 1)
    if (changed < items.length)
      parent.insert(positions[changed] ?? end, items.slice(changed).map(rules.create))
  }
}

/** For every child, given as the keys it reads as, where the target holds just these; -1 where it does not. */
function keptAt(keys: readonly string[][], target: readonly string[]): number[] {
  // A container of a newer version reads as several items, and stays when they all stand there: it parts the others.
  const container = keys.findIndex((own) => own.length > 1)
  if (container === -1)
    return align(
      keys.map(([key = 'nothing']) => key),
      target,
    )
  const own = keys[container]!
  const at = target.findIndex((_, index) => own.every((key, offset) => key === target[index + offset]))
  if (at === -1) return keptAt(keys.with(container, []), target)
  const end = at + own.length
  const after = keptAt(keys.slice(container + 1), target.slice(end))
  return [
    ...keptAt(keys.slice(0, container), target.slice(0, at)),
    at,
    ...after.map((index) => (index === -1 ? -1 : index + end)),
  ]
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

/** What is in normal form has its keys in one order, so that two of them are the same when their JSON is. */
function keyOf(value: unknown): string {
  return JSON.stringify(value)
}
