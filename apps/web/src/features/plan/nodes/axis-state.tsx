import type { NodeId } from '@concerte/schema'
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

import { axisLocksQuery } from '../../../api/axis-locks.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { formatMoment } from '../../../i18n/dates.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { useRefusal } from '../rights/use-rights.ts'
import styles from './axis.module.css'

/** Why nobody, or not this person, writes in an axis: at its head, where one would look. */
export function AxisState({ id }: { id: NodeId }) {
  const t = useMessages(planMessages)
  const { rights } = usePlan()
  const isLocked = useSyncExternalStore(rights.subscribe, () => rights.current().locked.includes(id))
  const refusal = useRefusal({ type: 'write', node: id })
  if (isLocked) return <Locked id={id} />
  return refusal === 'not-your-axis' ? <p className={styles.state}>{t.rights.notYourAxis}</p> : null
}

function Locked({ id }: { id: NodeId }) {
  const t = useMessages(planMessages)
  const locale = useLocale()
  const { projectId } = usePlan()
  const lock = useQuery(axisLocksQuery(projectId)).data?.find(({ axisId }) => axisId === id)
  const when = lock === undefined ? '' : formatMoment(lock.lockedAt, locale)
  const by = lock?.lockedBy ?? null
  return (
    <p className={styles.state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 015 0v2.5" />
      </svg>
      {lock === undefined ? t.lock.mark : by === null ? t.lock.markWhen(when) : t.lock.markBy(by, when)}
    </p>
  )
}
