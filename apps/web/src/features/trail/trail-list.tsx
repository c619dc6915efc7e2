import type { TrailEntry } from '@concerte/api'

import page from '../../app/page.module.css'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatDay, formatHour } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { trailMessages } from './messages.ts'
import styles from './trail.module.css'
import { useTrailWords } from './use-trail-words.ts'

/** Entries by day, the newest first. */
export function TrailList({ entries }: { entries: readonly TrailEntry[] }) {
  const t = useMessages(trailMessages)
  const locale = useLocale()
  const words = useTrailWords()
  const days = Map.groupBy(entries, ({ at }) => formatDay(at, locale))
  return (
    <div className={page.days}>
      {[...days].map(([day, ofDay]) => (
        <section key={day} className={page.day}>
          <h2>{day}</h2>
          <ol className={styles.entries} reversed start={ofDay[0]?.number}>
            {ofDay.map(({ number, at, userName, event }) => {
              const { sentence, detail } = words(event)
              return (
                <li key={number} className={styles.entry}>
                  <time className={styles.hour} dateTime={at}>
                    {formatHour(at, locale)}
                  </time>
                  <div className={styles.what}>
                    <p className={styles.who}>{userName ?? t.nobody}</p>
                    <p>{sentence}</p>
                    {detail !== null && <p className={styles.detail}>{detail}</p>}
                  </div>
                </li>
              )
            })}
          </ol>
        </section>
      ))}
    </div>
  )
}
