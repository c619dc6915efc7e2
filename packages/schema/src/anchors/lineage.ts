import * as Y from 'yjs'
import { z } from 'zod'

import { isNodeId, type NodeId } from '../ids.ts'
import { nodeMap, type PlanDoc } from '../outline/plan-doc.ts'
import { readCharacters } from '../text/paragraphs.ts'

/*
 * Cutting, joining, indenting and outdenting entries copy words from one text to another, where they are other characters
 * to Yjs. So the node that they were taken from keeps, under `to.<id>`, which of its characters became which, and the
 * node that they went to keeps, under `from.<id>`, that they did. Both are values of the node's map, a key each, so that
 * two people who cut the same entry at once leave both.
 */

/** Characters in their order, by name: [client id, first clock, length]. */
export type Run = readonly [client: number, clock: number, length: number]

/** A text in more pieces than this (nobody's typing makes one) is found again by its words alone. */
const maxPieces = 500

/** [client id, first clock, length, client id and first clock of the copy]. */
const copySchema = z.array(z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]).readonly()).max(maxPieces)
type Piece = z.infer<typeof copySchema>[number]
type Copy = readonly Piece[]
const to = 'to.'
const from = 'from.'

/** Runs `copy`, which copies words at the end of a text, in one piece, to where they are the last of another; gives what it gives. */
export function copyingWords<T extends { id: NodeId; text: Y.XmlFragment }>(
  plan: PlanDoc,
  source: { id: NodeId; text: Y.XmlFragment },
  copy: () => T,
): T {
  const before = charactersOf(source.text)
  const target = copy()
  const after = charactersOf(target.text)
  const count = Math.min(lengthOf(before), lengthOf(after))
  if (count > 0) {
    nodeMap(plan, source.id)?.set(to + target.id, pair(lastOf(before, count), lastOf(after, count)))
    nodeMap(plan, target.id)?.set(from + source.id, true)
  }
  return target
}

/** Adds to what a node keeps of where its words went: a stretch that was written again in the text of `target`. */
export function noteCopy(plan: PlanDoc, source: NodeId, target: NodeId, copy: Piece): void {
  const pieces = [...readCopy(nodeMap(plan, source)?.get(to + target)).pieces]
  append(pieces, copy)
  if (pieces.length > maxPieces) return
  nodeMap(plan, source)?.set(to + target, pieces)
  nodeMap(plan, target)?.set(from + source, true)
}

/** Whether an item of the document says where words went: undoing leaves it, since the words may stand there again one day. */
export function isLineage({ parent, parentSub }: Y.Item): boolean {
  return (
    parent instanceof Y.Map && parentSub !== null && (parentSub.startsWith(to) || parentSub.startsWith(from))
  )
}

/** Where words of a node went to: the node, and which of its characters those of `runs` became. */
export function copiesFrom(
  plan: PlanDoc,
  node: string,
  runs: readonly Run[],
): { node: NodeId; runs: Run[] }[] {
  const found: { node: NodeId; runs: Run[] }[] = []
  nodeMap(plan, node)?.forEach((value, key) => {
    const id = key.slice(to.length)
    if (!key.startsWith(to) || !isNodeId(id)) return
    const copy = readCopy(value)
    found.push({ node: id, runs: copied(copy, runs) })
  })
  // The same on every replica: the keys of a map come in the order in which they arrived.
  return found.toSorted((a, b) => (a.node < b.node ? -1 : 1))
}

/** The nodes from which words of a node came. */
export function sourcesOf(plan: PlanDoc, node: string): NodeId[] {
  const found: NodeId[] = []
  nodeMap(plan, node)?.forEach((_, key) => {
    const id = key.slice(from.length)
    if (key.startsWith(from) && isNodeId(id)) found.push(id)
  })
  return found.toSorted()
}

/** By the client of the words that were copied, its pieces by their first clock, and where each stands among all. */
type CopyIndex = { pieces: Copy; byClient: ReadonlyMap<number, readonly Indexed[]> }
/** `reach`: the last clock, exclusive, of this piece and those before it. */
type Indexed = { piece: Piece; position: number; reach: number }

