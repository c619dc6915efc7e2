import * as Y from 'yjs'

import { align } from './align.ts'
import { haveSameMarks, normalizeInline } from './normalize-text.ts'
import { segmentsOf, textsWithin, type Segment } from './read-fragment.ts'
import type { Inline, TextProfile } from './rich-text.ts'

/**
 * Makes a paragraph read as `target`, word by word: words that stay are not touched (nor are their unknown marks, nor
 * what others type between them), and a change of marks alone moves no character.
 */
export function writeInlines(element: Y.XmlElement, target: Inline[], profile: TextProfile): void {
  const changes = textChanges(plain(currentSegments(element, profile).map(({ run }) => run)), plain(target))
  // From the last to the first, so that the positions of those before stay true.
  for (const { start, end, targetStart, targetEnd } of changes.toReversed()) {
    replace(element, start, end, slice(target, targetStart, targetEnd))
  }
  format(currentSegments(element, profile), target)
}

/** A new Y.XmlText of these runs. */
export function createText(inlines: Inline[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(inlines.map((inline) => ({ insert: inline.text, attributes: marksOf(inline) })))
  return text
}

type Change = { start: number; end: number; targetStart: number; targetEnd: number }

/** What differs between two strings, in UTF-16 units; never between the halves of a surrogate pair. */
function textChanges(current: string, target: string): Change[] {
  const [words, targetWords] = [wordsOf(current), wordsOf(target)]
  const aligned = align(words, targetWords)
  const changes: Change[] = []
  let [at, targetAt, targetIndex] = [0, 0, 0]
  const advance = (position: number, targetPosition: number): void => {
    if (position > at || targetPosition > targetAt) {
      changes.push(
        trimmed(current, target, {
          start: at,
          end: position,
          targetStart: targetAt,
          targetEnd: targetPosition,
        }),
      )
    }
  }
  let position = 0
  words.forEach((word, index) => {
    if (aligned[index] !== -1) {
      let targetPosition = targetAt
      for (; targetIndex < aligned[index]!; targetIndex += 1)
        targetPosition += targetWords[targetIndex]!.length
      advance(position, targetPosition)
      targetIndex += 1
      at = position + word.length
      targetAt = targetPosition + word.length
    }
    position += word.length
  })
  advance(current.length, target.length)
  return changes
}

/** Words, white space, and every other character by itself. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
}

/** Sets aside the characters that a changed word begins and ends with in both texts («mot» → «mots» inserts one). */
function trimmed(current: string, target: string, change: Change): Change {
  const before = Array.from(current.slice(change.start, change.end))
  const after = Array.from(target.slice(change.targetStart, change.targetEnd))
  let { start, end, targetStart, targetEnd } = change
  while (before.length > 0 && before[0] === after[0]) {
    start += before[0]!.length
    targetStart += before[0]!.length
    before.shift()
    after.shift()
  }
  while (before.length > 0 && before.at(-1) === after.at(-1)) {
    end -= before.at(-1)!.length
    targetEnd -= before.at(-1)!.length
    before.pop()
    after.pop()
  }
  return { start, end, targetStart, targetEnd }
}

function replace(element: Y.XmlElement, start: number, end: number, runs: Inline[]): void {
  const segments = positioned(segmentsOf(element))
  const before = segments.find((segment) => start > segment.position && start <= segment.end) ?? segments[0]
  for (const { text, index, position, end: segmentEnd } of segments.toReversed()) {
    const [from, to] = [Math.max(start, position), Math.min(end, segmentEnd)]
    if (from < to) text.delete(index + from - position, to - from)
  }
  if (runs.length === 0) return
  const text = before?.text ?? textsWithin(element)[0] ?? appendText(element)
  let index = before === undefined ? text.length : before.index + start - before.position
  for (const run of runs) {
    text.insert(index, run.text, marksOf(run))
    index += run.text.length
  }
}

/** Changes the marks that differ; both read as the same characters. */
function format(segments: Segment[], target: Inline[]): void {
  const runs = positioned(target.map((run) => ({ run })))
  for (const { text, index, run, position, end } of positioned(segments)) {
    for (const wanted of runs) {
      const [from, to] = [Math.max(position, wanted.position), Math.min(end, wanted.end)]
      if (from >= to || haveSameMarks(run, wanted.run)) continue
      text.format(index + from - position, to - from, markChanges(run, wanted.run))
    }
  }
}

/** Runs with the range of characters that each takes in the whole. */
function positioned<T extends { run: Inline }>(runs: T[]): (T & { position: number; end: number })[] {
  let at = 0
  return runs.map((item) => {
    const position = at
    at += item.run.text.length
    return Object.assign({}, item, { position, end: at })
  })
}

/** The runs as this version and this profile read them (which keeps their lengths). */
function currentSegments(element: Y.XmlElement, profile: TextProfile): Segment[] {
  return segmentsOf(element).map(({ text, index, run }) => ({
    text,
    index,
    run: normalizeInline(run, profile),
  }))
}

function appendText(element: Y.XmlElement): Y.XmlText {
  const text = new Y.XmlText()
  element.push([text])
  return text
}

function slice(inlines: Inline[], start: number, end: number): Inline[] {
  return positioned(inlines.map((run) => ({ run }))).flatMap(({ run, position }) => {
    const text = run.text.slice(Math.max(0, start - position), Math.max(0, end - position))
    return text === '' ? [] : [Object.assign({}, run, { text })]
  })
}

function plain(inlines: Inline[]): string {
  return inlines.map(({ text }) => text).join('')
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

/** The attributes that turn the marks of one run into those of another; null takes a mark away. */
function markChanges(from: Inline, to: Inline): Record<string, object | null> {
  return {
    ...(from.bold !== to.bold && { bold: to.bold ? {} : null }),
    ...(from.italic !== to.italic && { italic: to.italic ? {} : null }),
    ...(from.superscript !== to.superscript && { superscript: to.superscript ? {} : null }),
    ...(from.link !== to.link && { link: to.link === undefined ? null : { href: to.link } }),
  }
}
