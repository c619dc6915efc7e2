import type { ProjectId, Version } from '@concerte/api'
import { useId, useState } from 'react'

import page from '../../app/page.module.css'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatCalendarDay, formatHour } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { ChooseBox } from './choose-box.tsx'
import type { Comparable } from './comparison-path.ts'
import { versionsMessages } from './messages.ts'
import { localDay, timelineOf } from './timeline.ts'
import { VersionRow } from './version-row.tsx'
import styles from './versions.module.css'

type TimelineProps = {
  projectId: ProjectId
  /** Newest first. */
  versions: readonly Version[]
  canName: boolean
  chosen: readonly Comparable[]
  onChoose: (id: Comparable, isChosen: boolean) => void
}

/** The versions by day, the plan of now on top. */
export function Timeline({ versions, ...props }: TimelineProps) {
  const t = useMessages(versionsMessages)
  const locale = useLocale()
  const { chosen, onChoose } = props
  const [{ today, yesterday }] = useState(() => lastDays(new Date()))
  const nameOf = (day: string) =>
    day === today ? t.today : day === yesterday ? t.yesterday : formatCalendarDay(day, locale)
  return (
    <div className={page.days}>
      <div className={styles.nowRow}>
        <p>
          <strong>{t.now}</strong> <span className={styles.note}>{t.nowNote}</span>
        </p>
        <ChooseBox name={t.now} isChosen={chosen.includes('now')} onChange={(is) => onChoose('now', is)} />
      </div>
      {timelineOf(versions).map(({ day, items }) => (
        <section key={day} className={page.day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{nameOf(day)}</h2>
          <ol className={styles.items}>
            {items.map((item) =>
              item.type === 'version' ? (
                <li key={item.version.id} className={styles.item}>
                  <VersionRow {...props} version={item.version} />
                </li>
              ) : (
                <Folded key={item.versions[0]?.id} {...props} versions={item.versions} />
              ),
            )}
          </ol>
        </section>
      ))}
    </div>
  )
}

function lastDays(now: Date): { today: string; yesterday: string } {
  const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12)
  return { today: localDay(now.toISOString()), yesterday: localDay(before.toISOString()) }
}

/** Automatic versions that followed each other, told as one until one wants to see them. */
function Folded({ versions, ...props }: TimelineProps) {
  const t = useMessages(versionsMessages)
  const locale = useLocale()
  const list = useId()
  const [isOpen, setOpen] = useState(false)
  const hour = (version: Version | undefined) =>
    version === undefined ? '' : formatHour(version.createdAt, locale)
  return (
    <li className={styles.item}>
      <div className={styles.folded}>
        <p className={styles.note}>{t.folded(versions.length, hour(versions.at(-1)), hour(versions[0]))}</p>
        <Button
          small
          look="quiet"
          aria-expanded={isOpen}
          {...(isOpen && { 'aria-controls': list })}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? t.fold : t.unfold}
        </Button>
      </div>
      {isOpen && (
        <ol id={list} className={styles.items}>
          {versions.map((version) => (
            <li key={version.id} className={styles.item}>
              <VersionRow {...props} version={version} />
            </li>
          ))}
        </ol>
      )}
    </li>
  )
}
