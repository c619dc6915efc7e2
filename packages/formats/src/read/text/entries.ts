import type { RubricDraft } from './axis-draft.ts'
import type { Line } from './lines.ts'
import { readMark } from './marks.ts'
import { continuesSentence, textKey } from './sentences.ts'

/** Fills the rubrics of an axis or of an action. */
export type EntryReader = {
  /** Opens the rubric of a heading, the same one when the heading comes back. */
  openRubric: (heading: string) => void
  /** The lines of a new entry when a line begins one, its bullet off. `open`: those of the entry before it, if any. */
  beginEntry: (line: Line, open: readonly Line[] | undefined) => Line[] | undefined
}

/** A rubric keeps to the mark of its first entry; other marks, and deeper dashes, belong to the entry's text. */
export function createEntryReader(rubrics: RubricDraft[]): EntryReader {
  let rubric: RubricDraft | undefined
  let rubricMark: { mark: string; indent: number } | undefined

  const openRubric = (heading: string): void => {
    rubric = rubrics.find((some) => textKey(some.heading) === textKey(heading))
    if (rubric === undefined) rubrics.push((rubric = { heading, entries: [] }))
    rubricMark = undefined
  }

  const beginEntry: EntryReader['beginEntry'] = (line, open) => {
    const mark = readMark(line.text)
    const isFirst = rubricMark === undefined
    if (mark === undefined) {
      // Under a heading, paragraphs without bullets are entries too.
      const isPlainRubric = rubric !== undefined && (isFirst || rubricMark?.mark === '')
      if (!isPlainRubric || (!isFirst && !isApart(line, open))) return undefined
    } else if (rubricMark !== undefined) {
      const isDeeper = mark.dash && line.indent > rubricMark.indent + 1
      if (mark.mark !== rubricMark.mark || isDeeper) return undefined
    }
    rubricMark ??= { mark: mark?.mark ?? '', indent: line.indent }
    if (rubric === undefined) openRubricOnce()
    const entry: Line[] = [{ ...line, text: mark?.rest ?? line.text }]
    rubric?.entries.push(entry)
    return entry
  }

  function openRubricOnce(): void {
    const kept = rubricMark
    openRubric('')
    rubricMark = kept
  }

  return { openRubric, beginEntry }
}

function isApart(line: Line, open: readonly Line[] | undefined): boolean {
  const last = open?.at(-1)
  return line.gap && (last === undefined || !continuesSentence(last.text, line.text))
}
