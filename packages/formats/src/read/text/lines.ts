/** A line of the source that is not blank. */
export type Line = {
  /** 1-based, as an editor counts. */
  number: number
  /** Without the space around it, runs of spaces made one; no-break spaces stand as they were. */
  text: string
  /** How many spaces stood before it. */
  indent: number
  /** Whether a blank line or a page's edge stands before it. */
  gap: boolean
}

/** The lines of a text. A page's edge is a form feed, or a lone indented line where lines are not indented. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = []
  let gap = true
  for (const [index, raw] of source.split(/\r\n|\r|\n/).entries()) {
    const text = cleanText(raw)
    if (text.trim() === '') {
      gap = true
      continue
    }
    const before = /^\s*/.exec(raw)?.[0] ?? ''
    const indent = before.replaceAll('\f', '').length
    lines.push({ number: index + 1, text, indent, gap: gap || before.includes('\f') })
    gap = false
  }
  if (!areLinesIndented(lines)) for (const line of lines) line.gap ||= line.indent > 0
  return lines
}

/** What stands on these lines, as one line of text. A hyphen that ends a line belongs to its word. */
export function joinLines(lines: readonly Pick<Line, 'text'>[]): string {
  const pieces: string[] = []
  let last = ''
  for (const { text } of lines) {
    if (text === '') continue
    pieces.push(last === '' || joinsWithoutSpace(last) ? text : ` ${text}`)
    last = text
  }
  return pieces.join('').replaceAll('\u00AD', '')
}

function joinsWithoutSpace(before: string): boolean {
  return /[\p{L}\p{N}]-$|[\u00A0\u202F\u00AD]$/u.test(before)
}

function cleanText(raw: string): string {
  return raw
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[^\S\u00A0\u202F]+/gu, ' ')
    .replace(/^ | $/g, '')
}

function areLinesIndented(lines: readonly Line[]): boolean {
  const plain = lines.filter((line) => /^[\p{L}\p{N}]/u.test(line.text))
  return plain.filter((line) => line.indent > 0).length * 5 > plain.length
}
