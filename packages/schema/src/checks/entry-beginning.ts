import type { CheckedPlan } from './checked-plan.ts'
import { listsWithUsual, usualOf, type Sibling } from './entry-siblings.ts'
import { keyAt } from './finding-key.ts'
import type { Finding } from './finding.ts'
import { isInfinitive } from './infinitive.ts'

type Beginning = 'infinitive' | 'other'

/** Entries that begin with a noun among infinitives, or the reverse. */
export function entryBeginnings(plan: CheckedPlan): Finding[] {
  return listsWithUsual(plan, usualBeginning).flatMap(({ own, usual }) => {
    return own.flatMap(({ text }): Finding[] => {
      const { kind, start, end } = beginningOf(text.plain)
      if (kind === usual || end === start) return []
      return [
        {
          check: 'entry-beginning',
          key: keyAt('entry-beginning', text.place.node),
          severity: 'likely',
          place: text.place,
          range: { start, end },
          words: { word: text.plain.slice(start, end), usual },
        },
      ]
    })
  })
}

function usualBeginning(siblings: readonly Sibling[]): string | undefined {
  return usualOf(siblings.map(({ text }) => beginningOf(text.plain).kind))
}

/** What may stand before the verb: quotation marks, «mieux», «ne pas», «se», «s’»; «(Re)penser». */
const lead =
  /^[\s«"“–—•*-]*(?:(?:mieux|bien|aussi|ainsi|enfin|puis|ne|pas|plus|davantage|toujours|systématiquement|\p{L}+ment|se|en|y)[ \u00a0]|s[’'])*(?:\((?:co|dé|re|ré)\)|\()?/iu
/** «Pour les publics fragiles, se montrer…»: the verb comes after the comma, or the colon. */
const circumstance =
  /^[\s«]*(?:à|au|aux|afin|après|avec|avant|chez|d[’']ici|dans|de|dès|en|lors|par|pendant|pour|sans|selon|sous|sur|à)[ \u00a0’'][^,.;:]{1,100}[,:][ \u00a0]/iu

function beginningOf(plain: string): { kind: Beginning; start: number; end: number } {
  const said = firstWord(plain, 0)
  if (said.kind === 'infinitive') return said
  const offset = circumstance.exec(plain)?.[0].length
  const after = offset === undefined ? said : firstWord(plain, offset)
  return after.kind === 'infinitive' ? after : said
}

function firstWord(plain: string, from: number): { kind: Beginning; start: number; end: number } {
  const start = from + (lead.exec(plain.slice(from))?.[0].length ?? 0)
  const word = /^[\p{L}\p{M}-]+/u.exec(plain.slice(start))?.[0] ?? ''
  // «Co-construire», and «Co construire», which another check mends.
  const verb = word.toLowerCase().split('-').at(-1) ?? ''
  const next = /^[ \u00a0](\p{L}+)/u.exec(plain.slice(start + word.length))?.[1] ?? ''
  const isPrefix = /^(?:co|ré)$/iu.test(word)
  const kind = isInfinitive(isPrefix ? next.toLowerCase() : verb) ? 'infinitive' : 'other'
  return { kind, start, end: start + word.length }
}
