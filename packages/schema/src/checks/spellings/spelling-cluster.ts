import type { TextRange } from '../../text/text-range.ts'
import type { CheckedText } from '../checked-plan.ts'
import { keyOfPlan } from '../finding-key.ts'
import type { Finding, MendEdit } from '../finding.ts'

/** One name, in one place, as it is spelled there. `edits` makes it as it is spelled elsewhere; none where it is so. */
export type Spelling = { text: CheckedText; range: TextRange; edits: MendEdit[] }

/** A name that is spelled in several ways. `unusual`: where it is to change, or where nobody can say, the second way. */
export type SpellingCluster = { name: string; usual: Spelling[]; unusual: Spelling[] }

export function toSpellingFinding({ name, usual, unusual }: SpellingCluster): Finding[] {
  const [first] = unusual
  if (first === undefined) return []
  const edits = unusual.flatMap((spelling) => spelling.edits)
  return [
    {
      check: 'spelling-differs',
      key: keyOfPlan('spelling-differs', name),
      severity: 'likely',
      place: first.text.place,
      range: first.range,
      related: [...unusual.slice(1), ...usual].map(({ text }) => text.place),
      words: {
        words: wordsAt(first),
        // Empty where nobody can say which of them is right.
        usual: edits.length > 0 ? mended(first) : '',
        spellings: [...new Set([...unusual, ...usual].map(wordsAt))].join(' / '),
        count: String(unusual.length),
      },
      ...(edits.length > 0 && { mend: { type: 'replace', edits } }),
    },
  ]
}

/** Two names that change in the same words («Conseil national» and «national de la Refondation») are one. */
export function mergeClusters(clusters: readonly SpellingCluster[]): SpellingCluster[] {
  const merged: SpellingCluster[] = []
  for (const cluster of clusters) {
    const whole = merged.find(({ unusual }) =>
      unusual.some((one) => cluster.unusual.some((other) => overlap(one, other))),
    )
    if (whole === undefined) merged.push(cluster)
    else whole.unusual = joinSpellings(whole.unusual, cluster.unusual)
  }
  return merged
}

function joinSpellings(all: readonly Spelling[], more: readonly Spelling[]): Spelling[] {
  const joined = [...all]
  for (const spelling of more) {
    const at = joined.findIndex((other) => overlap(spelling, other))
    const other = joined[at]
    if (other === undefined) continue
    const starts = new Set(other.edits.map(({ range }) => range.start))
    joined[at] = {
      text: other.text,
      range: {
        start: Math.min(other.range.start, spelling.range.start),
        end: Math.max(other.range.end, spelling.range.end),
      },
      edits: [...other.edits, ...spelling.edits.filter(({ range }) => !starts.has(range.start))].toSorted(
        (a, b) => a.range.start - b.range.start,
      ),
    }
  }
  return joined
}

function overlap(one: Spelling, other: Spelling): boolean {
  return one.text === other.text && one.range.start < other.range.end && other.range.start < one.range.end
}

function wordsAt({ text, range }: Spelling): string {
  return text.plain.slice(range.start, range.end)
}

function mended({ text, range, edits }: Spelling): string {
  let words = text.plain.slice(0, range.end)
  for (const edit of edits.toReversed()) {
    words = words.slice(0, edit.range.start) + edit.text + words.slice(edit.range.end)
  }
  return words.slice(range.start)
}
