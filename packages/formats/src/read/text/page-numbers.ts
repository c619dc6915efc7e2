import { isCoverAcademy, isCoverTitle } from './cover-lines.ts'
import type { Line } from './lines.ts'
import { note, type Report } from './report.ts'

const loneNumber = /^(?:page\s)?(?:[-–—]\s?)?(\d{1,3})(?:\s?[-–—]|\s?\/\s?\d{1,3})?$/iu
const footer = /^(?:(?<before>\d{1,3})\s)?(?<text>.+?)(?:\s(?:page\s)?(?<after>\d{1,3}))?$/iu
const longestFooter = 150

/**
 * The lines without those that number the pages, alone or beside the title of the cover; these are furniture. They
 * stand apart, and their numbers rise from the first to the last: else some of them are no pages, and all stay.
 */
export function withoutPageNumbers(lines: readonly Line[], report: Report): Line[] {
  const pages = new Map<Line, number>()
  for (const [index, line] of lines.entries()) {
    const page = line.gap && lines[index + 1]?.gap !== false ? pageNumber(line.text) : undefined
    if (page !== undefined) pages.set(line, page)
  }
  const numbers = [...pages.values()]
  const rise = numbers.every((number, index) => number > (numbers[index - 1] ?? 0))
  if (numbers.length < 2 || !rise) return [...lines]
  note(report.furniture, [...pages.keys()])
  return lines.filter((line) => !pages.has(line))
}

function pageNumber(text: string): number | undefined {
  if (text.length > longestFooter) return undefined
  const alone = loneNumber.exec(text)?.[1]
  if (alone !== undefined) return Number(alone)
  const groups = footer.exec(text)?.groups
  const beside = groups?.['text'] ?? ''
  const number = groups?.['after'] ?? groups?.['before']
  return number !== undefined && (isCoverTitle(beside) || isCoverAcademy(beside)) ? Number(number) : undefined
}
