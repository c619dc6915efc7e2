import type { Amendment } from '@concerte/api'

import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import styles from './amendments.module.css'
import { amendmentMessages } from './messages.ts'
import { useNames } from './people.ts'
import { useAmendmentWords } from './use-amendment-words.ts'

/** [A3] Every fate that an amendment had, with who gave it, when and why. */
export function FateTrail({ amendment, all }: { amendment: Amendment; all: readonly Amendment[] }) {
  const t = useMessages(amendmentMessages)
  const locale = useLocale()
  const { nameOf } = useNames()
  const { fateWords } = useAmendmentWords()
  const numberOf = (id: string) => all.find((other) => other.id === id)?.number
  const { author, createdAt, fates } = amendment
  return (
    <section className={styles.part} aria-label={t.history}>
      <p className={styles.label} aria-hidden="true">
        {t.history}
      </p>
      <ol className={styles.trail}>
        <li>{t.trail.proposed(nameOf(author), formatMoment(createdAt, locale))}</li>
        {fates.map(({ fate, by, at }) => {
          const when = formatMoment(at, locale)
          return (
            <li key={at}>
              {fate.type === 'open'
                ? t.trail.reopened(nameOf(by), when)
                : t.trail.entry(fateWords(fate, numberOf), nameOf(by), when)}
              {'reason' in fate && fate.reason !== undefined && fate.reason !== '' && (
                <span className={styles.because}>{t.trail.because(fate.reason)}</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
