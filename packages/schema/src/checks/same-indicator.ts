import type { CheckedPlan, CheckedText } from './checked-plan.ts'
import { keyAt } from './finding-key.ts'
import type { Finding } from './finding.ts'
import { isArticle, wordsOf } from './text-words.ts'

/**
 * The same indicator twice, in one action or in two. Case, accents, articles and acronyms in brackets make no
 * difference; an indicator that says more after a comma is also the one that says just what stands before it.
 */
export function sameIndicators({ lists }: CheckedPlan): Finding[] {
  const groups = new Map<string, CheckedText[]>()
  const wholes = new Set<string>()
  const texts = lists.flatMap(({ rubric, entries }) =>
    rubric.entryType === 'indicator' ? entries.map(({ text }) => text) : [],
  )
  for (const { plain } of texts) wholes.add(nameOf(plain))
  for (const text of texts) {
    const whole = nameOf(text.plain)
    const first = nameOf(text.plain.slice(0, firstClause(text.plain)))
    const name = wholes.has(first) ? first : whole
    // «Nombre d’élèves» alone says too little to be somebody's one indicator.
    if (name.split(' ').length < 3) continue
    const same = groups.get(name)
    if (same === undefined) groups.set(name, [text])
    else same.push(text)
  }
  return Array.from(groups.values()).flatMap(([first, ...others]): Finding[] => {
    if (first === undefined || others.length === 0) return []
    const nodes = [first, ...others].map(({ place }) => place.node).toSorted()
    return [
      {
        check: 'same-indicator',
        key: keyAt('same-indicator', nodes.join('/')),
        severity: 'likely',
        place: first.place,
        range: { start: 0, end: first.plain.length },
        related: others.map(({ place }) => place),
        words: { words: first.plain, count: String(nodes.length) },
      },
    ]
  })
}

/** Where the first comma outside of brackets and quotation marks stands, else the length. */
function firstClause(plain: string): number {
  let depth = 0
  for (let index = 0; index < plain.length; index += 1) {
    const sign = plain[index]
    if (sign === '(' || sign === '«') depth += 1
    if (sign === ')' || sign === '»') depth -= 1
    if (sign === ',' && depth <= 0) return index
  }
  return plain.length
}

function nameOf(plain: string): string {
  const bare = plain.replaceAll(/\((?:\p{Lu}|\p{N}|-)+\)/gu, ' ')
  return wordsOf(bare)
    .map((word) => word.folded)
    .filter((word) => !isArticle(word))
    .join(' ')
}
