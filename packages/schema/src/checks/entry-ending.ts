import type { CheckedPlan, CheckedText } from './checked-plan.ts'
import { listsWithUsual, usualOf, type Sibling } from './entry-siblings.ts'
import { keyAt } from './finding-key.ts'
import type { Finding } from './finding.ts'

/**
 * Entries that end unlike their siblings: without the full stop of the others, with a comma among full stops. In a
 * list of commas or semicolons the last entry ends with a full stop. `words.usual` is the sign that belongs there,
 * empty for none.
 */
export function entryEndings(plan: CheckedPlan): Finding[] {
  return listsWithUsual(plan, usualEnding).flatMap(({ own, usual }) =>
    own.flatMap((sibling) => judge(sibling, usual)),
  )
}

/** Of the entries before the last, which may close the list; where those disagree, full stops may still be usual. */
function usualEnding(all: readonly Sibling[]): string | undefined {
  const inner = usualOf(endingsOf(all.filter(({ isLast }) => !isLast)))
  if (inner !== undefined) return inner
  return usualOf(endingsOf(all)) === '.' ? '.' : undefined
}

function endingsOf(siblings: readonly Sibling[]): string[] {
  return siblings.map(({ text }) => endingOf(text.plain)).filter((ending) => !isFree(ending))
}

function judge({ text, isLast }: Sibling, usual: string): Finding[] {
  const ending = endingOf(text.plain)
  const wanted = isLast && (usual === ',' || usual === ';') ? '.' : usual
  if (ending === wanted || isFree(ending)) return []
  // In a list without any sign a full stop may close the whole.
  if (isLast && usual === '' && ending === '.') return []
  return [toFinding(text, ending, wanted)]
}

function toFinding({ place, plain }: CheckedText, ending: string, wanted: string): Finding {
  const end = plain.trimEnd().length
  // The sign with the space before it; without a sign, the word that it belongs to.
  const start = plain.slice(0, end - ending.length).trimEnd().length
  const wordStart = /[^\s«»]*[\s»]*$/u.exec(plain.slice(0, end))?.index ?? start
  const range = ending === '' ? { start: wordStart, end } : { start, end }
  const was = plain.slice(range.start, range.end)
  const sign = wanted === ';' ? '\u202f;' : wanted
  return {
    check: 'entry-ending',
    key: keyAt('entry-ending', place.node),
    severity: 'likely',
    place,
    range,
    words: { ending, usual: wanted },
    mend: { type: 'replace', edits: [{ place, range, was, text: (ending === '' ? was : '') + sign }] },
  }
}

/** The sign that a text ends with; empty for none. An ellipsis, `!` and `?` may end any entry, and so may «etc.». */
function endingOf(plain: string): string {
  const end = plain.trimEnd()
  if (/(?:\.\.|(?<!\p{L})etc\.)$/u.test(end)) return '…'
  return /[.;,:…!?]$/u.exec(end)?.[0] ?? (/[.!?…] ?»$/u.test(end) ? '…' : '')
}

function isFree(ending: string): boolean {
  return ending === '…' || ending === '!' || ending === '?' || ending === ':'
}
