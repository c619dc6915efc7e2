import type { Line } from './lines.ts'

/** Words of the source and the 1-based line where they stand. */
export type SourceLine = { line: number; text: string }

/** What the reader leaves out of the plan, filled in while it reads. */
export type Report = {
  /** Words that have no place in a plan. */
  unplaced: SourceLine[]
  /** Page furniture: the numbers of pages, and what only repeats words that stand elsewhere in the plan. */
  furniture: SourceLine[]
}

/** Notes whole lines as left out. */
export function note(into: SourceLine[], lines: readonly Line[]): void {
  for (const line of lines) into.push({ line: line.number, text: line.text })
}
