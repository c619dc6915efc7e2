import type { CheckedPlan, CheckedText } from '../checked-plan.ts'
import { keyOfPlan } from '../finding-key.ts'
import type { CheckId, Finding } from '../finding.ts'
import { acronymUses, type AcronymUse } from './acronym-uses.ts'
import { isKnownAcronym } from './known-acronyms.ts'

/**
 * Acronyms that the plan never spells out, spells out after it has used them, more than once, or in two ways: one
 * finding an acronym and fault, at the first place that is at fault.
 */
export function acronyms({ texts }: CheckedPlan): Finding[] {
  const isWord = wordsIn(texts)
  const byName = new Map<string, AcronymUse[]>()
  for (const use of texts.flatMap((text) => acronymUses(text, isWord))) {
    const uses = byName.get(use.acronym)
    if (uses === undefined) byName.set(use.acronym, [use])
    else uses.push(use)
  }
  return Array.from(byName.values()).flatMap(judge)
}

function judge(uses: readonly AcronymUse[]): Finding[] {
  const [first] = uses
  if (first === undefined) return []
  const spelled = uses.filter(({ expansion }) => expansion !== undefined)
  const [explained, ...others] = spelled
  if (explained === undefined) {
    return isKnownAcronym(first.acronym) ? [] : [toFinding('acronym-unexplained', first, uses.slice(1))]
  }
  const findings: Finding[] = []
  if (first !== explained && !isKnownAcronym(first.acronym)) {
    findings.push(toFinding('acronym-late', first, [explained]))
  }
  const form = explained.expansion?.form
  const other = others.find(
    ({ expansion }) => expansion?.form !== null && form !== null && expansion?.form !== form,
  )
  if (other !== undefined) {
    findings.push(
      toFinding(
        'acronym-differs',
        other,
        spelled.filter((use) => use !== other),
      ),
    )
  } else if (others[0] !== undefined) {
    findings.push(toFinding('acronym-repeated', others[0], [explained, ...others.slice(1)]))
  }
  return findings
}

function toFinding(check: CheckId, use: AcronymUse, related: readonly AcronymUse[]): Finding {
  const { acronym, text, range, expansion } = use
  const other = related.find((item) => item.expansion !== undefined)?.expansion
  return {
    check,
    key: keyOfPlan(check, acronym),
    severity: 'likely',
    place: text.place,
    range,
    ...(related.length > 0 && { related: related.map((item) => item.text.place) }),
    words: {
      acronym,
      count: String(related.length + 1),
      ...(expansion !== undefined && { expansion: expansion.words }),
      ...(other !== undefined && { other: other.words }),
    },
  }
}

/** The words that the plan also writes in small letters: in capitals they are said louder («ENSEMBLE»). */
function wordsIn(texts: readonly CheckedText[]): (foldedWord: string) => boolean {
  const words = new Set<string>()
  for (const text of texts) {
    for (const { raw, folded } of text.words) if (/^\p{Ll}/u.test(raw)) words.add(folded)
  }
  return (word) => words.has(word)
}
