import * as Y from 'yjs'

import { childrenOf, deltaOf, holdsBlocks, textsWithin, type XmlChild } from './read-fragment.ts'
import type { TextProfile } from './rich-text.ts'

/**
 * A stretch of a text, in UTF-16 units of its plain form: `blocksToPlain` of a text of profile `block` (a line feed
 * between paragraphs and list items), `lineToPlain` of a line. `end` is the unit after the last.
 */
export type TextRange = { start: number; end: number }

/**
 * Puts `text` in the place of a stretch, within `edit`. The new characters carry the marks of those that they
 * replace (at a bare point: the marks that both neighbours share), those that stay the same are not touched, nor is any
 * other paragraph. Writes nothing, and gives false, where the range is not within one paragraph of the text of now.
 */
export function replaceInText(
  fragment: Y.XmlFragment,
  range: TextRange,
  text: string,
  profile: TextProfile = 'block',
): boolean {
  const found = lineAt(fragment, range, profile)
  if (found === undefined) return false
  const { pieces, from, to } = found
  const old = pieces
    .map((piece) => piece.characters)
    .join('')
    .slice(from, to)
  const { head, tail, inserted } = difference(old, text.replaceAll(/\s*\n\s*/g, ' ').toWellFormed())
  const [start, end] = [from + head, to - tail]
  const place = placeFor(found, start)
  const marks =
    head + tail === 0 && from === to ? sharedMarks(pieces, from) : marksWithin(pieces, found, start)
  // The characters come first, where the old ones still hold their place; then the old ones, which now stand after.
  if (inserted !== '') place.text.insert(place.index, inserted, marks)
  for (const piece of pieces.toReversed()) {
    const [first, last] = [Math.max(start, piece.start), Math.min(end, piece.start + piece.characters.length)]
    if (first >= last) continue
    const isMoved = piece.text === place.text && piece.index + first - piece.start >= place.index
    const moved = isMoved ? inserted.length : 0
    piece.text.delete(piece.index + first - piece.start + moved, last - first)
  }
  return true
}

/** A run of one Y.XmlText: `start` counts from the start of its paragraph, `index` in its Y.XmlText (an embed is one). */
type Piece = {
  text: Y.XmlText
  index: number
  start: number
  characters: string
  attributes: Record<string, unknown>
}
type Line = { element: Y.XmlElement | null; pieces: Piece[] }
type Found = Line & { from: number; to: number }

function lineAt(fragment: Y.XmlFragment, { start, end }: TextRange, profile: TextProfile): Found | undefined {
  if (start > end || start < 0) return undefined
  let at = 0
  for (const line of linesOf(childrenOf(fragment))) {
    const length = line.pieces.reduce((sum, piece) => sum + piece.characters.length, 0)
    // As in readLine: what is empty takes no place between the paragraphs that a merge put side by side.
    if (profile === 'line' && length === 0) continue
    const [from, to] = [start - at, end - at]
    if (from <= length) return to <= length && from >= 0 && isPlace(line) ? { ...line, from, to } : undefined
    at += length + 1
  }
  if (profile === 'block' || start > 0 || end > 0) return undefined
  const empty = linesOf(childrenOf(fragment)).find(isPlace)
  return empty && { ...empty, from: 0, to: 0 }
}

function isPlace({ element, pieces }: Line): boolean {
  return element !== null || pieces.length > 0
}

/** The paragraphs as `readBlocks` sees them; an item of a list that holds none is read as an empty one. */
function linesOf(children: XmlChild[]): Line[] {
  return children.flatMap((child): Line[] => {
    if (child instanceof Y.XmlText) return [{ element: null, pieces: piecesOf([child]) }]
    if (!(child instanceof Y.XmlElement)) return []
    const { nodeName } = child
    if (nodeName === 'bulletList' || nodeName === 'orderedList') {
      return childrenOf(child).flatMap((item) => {
        const isItem = item instanceof Y.XmlElement && item.nodeName === 'listItem'
        const lines = linesOf(isItem ? childrenOf(item) : [item])
        return lines.length === 0 ? [{ element: null, pieces: [] }] : lines
      })
    }
    return nodeName !== 'paragraph' && holdsBlocks(child)
      ? linesOf(childrenOf(child))
      : [{ element: child, pieces: piecesOf(textsWithin(child)) }]
  })
}

function piecesOf(texts: Y.XmlText[]): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const text of texts) {
    let index = 0
    for (const { insert, attributes } of deltaOf(text)) {
      const length = typeof insert === 'string' ? insert.length : 1
      if (typeof insert === 'string') {
        pieces.push({ text, index, start, characters: insert, attributes: attributes ?? {} })
        start += length
      }
      index += length
    }
  }
  return pieces
}

/** What a string and its successor begin and end with alike, and what comes between; whole characters each. */
function difference(old: string, text: string): { head: number; tail: number; inserted: string } {
  const [before, after] = [Array.from(old), Array.from(text)]
  const shortest = Math.min(before.length, after.length)
  let first = 0
  while (first < shortest && before[first] === after[first]) first += 1
  let last = 0
  while (last < shortest - first && before.at(-1 - last) === after.at(-1 - last)) last += 1
  return {
    head: before.slice(0, first).join('').length,
    tail: before.slice(before.length - last).join('').length,
    inserted: after.slice(first, after.length - last).join(''),
  }
}

/** Where the characters go: behind those before them, so that they stand in the same Y.XmlText. */
function placeFor({ element, pieces }: Found, at: number): { text: Y.XmlText; index: number } {
  const before = pieces.findLast(({ start, characters }) => start < at && at <= start + characters.length)
  const piece = before ?? pieces[0]
  if (piece !== undefined) {
    return { text: piece.text, index: piece.index + (before === undefined ? 0 : at - piece.start) }
  }
  const existing = element === null ? undefined : textsWithin(element)[0]
  if (existing !== undefined) return { text: existing, index: 0 }
  const text = new Y.XmlText()
  element?.push([text])
  return { text, index: 0 }
}

/** The marks of the characters that are replaced: of those before the change where the range has some, else after. */
function marksWithin(pieces: Piece[], { from, to }: Found, at: number): Record<string, unknown> {
  const position = at > from ? at - 1 : Math.min(at, to - 1)
  return pieceAt(pieces, position)?.attributes ?? {}
}

function sharedMarks(pieces: Piece[], at: number): Record<string, unknown> {
  const [before, after] = [pieceAt(pieces, at - 1), pieceAt(pieces, at)]
  const marks = Object.entries((before ?? after)?.attributes ?? {})
  const other = (after ?? before)?.attributes ?? {}
  return Object.fromEntries(
    marks.filter(
      ([name, value]) =>
        JSON.stringify(value) === JSON.stringify(other[name]) &&
        // A link ends where its words end.
        (name !== 'link' || (before !== undefined && after !== undefined)),
    ),
  )
}

function pieceAt(pieces: Piece[], position: number): Piece | undefined {
  return pieces.find(({ start, characters }) => start <= position && position < start + characters.length)
}
