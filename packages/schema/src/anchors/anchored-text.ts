import { findText } from '../outline/find-text.ts'
import type { PlanDoc } from '../outline/plan-doc.ts'
import { readCharacters } from '../text/paragraphs.ts'
import type { TextRange } from '../text/text-range.ts'
import type { Run } from './lineage.ts'

/** The characters of a text by name, each stretch with where it stands in the plain words (UTF-16 units). */
export type AnchoredText = {
  words: string
  stretches: { client: number; clock: number; at: number; length: number }[]
}

/** A text of a node, or of the cover (`cover`), as anchors see it; null when there is no such text. */
export function readAnchoredText(plan: PlanDoc, node: string, field: string): AnchoredText | null {
  const found = findText(plan, node, field)
  if (found === null) return null
  let words = ''
  const stretches: AnchoredText['stretches'] = []
  readCharacters(found.fragment, found.profile).forEach((paragraph, index) => {
    if (index > 0) words += found.profile === 'line' ? ' ' : '\n'
    for (const { client, clock, words: own } of paragraph.stretches) {
      stretches.push({ client, clock, at: words.length, length: own.length })
      words += own
    }
  })
  return { words, stretches }
}

/** Where named characters stand in a text, in its order, spaces at the ends of a piece left aside; how many do, spaces too. */
export function piecesOf(
  { words, stretches }: AnchoredText,
  runs: readonly Run[],
): { pieces: TextRange[]; count: number } {
  const pieces: TextRange[] = []
  let count = 0
  for (const { client, clock, at, length } of stretches) {
    for (const run of runs) {
      if (run[0] !== client) continue
      const start = Math.max(clock, run[1])
      const end = Math.min(clock + length, run[1] + run[2])
      if (start >= end) continue
      count += end - start
      const first = at + start - clock
      const piece = words.slice(first, first + end - start)
      const spaces = piece.length - piece.trimStart().length
      if (spaces < piece.length) pieces.push({ start: first + spaces, end: first + piece.trimEnd().length })
    }
  }
  return { pieces: pieces.toSorted((a, b) => a.start - b.start), count }
}
