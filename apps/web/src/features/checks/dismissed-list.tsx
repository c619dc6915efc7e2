import { checkIdSchema, reopenFinding } from '@concerte/schema'
import { useId, useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useMay } from '../plan/rights/use-rights.ts'
import type { DismissedGroup } from './checks-view.ts'
import styles from './checks.module.css'
import { focusDismissed } from './focus-after.ts'
import { goToPlace } from './go-to-finding.ts'
import { checksMessages } from './messages.ts'
import { useFindingWords } from './use-finding-words.ts'
import { usePersonNames } from './use-person-names.ts'

/** What somebody said does not matter, with who said so, when and why, and the way back. */
export function DismissedList({ dismissed }: { dismissed: readonly DismissedGroup[] }) {
  const t = useMessages(checksMessages)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const nameOf = usePersonNames(dismissed.map(({ dismissal }) => dismissal.by))
  if (dismissed.length === 0) return null
  return (
    <section className={styles.dismissed}>
      <h3 className={styles.groupHead}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls={id}
          data-dismissed
          onClick={() => setOpen(!isOpen)}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M4.5 2.5L8 6l-3.5 3.5" />
          </svg>
          <span className={styles.groupName}>{t.dismissed(dismissed.length)}</span>
        </button>
      </h3>
      <ul id={id} className={styles.items} hidden={!isOpen}>
        {isOpen &&
          dismissed.map((group) => (
            <Dismissed
              key={keyOf(group)}
              group={group}
              isLast={dismissed.length === 1}
              who={nameOf(group.dismissal.by)}
            />
          ))}
      </ul>
    </section>
  )
}

function Dismissed({
  group: { dismissal, finding, count },
  who,
  isLast,
}: {
  group: DismissedGroup
  isLast: boolean
  /** The name of who dismissed it. */
  who: string | null
}) {
  const t = useMessages(checksMessages)
  const locale = useLocale()
  const tools = usePlan()
  const { placeOf, saidOf } = useFindingWords()
  const mayReopen = useMay({ type: 'dismiss', key: dismissal.key ?? dismissal.check })
  const check = checkIdSchema.safeParse(dismissal.check).data
  const name = check === undefined ? dismissal.check : t.names[check]
  const what =
    finding === null ? t.wholeCheck(name, count) : `${placeOf(finding.place)}\u00A0: ${saidOf(finding)}`
  return (
    <li className={styles.item}>
      {finding === null ? (
        <p className={styles.said}>{what}</p>
      ) : (
        <button
          type="button"
          className={styles.jump}
          onClick={() => goToPlace(tools, finding.place, finding.range)}
        >
          <span className={styles.place}>{placeOf(finding.place)}</span>{' '}
          <span className={styles.said}>{saidOf(finding)}</span>
        </button>
      )}
      <p className={styles.note}>
        {t.dismissedBy(who, formatMoment(dismissal.at ?? '', locale))}
        <q className={styles.because}>{dismissal.reason}</q>
      </p>
      {mayReopen && (
        <div className={styles.acts}>
          <button
            type="button"
            className={styles.act}
            aria-label={t.restoreThe(what)}
            onClick={() => {
              focusDismissed(isLast)
              tools.commands.run({ type: 'dismiss', key: dismissal.key ?? dismissal.check }, (plan) => {
                reopenFinding(plan, dismissal)
                return { said: t.restored(what), canUndo: true }
              })
            }}
          >
            {t.restore}
          </button>
        </div>
      )}
    </li>
  )
}

function keyOf({ dismissal }: DismissedGroup): string {
  return dismissal.key ?? dismissal.check
}
