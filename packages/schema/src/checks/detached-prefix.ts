import { folded } from '../text/folded.ts'
import type { CheckedPlan } from './checked-plan.ts'
import { keyAt } from './finding-key.ts'
import type { Finding } from './finding.ts'
import { isLinking } from './text-words.ts'

/**
 * «Co construire», «inter cycles»: beginnings of words that are no words themselves. Not «pré», «auto», «micro»,
 * «extra», which are; «post» is one too, but for «post bac».
 */
const pattern =
  /(?<![\p{L}\p{N}’'-])(co|ré|inter|intra|multi|pluri|néo|péri|socio|psycho|post(?= bac))[ \u00a0]([\p{Ll}]{3,})/giu

/** Whether the two are one word or take a hyphen is for people to say: no mend. */
export function detachedPrefixes({ texts }: CheckedPlan): Finding[] {
  return texts.flatMap(({ place, plain }) =>
    Array.from(plain.matchAll(pattern)).flatMap((match): Finding[] => {
      const words = match[0]
      if (isLinking(folded(match[2] ?? ''))) return []
      return [
        {
          check: 'detached-prefix',
          key: keyAt('detached-prefix', place.node, place.field, words.toLowerCase()),
          severity: 'likely',
          place,
          range: { start: match.index, end: match.index + words.length },
          words: { words, prefix: match[1] ?? '' },
        },
      ]
    }),
  )
}
