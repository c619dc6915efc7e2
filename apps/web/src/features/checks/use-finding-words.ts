import type { CheckedPlace, Finding } from '@concerte/schema'

import { useMessages } from '../../i18n/catalogue.ts'
import { planMessages } from '../plan/messages.ts'
import { usePlan } from '../plan/plan-context.ts'
import { checksMessages } from './messages.ts'
import { placeName } from './place-name.ts'

/** How findings are told: their places and what is wrong there. */
export function useFindingWords(): {
  placeOf: (place: CheckedPlace) => string
  saidOf: (finding: Finding) => string
} {
  const t = useMessages(checksMessages)
  const { kinds } = useMessages(planMessages)
  const { store } = usePlan()
  return {
    placeOf: (place) => placeName(store, place, { ...t, kinds }),
    saidOf: ({ check, words = {} }) => t.says[check]((name) => shortened(words[name] ?? '')),
  }
}

const longest = 90

function shortened(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(' ', longest))}…`
}
