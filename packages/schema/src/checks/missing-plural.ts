import type { CheckedPlan } from './checked-plan.ts'
import { keyAt } from './finding-key.ts'
import type { Finding } from './finding.ts'
import { wordSet } from './text-words.ts'

/** «Nombre de dispositif»: a word of four small letters or more after «nombre de» that does not end like a plural. */
const pattern =
  /(?<![\p{L}])nombres?[ \u00a0](?:de[ \u00a0]|d[’'])([\p{Ll}][\p{Ll}-]{2,}\p{Ll})(?![\p{L}\p{N}’'-])/giu
const plural = /(?:[sxz]|aux)$/u
/** Numbers («au nombre de quatre»), what has no plural, and words that stand between. */
const never = wordSet(`
  quatre cinq sept huit neuf onze douze treize quatorze quinze seize vingt trente quarante cinquante
  soixante cent mille entre celui celle ceux points personnel public travail temps leur notre votre
  sport monde
`)

export function missingPlurals({ texts }: CheckedPlan): Finding[] {
  return texts.flatMap(({ place, plain }) =>
    Array.from(plain.matchAll(pattern)).flatMap((match): Finding[] => {
      const word = match[1] ?? ''
      if (plural.test(word) || never.has(word)) return []
      const end = match.index + match[0].length
      return [
        {
          check: 'missing-plural',
          key: keyAt('missing-plural', place.node, place.field, word),
          severity: 'likely',
          place,
          range: { start: match.index, end },
          words: { words: match[0], word },
        },
      ]
    }),
  )
}