/** What was read of a value: one is asked for over and over, and never changed, but replaced by another. */
const read = new WeakMap<object, CopyIndex>()
const nothing: CopyIndex = { pieces: [], byClient: new Map() }

function readCopy(value: unknown): CopyIndex {
  if (typeof value !== 'object' || value === null) return nothing
  const index = read.get(value) ?? indexOf(copySchema.safeParse(value).data ?? [])
  read.set(value, index)
  return index
}

function indexOf(pieces: Copy): CopyIndex {
  const byClient = new Map<number, Indexed[]>()
  for (const [position, piece] of pieces.entries()) {
    const known = byClient.get(piece[0])
    if (known === undefined) byClient.set(piece[0], [{ piece, position, reach: 0 }])
    else known.push({ piece, position, reach: 0 })
  }
  for (const known of byClient.values()) {
    known.sort((a, b) => a.piece[1] - b.piece[1])
    let reach = -Infinity
    for (const indexed of known) {
      reach = Math.max(reach, indexed.piece[1] + indexed.piece[2])
      indexed.reach = reach
    }
  }
  return { pieces, byClient }
}

/** In the order of the pieces. */
function copied({ byClient }: CopyIndex, runs: readonly Run[]): Run[] {
  const found: { position: number; run: Run }[] = []
  for (const [client, first, length] of runs) {
    const known = byClient.get(client) ?? []
    for (let at = firstReaching(known, first); at < known.length; at += 1) {
      const { piece, position } = known[at]!
      if (piece[1] >= first + length) break
      const start = Math.max(piece[1], first)
      const end = Math.min(piece[1] + piece[2], first + length)
      if (start < end) found.push({ position, run: [piece[3], piece[4] + start - piece[1], end - start] })
    }
  }
  return found.toSorted((a, b) => a.position - b.position).map(({ run }) => run)
}

/** The first piece from which on one may go beyond a clock. */
function firstReaching(known: readonly Indexed[], clock: number): number {
  let [low, high] = [0, known.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (known[middle]!.reach <= clock) low = middle + 1
    else high = middle
  }
  return low
}

type Characters = { client: number; clock: number; words: string }[]

function charactersOf(text: Y.XmlFragment): Characters {
  return readCharacters(text, 'block').flatMap(({ stretches }) => stretches)
}

function lengthOf(characters: Characters): number {
  return characters.reduce((sum, { words }) => sum + words.length, 0)
}

function lastOf(characters: Characters, count: number): Characters {
  let left = count
  const last: Characters = []
  for (const { client, clock, words } of characters.toReversed()) {
    if (left === 0) break
    const cut = Math.max(0, words.length - left)
    last.unshift({ client, clock: clock + cut, words: words.slice(cut) })
    left -= words.length - cut
  }
  return last
}

/** Two readings of the same words, piece by piece; nothing where they are not the same. */
function pair(old: Characters, made: Characters): Copy {
  const pieces: Piece[] = []
  let [a, b, inA, inB] = [0, 0, 0, 0]
  while (a < old.length && b < made.length) {
    const [one, other] = [old[a]!, made[b]!]
    const length = Math.min(one.words.length - inA, other.words.length - inB)
    if (one.words.slice(inA, inA + length) !== other.words.slice(inB, inB + length)) return []
    append(pieces, [one.client, one.clock + inA, length, other.client, other.clock + inB])
    inA += length
    inB += length
    if (inA === one.words.length) [a, inA] = [a + 1, 0]
    if (inB === other.words.length) [b, inB] = [b + 1, 0]
  }
  return pieces.length > maxPieces ? [] : pieces
}

function append(pieces: Piece[], [client, clock, length, newClient, newClock]: Piece): void {
  const last = pieces.at(-1)
  const goesOn =
    last !== undefined &&
    last[0] === client &&
    last[1] + last[2] === clock &&
    last[3] === newClient &&
    last[4] + last[2] === newClock
  if (goesOn) pieces[pieces.length - 1] = [client, last[1], last[2] + length, newClient, last[4]]
  else pieces.push([client, clock, length, newClient, newClock])
}
