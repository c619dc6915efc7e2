import type { Amendment, Fate } from '@concerte/api'

import { useMessages } from '../../i18n/catalogue.ts'
import styles from './amendments.module.css'
import type { Look } from './look.ts'
import { amendmentMessages } from './messages.ts'
import { useAmendmentWords } from './use-amendment-words.ts'

/** What became of an amendment, in words; the colour only repeats them. */
export function FateMark({ fate, all }: { fate: Fate; all: readonly Amendment[] }) {
  const { fateWords } = useAmendmentWords()
  const numberOf = (id: string) => all.find((other) => other.id === id)?.number
  return (
    <span className={styles.mark} data-fate={fate.type}>
      {fateWords(fate, numberOf)}
    </span>
  )
}

/** How an amendment that is discussed stands to the plan of now. */
export function StandingMark({ look: { standing, collision = 'text' } }: { look: Look }) {
  const t = useMessages(amendmentMessages)
  return (
    <span className={styles.mark} data-standing={standing}>
      {standing === 'collision' ? t.collisions[collision] : t.standings[standing]}
    </span>
  )
}
