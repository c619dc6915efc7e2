import type { Project } from '@concerte/schema'

import { readAxis } from './text/axis.ts'
import { readCover } from './text/cover.ts'
import { decodeText } from './text/decode-text.ts'
import { readForeword } from './text/foreword.ts'
import { headingAt, type Headings } from './text/headings.ts'
import { splitLines } from './text/lines.ts'
import { withoutPageNumbers } from './text/page-numbers.ts'
import { cutParts, type Parts } from './text/parts.ts'
import { shippedHeadings } from './text/plan-template.ts'
import { buildProject, nameAsId, type MakeNodeId } from './text/project.ts'
import { note, type Report, type SourceLine } from './text/report.ts'
import { textKey } from './text/sentences.ts'

export { NotTextError } from './text/decode-text.ts'
export type { MakeNodeId } from './text/project.ts'
export type { SourceLine } from './text/report.ts'

/** By line. `unplaced`: words of the source that are not in the plan. `furniture`: page numbers, and repeats of words that are. */
export type ReadResult = { project: Project; unplaced: SourceLine[]; furniture: SourceLine[] }

export type ReadTextOptions = {
  /** Absent: ids are readable names, the same for the same text. */
  makeId?: MakeNodeId
}

/** A text with more headings than a template can have is none of this family; only those that ship are taken. */
const mostHeadings = 60

/**
 * Reads a plan from the plain text of its document (such as a PDF's extracted text): a foreword, axes titled
 * `Axe N - Title`, and in each an introduction, headed lists, and actions that a numbered list announces.
 * A text without any axis gives an empty plan, all its lines unplaced.
 *
 * Three fields of the cover may hold words that are not read from a place of their own: `title` («Projet académique»
 * when no cover names it), `academy` and `period` (as the foreword names them).
 * @throws {NotTextError} when the bytes are no text.
 */
export function readText(bytes: Uint8Array, options: ReadTextOptions = {}): ReadResult {
  const makeId = options.makeId ?? nameAsId
  const report: Report = { unplaced: [], furniture: [] }
  const lines = withoutPageNumbers(splitLines(decodeText(bytes)), report)
  const parts = cutParts(lines, report)
  if (parts.axes.length === 0) {
    note(report.unplaced, parts.front)
    parts.front = []
  }
  const { cover, foreword } = readCover(parts.front, parts.back, parts.findRepeat, report)
  const section = readForeword(foreword, makeId('avant-propos'))
  const context = { findRepeat: parts.findRepeat, headings: knowHeadings(parts), report }
  const axes = parts.axes.map((axis) => readAxis(axis.title, axis.lines, context))
  const project = buildProject(cover, section === undefined ? [] : [section], axes, makeId, report)
  return { project, unplaced: report.unplaced.toSorted(byLine), furniture: report.furniture.toSorted(byLine) }
}

/** Known headings: those that ship, and those that stand over lists at several places of this text. */
function knowHeadings({ axes, findRepeat }: Parts): Headings {
  const seen = new Set<string>()
  const known = new Set(shippedHeadings)
  for (const { lines } of axes) {
    for (const index of lines.keys()) {
      const heading = headingAt(lines, index, () => false)
      if (heading?.kind !== 'rubric' || findRepeat(lines, index) > 0) continue
      const key = textKey(heading.text)
      if (seen.has(key)) known.add(key)
      seen.add(key)
    }
  }
  const isKnown = (text: string): boolean => known.has(textKey(text))
  return seen.size > mostHeadings
    ? { isKnown: isShipped, allowsOthers: false }
    : { isKnown, allowsOthers: true }
}

function isShipped(text: string): boolean {
  return shippedHeadings.has(textKey(text))
}

function byLine(one: SourceLine, other: SourceLine): number {
  return one.line - other.line
}
