import type { PastedBlock } from '@concerte/schema'

import { markerOf, markersToItems } from './list-markers.ts'

/** The shortest line that can be one of a column: below, every line is one of its own. */
const narrowestColumn = 45

/** The lines of plain text, those that a column broke made whole again, and bullets and numbers read as lists. */
export function plainBlocks(text: string): PastedBlock[] {
  const lines = text.replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n').split('\n')
  const width = columnWidth(lines)
  const indents = new Map<PastedBlock, number>()
  const blocks: { words: string; indent: number }[] = []
  let before: string | null = null
  for (const line of lines) {
    const words = line.replaceAll(/[\u00AD\u200B\uFEFF\uFFFC\0]/g, '').trim()
    if (words === '') {
      before = null
      continue
    }
    const last = blocks.at(-1)
    if (before !== null && last !== undefined && goesOn(before, words, width)) {
      const isCut = /\p{L}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(words)
      last.words = `${last.words}${isCut ? '' : ' '}${words}`
    } else blocks.push({ words, indent: /^[\t ]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0 })
    before = words
  }
  const paragraphs = blocks.map(({ words, indent }): PastedBlock => {
    const block: PastedBlock = { type: 'paragraph', content: [{ text: words.replaceAll(/[ \t]+/g, ' ') }] }
    indents.set(block, indent)
    return block
  })
  return markersToItems(paragraphs, indents)
}

/** How long the lines of the column are; 0 where there is none. */
function columnWidth(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length > 0)
  const longest = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0
  return longest >= narrowestColumn && longest <= 140 ? longest : 0
}

/** Whether a line is the rest of the one before it. */
function goesOn(before: string, line: string, width: number): boolean {
  // A bullet that stands alone on its line.
  if (markerOf(`${before} x`)?.length === before.length + 1) return markerOf(line) === null
  if (width === 0 || markerOf(line) !== null) return false
  const [firstWord = ''] = line.split(/\s/)
  const isFull = before.length + 1 + firstWord.length > width * 0.9
  if (/^[\p{Ll}\d«(“"’'…;:!?]/u.test(line)) return before.length > width * 0.6 && !/[.!?]$/.test(before)
  return isFull && !/[.!?:;]$/.test(before)
}
