// Yjs gives out the characters of a text, and what is left of a removed one, nowhere else.
// oxlint-disable eslint/no-underscore-dangle
import * as Y from 'yjs'

import { copiesFrom, noteCopy, sourcesOf, type Run } from '../anchors/lineage.ts'
import type { NodeId } from '../ids.ts'
import { isInPlan } from '../outline/path-up.ts'
import { nodeIdOf, type PlanDoc } from '../outline/plan-doc.ts'
import { isList } from '../text/is-list.ts'
import type { CharacterStretch } from '../text/paragraphs.ts'

/** How many stretches on either side are asked where they went, and how many texts are looked into for one. */
const mostNeighbours = 32
const mostTexts = 64

/**
 * [D2] Writes words again that someone typed in a paragraph while someone else took it away: where the paragraph was copied
 * to (its entry was cut there), beside the copy of the words that they stood beside; else in a paragraph of their own, where
 * the old one was. What goes on from there, and threads, find the new words by the same record as after any copy.
 *
 * Whoever calls it is the one who sees every update, and calls it once for each stretch, in its order in the text, before
 * the transaction ends that removed it.
 *
 * @param late names characters that the document has, as removed ones
 * @param mayWrite whether words may go to the text of another node
 * @returns false when their text is gone with its node: nothing was written
 */
export function bringWordsBack(
  plan: PlanDoc,
  { client, clock, words }: CharacterStretch,
  mayWrite: (node: NodeId) => boolean,
): boolean {
  const item = itemAt(plan, client, clock)
  if (item === null || !(item.parent instanceof Y.XmlText)) return false
  const from = nodeAround(plan, item.parent)
  const beside = from === null ? null : placeBesideCopy(plan, from, { item, clock }, mayWrite)
  const place = beside ?? newParagraph(from, item.parent)
  if (place === null) return false
  const { clientID, store } = plan.doc
  const written = Y.getState(store, clientID)
  place.text.insert(place.index, words)
  if (from !== null && place.node !== null) {
    noteCopy(plan, from, place.node, [client, clock, words.length, clientID, written])
  }
  return true
}

type Place = { node: NodeId | null; text: Y.XmlText; index: number }
type Side = 'left' | 'right'

/** Where the nearest words on the left went to that went anywhere, else those on the right. */
function placeBesideCopy(
  plan: PlanDoc,
  from: NodeId,
  late: { item: Y.Item; clock: number },
  mayWrite: (node: NodeId) => boolean,
): Place | null {
  for (const side of ['left', 'right'] as const) {
    let asked = 0
    for (const run of runsBeside(late, side)) {
      const place = placeOfCopy(plan, { node: from, run }, side, mayWrite)
      if (place !== null) return place
      asked += 1
      if (asked === mostNeighbours) break
    }
  }
  return null
}

/** What stood beside the late words, the nearest first. */
function* runsBeside({ item, clock }: { item: Y.Item; clock: number }, side: Side): Generator<Run> {
  if (side === 'left' && clock > item.id.clock) yield [item.id.client, item.id.clock, clock - item.id.clock]
  for (let next = item[side]; next !== null; next = next[side]) {
    yield [next.id.client, next.id.clock, next.length]
  }
}

/** The place after the copy of the last character of a stretch, or before that of the first; one in the plan before one in the bin. */
function placeOfCopy(
  plan: PlanDoc,
  first: { node: NodeId; run: Run },
  side: Side,
  mayWrite: (node: NodeId) => boolean,
): Place | null {
  const waiting = [first]
  let binned: Place | null = null
  for (let at = 0; at < waiting.length && at < mostTexts; at += 1) {
    const { node: source, run } = waiting[at]!
    for (const { node, runs } of copiesFrom(plan, source, [run])) {
      const copy = runs.at(side === 'left' ? -1 : 0)
      if (copy === undefined) continue
      waiting.push({ node, run: copy })
      // [S4] That words came from there is for those to say who may write here.
      const isKnown = node === source || (sourcesOf(plan, node).includes(source) && mayWrite(node))
      const place = isKnown ? placeBeside(plan, node, copy, side) : null
      if (place !== null && isInPlan(plan, node)) return place
      binned ??= place
    }
  }
  return binned
}

/** Null where the characters stand in no text of the node, or no longer in one that is there. */
function placeBeside(plan: PlanDoc, node: NodeId, [client, clock, length]: Run, side: Side): Place | null {
  const at = side === 'left' ? clock + length - 1 : clock
  const item = itemAt(plan, client, at)
  const text = item?.parent
  if (item === null || !(text instanceof Y.XmlText) || text._item?.deleted !== false) return null
  if (nodeAround(plan, text) !== node) return null
  const units = at - item.id.clock + (side === 'left' ? 1 : 0)
  return { node, text, index: lengthBefore(item) + (item.deleted ? 0 : units) }
}

/** A paragraph, or an item in a list, where the one stood that a removed text was in. */
function newParagraph(node: NodeId | null, removed: Y.XmlText): Place | null {
  let item = removed._item
  while (item?.parent instanceof Y.AbstractType && item.parent._item?.deleted === true) {
    item = item.parent._item
  }
  const around: unknown = item?.parent
  if (item === null || !(around instanceof Y.XmlFragment)) return null
  const text = new Y.XmlText()
  around.insert(lengthBefore(item), [wrapped(text, around)])
  return { node, text, index: 0 }
}

function wrapped(text: Y.XmlText, around: Y.XmlFragment): Y.XmlElement | Y.XmlText {
  if (around instanceof Y.XmlElement && around.nodeName === 'paragraph') return text
  const paragraph = elementAround('paragraph', text)
  return isList(around) ? elementAround('listItem', paragraph) : paragraph
}

function elementAround(name: string, child: Y.XmlElement | Y.XmlText): Y.XmlElement {
  const element = new Y.XmlElement(name)
  element.insert(0, [child])
  return element
}

/** What is left of the item that has a character; null where nothing is, and for what is not there. */
function itemAt({ doc: { store } }: PlanDoc, client: number, clock: number): Y.Item | null {
  if (clock >= Y.getState(store, client)) return null
  const item: unknown = Y.getItem(store, Y.createID(client, clock))
  return item instanceof Y.Item ? item : null
}

/** The node in one of whose texts a type stands, or stood. */
function nodeAround(plan: PlanDoc, type: Y.XmlText): NodeId | null {
  let at: unknown = type
  while (at instanceof Y.XmlText || at instanceof Y.XmlFragment) at = at.parent
  return nodeIdOf(plan, at) ?? null
}

function lengthBefore(item: Y.Item): number {
  let length = 0
  for (let left = item.left; left !== null; left = left.left) {
    if (!left.deleted && left.countable) length += left.length
  }
  return length
}
