import { createTitleKeys, findAxisTitles, repeatedTitleLength, type AxisTitle } from './axis-titles.ts'
import { isHashtags, isWebsite } from './cover-lines.ts'
import type { Line } from './lines.ts'
import { note, type Report } from './report.ts'
import { textKey } from './sentences.ts'

const contentsHeading = /^(?:sommaire|table\s+des\s+matières)$/iu

/** How many lines repeat an axis's title from line `start` on; 0 when none does. */
export type FindRepeat = (lines: readonly Line[], start: number) => number

/** A document cut at its axes. */
export type Parts = {
  front: Line[]
  axes: { title: AxisTitle; lines: Line[] }[]
  back: Line[]
  findRepeat: FindRepeat
}

/** Cuts a document into what precedes the axes, each axis, and the back cover. */
export function cutParts(lines: readonly Line[], report: Report): Parts {
  const { openings, repeats } = sortTitles(lines, report)
  const keys = createTitleKeys(openings)
  const findRepeat: FindRepeat = (some, start) =>
    repeats.get(some[start]?.number ?? 0) ?? repeatedTitleLength(some, start, keys)

  const left = new Set(report.furniture.map((item) => item.line))
  const last = openings.at(-1)
  const backStart = last === undefined ? lines.length : findBackCover(lines, last.end, findRepeat)
  return {
    front: lines.slice(0, openings[0]?.start).filter((line) => !left.has(line.number)),
    axes: openings.map((title, index) => ({
      title,
      lines: lines.slice(title.end, openings[index + 1]?.start ?? backStart),
    })),
    back: lines.slice(backStart),
    findRepeat,
  }
}

/** Tells the lines that open an axis from the tables of contents and running heads that only name it. */
function sortTitles(
  lines: readonly Line[],
  report: Report,
): { openings: AxisTitle[]; repeats: Map<number, number> } {
  const titles = findAxisTitles(lines)
  const lastOf = new Map(titles.map((title, index) => [openingKey(title), index]))
  const openings: AxisTitle[] = []
  const listed = new Set<string>()
  const opened = new Set<string>()
  let contentsEnd = -1
  const repeats = new Map<number, number>()
  for (const [index, title] of titles.entries()) {
    const isListed = titles[index + 1]?.start === title.end || title.start === contentsEnd
    if (isListed && !listed.has(openingKey(title)) && (lastOf.get(openingKey(title)) ?? 0) > index) {
      contentsEnd = title.end
      const hasHeading = listed.size === 0 && contentsHeading.test(lines[title.start - 1]?.text ?? '')
      listed.add(openingKey(title))
      note(report.furniture, lines.slice(title.start - (hasHeading ? 1 : 0), title.end))
      continue
    }
    const length = repeatLength(lines, title, opened)
    if (length > 0) {
      repeats.set(title.line, length)
      continue
    }
    openings.push(title)
    opened.add(openingKey(title))
  }
  return { openings, repeats }
}

/** How many lines of this title repeat those of an axis already open; a slogan may stand right under them. */
function repeatLength(
  lines: readonly Line[],
  { start, end, ...title }: AxisTitle,
  opened: ReadonlySet<string>,
): number {
  if (opened.has(openingKey(title))) return end - start
  for (let stop = end - 1; stop > start; stop--) {
    const [shorter] = findAxisTitles(lines.slice(start, stop))
    if (shorter !== undefined && opened.has(openingKey(shorter))) return stop - start
  }
  return 0
}

function openingKey({ number, title }: Pick<AxisTitle, 'number' | 'title'>): string {
  return `${number} ${textKey(title)}`
}

/** The back cover begins with hashtags, a web address, or the titles of several axes in a row. */
function findBackCover(lines: readonly Line[], start: number, findRepeat: FindRepeat): number {
  for (let index = start; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || !line.gap) continue
    if (isHashtags(line.text) || isWebsite(line.text)) return index
    const length = findRepeat(lines, index)
    if (length > 0 && findRepeat(lines, index + length) > 0) return index
  }
  return lines.length
}
