import type { UserId } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'

import { membersQuery } from '../../../api/members.ts'
import { sessionQuery } from '../../../api/session.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { CheckboxChoices } from '../../../ui/checkbox-choices.tsx'
import { usePlan } from '../../plan/plan-context.ts'
import styles from '../amendments.module.css'
import { amendmentMessages } from '../messages.ts'

/** Who is asked to sign too, of those of the plan who may propose something themselves. */
export function Cosigners({
  chosen,
  onChange,
}: {
  chosen: readonly UserId[]
  onChange: (chosen: UserId[]) => void
}) {
  const t = useMessages(amendmentMessages)
  const { projectId } = usePlan()
  const me = useQuery(sessionQuery).data?.user?.id
  const members = useQuery(membersQuery(projectId)).data ?? []
  const others = members.filter(({ userId, role }) => userId !== me && role !== 'reader')
  if (others.length === 0) return null
  return (
    <details className={styles.fold} open={chosen.length > 0 ? true : undefined}>
      <summary>
        {t.compose.cosigners}
        {chosen.length > 0 && <span className={styles.note}> {t.compose.cosignersCount(chosen.length)}</span>}
      </summary>
      <CheckboxChoices
        legend={t.compose.cosignersLegend}
        choices={others.map(({ userId, name }) => ({ value: userId, label: name }))}
        values={new Set(chosen)}
        onChange={(next) => onChange([...next])}
      />
    </details>
  )
}
