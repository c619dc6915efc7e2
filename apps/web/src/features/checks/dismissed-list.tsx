import { checkIdSchema, reopenFinding } from '@concerte/schema'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'

import { membersQuery } from '../../api/members.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useMay } from '../plan/rights/use-rights.ts'
import type { DismissedGroup } from './checks-view.ts'
import styles from './checks.module.css'
import { goToPlace } from './go-to-finding.ts'
import { checksMessages } from './messages.ts'
import { useFindingWords } from './use-finding-words.ts'

/** What somebody said does not matter, with who said so, when and why, and the way back. */
export function DismissedList({ dismissed }: { dismissed: readonly DismissedGroup[] }) {
  const t = useMessages(checksMessages)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
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
        {isOpen && dismissed.map((group) => <Dismissed key={keyOf(group)} group={group} />)}
      </ul>
    </section>
  )
}

function Dismissed({ group: { dismissal, finding, count } }: { group: DismissedGroup }) {
  const t = useMessages(checksMessages)
  const locale = useLocale()
  const tools = usePlan()
  const { placeOf, saidOf } = useFindingWords()
  const members = useQuery(membersQuery(tools.projectId)).data
  const mayReopen = useMay({ type: 'dismiss', key: dismissal.key ?? dismissal.check })
  const who = members?.find(({ userId }) => userId === dismissal.by)?.name ?? null
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
              document.querySelector<HTMLElement>('[data-dismissed]')?.focus()
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
