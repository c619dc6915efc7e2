import { joinLines, type Line } from './lines.ts'
import { readMark, readNumber } from './marks.ts'
import { endsSentence, textKey } from './sentences.ts'

/** `Axe 1 - Progresser`, `AXE II. Progresser`, `Axe n° 2 : Progresser`, or the number alone with the title below. */
const axisLine = /^A(?:xe|XE)\s+(?:[nN]\s?[°ºo]\.?\s*)?(\d{1,2}|[IVX]{1,5})(?:\s*[-–—:.]+\s*(.*)|\s*)$/u
/** What a table of contents adds after a title. Not for long lines: it is tried from each of their places. */
const pageReference = /\s?(?:\.\s?){3,}\d*$/u
const longestReference = 300
const longestTitle = 4

/** An axis's title, where it stands in the lines: from `start` to before `end`. */
export type AxisTitle = { start: number; end: number; number: number; title: string; line: number }

/** The lines that open an axis, in order, running heads and tables of contents among them. */
export function findAxisTitles(lines: readonly Line[]): AxisTitle[] {
  const found: AxisTitle[] = []
  for (const [start, line] of lines.entries()) {
    const parts = axisLine.exec(line.text)
    if (parts?.[1] === undefined) continue
    const own = withoutReference(parts[2] ?? '')
    const end = own === '' ? titleBelow(lines, start + 1) : titleGoesOn(lines, start + 1, own)
    const title = joinLines([{ text: own }, ...lines.slice(start + 1, end)])
    if (title !== '') found.push({ start, end, number: toNumber(parts[1]), title, line: line.number })
  }
  return found
}

/** The forms under which titles are repeated: alone, or after their label and number. */
export type TitleKeys = { keys: ReadonlySet<string>; firstWords: ReadonlySet<string> }

export function createTitleKeys(titles: readonly Pick<AxisTitle, 'number' | 'title'>[]): TitleKeys {
  const keys = new Set<string>()
  for (const { number, title } of titles) keys.add(textKey(title)).add(textKey(`Axe ${number} ${title}`))
  return { keys, firstWords: new Set([...keys].map(firstWord)) }
}

/** How many lines repeat a title from line `start` on; 0 when none does. */
export function repeatedTitleLength(lines: readonly Line[], start: number, titles: TitleKeys): number {
  let key = ''
  for (let length = 1; length <= longestTitle; length++) {
    const line = lines[start + length - 1]
    if (line === undefined) return 0
    key = `${key} ${textKey(line.text)}`.trim()
    if (!titles.firstWords.has(firstWord(key))) return 0
    if (titles.keys.has(key)) return length
  }
  return 0
}

function firstWord(key: string): string {
  return key.split(' ', 1)[0] ?? ''
}

function titleBelow(lines: readonly Line[], start: number): number {
  const first = lines[start]
  if (first === undefined || !isTitleLine(first)) return start
  let end = start + 1
  while (end - start < longestTitle && isWrap(lines, end)) end++
  return end
}

/** A title that stands beside its number goes on below only by a line or two, which no text follows. */
function titleGoesOn(lines: readonly Line[], start: number, title: string): number {
  let end = start
  while (end - start < 2 && isWrap(lines, end)) end++
  const isWhole = lines[end]?.gap !== false && !endsSentence(lines[end - 1]?.text ?? title)
  return isWhole ? end : start
}

/** A line right under another that is not itself the heading of a list. */
function isWrap(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (line === undefined || line.gap || !isTitleLine(line)) return false
  const next = lines[index + 1]
  return next === undefined || (readMark(next.text) === undefined && readNumber(next.text) === undefined)
}

function isTitleLine(line: Line): boolean {
  return !axisLine.test(line.text) && readMark(line.text) === undefined && readNumber(line.text) === undefined
}

function withoutReference(title: string): string {
  return title.length > longestReference ? title : title.replace(pageReference, '')
}

function toNumber(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral)
  const values = numeral.split('').map((letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
