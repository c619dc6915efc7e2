import { shortened, type CheckedPlace, type Finding, type TextRange } from '@concerte/schema'

import { useMessages } from '../../i18n/catalogue.ts'
import { planMessages } from '../plan/messages.ts'
import { usePlan } from '../plan/plan-context.ts'
import { checksMessages } from './messages.ts'
import { placeName } from './place-name.ts'
import { plainText, profileOf } from './text-at.ts'

/** How findings are told: their places and what is wrong there. */
export function useFindingWords(): {
  placeOf: (place: CheckedPlace) => string
  saidOf: (finding: Finding) => string
  /** The words around a fault of typography, which its own words do not tell; null for other findings. */
  excerptOf: (finding: Finding) => string | null
} {
  const t = useMessages(checksMessages)
  const { kinds } = useMessages(planMessages)
  const { store } = usePlan()
  return {
    placeOf: (place) => placeName(store, place, { ...t, kinds }),
    saidOf: ({ check, words = {} }) => t.says[check]((name) => shortened(words[name] ?? '', longest)),
    excerptOf({ place, range, severity }) {
      if (severity !== 'typography' || range === undefined) return null
      const text = store.text(place)
      return text === undefined ? null : t.excerpt(around(plainText(text, profileOf(store, place)), range))
    },
  }
}

const longest = 90

/** How many letters are shown before and after. */
const margin = 28

function around(plain: string, { start, end }: TextRange): string {
  const before = plain.slice(Math.max(0, start - margin), start)
  const after = plain.slice(end, end + margin)
  const first = start > margin ? before.slice(before.indexOf(' ') + 1) : before
  const last = plain.length > end + margin ? after.slice(0, Math.max(after.lastIndexOf(' '), 0)) : after
  return (first + plain.slice(start, end) + last).trim()
}
