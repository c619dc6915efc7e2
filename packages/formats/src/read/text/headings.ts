import { joinLines, type Line } from './lines.ts'
import { readMark, readNumber } from './marks.ts'
import { beginsSentence, endsSentence } from './sentences.ts'

/** A heading over a list: of a rubric's entries (`rubric`) or of numbered actions (`list`). It takes `length` lines. */
export type Heading = { kind: 'rubric' | 'list'; text: string; colon: boolean; length: number }

/** Which headings of rubrics a document has. */
export type Headings = {
  /** Whether a text is the heading of a rubric wherever it stands. */
  isKnown: (text: string) => boolean
  /** Whether other headings are taken for rubrics by their form. */
  allowsOthers: boolean
}

const longestHeading = 120
const mostLines = 2

/**
 * The heading that stands from line `start` on, by its form: a short text set apart, which begins as a title, does not
 * end as a sentence, and has a list right under it. `isKnown` accepts headings that nothing sets apart.
 */
export function headingAt(
  lines: readonly Line[],
  start: number,
  isKnown: (text: string) => boolean,
): Heading | undefined {
  const first = lines[start]
  if (first === undefined || first.text.length > longestHeading || !beginsSentence(first.text))
    return undefined
  const alone = withoutColon(first.text)
  if (isKnown(alone)) return { kind: 'rubric', text: alone, colon: alone !== first.text, length: 1 }
  if (!first.gap && start > 0) return undefined

  let end = start + 1
  while (end - start <= mostLines && isPlainWrap(lines[end])) end++
  if (end - start > mostLines) return undefined
  const whole = joinLines(lines.slice(start, end))
  const text = withoutColon(whole)
  const next = lines[end]
  if (next === undefined || text.length > longestHeading || endsSentence(text) || /[,;]$/u.test(text)) {
    return undefined
  }
  const heading = { text, colon: text !== whole, length: end - start }
  if (readMark(next.text) !== undefined) return { ...heading, kind: 'rubric' }
  return readNumber(next.text) === undefined ? undefined : { ...heading, kind: 'list' }
}

function withoutColon(text: string): string {
  return text.replace(/\s*:$/u, '')
}

function isPlainWrap(line: Line | undefined): boolean {
  if (line === undefined || line.gap) return false
  return readMark(line.text) === undefined && readNumber(line.text) === undefined
}
