import type { Approver, PlanValidation, ProjectId } from '@concerte/api'
import { isAllowed, type Phase, type Role } from '@concerte/schema'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { sessionQuery } from '../../api/session.ts'
import { approve, withdrawApproval } from '../../api/validation.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { LoadFailure, Message } from '../../ui/message.tsx'
import { roleMessages } from '../roles/messages.ts'
import { ApproversDialog } from './approvers-dialog.tsx'
import { validationMessages } from './messages.ts'
import { shortHash } from './short-hash.ts'
import { StateMark } from './state-mark.tsx'
import styles from './validation.module.css'

/** Who must approve the text as it stands, and who did; whoever is named approves here. */
export function Approvals({
  projectId,
  role,
  phase,
  validation,
}: {
  projectId: ProjectId
  role: Role
  phase: Phase
  validation: PlanValidation
}) {
  const t = useMessages(validationMessages)
  const roles = useMessages(roleMessages)
  const me = useQuery(sessionQuery).data?.user?.id
  const [isNaming, setNaming] = useState(false)
  const { approvers, sha256 } = validation
  const mine = approvers.find(({ userId }) => userId === me)
  const may = isAllowed('approve', { role, phase })
  return (
    <section className={styles.section} aria-labelledby="approvals">
      <div className={styles.sectionHead}>
        <h2 id="approvals">{t.approvals.title}</h2>
        {isAllowed('manage', { role, phase }) && (
          <Button small onPress={() => setNaming(true)}>
            {approvers.length === 0 ? t.approvals.name : t.approvals.change}
          </Button>
        )}
      </div>
      <p className={styles.intro}>{t.approvals.lead}</p>
      {approvers.length === 0 && <p className={styles.note}>{t.approvals.none}</p>}
      {approvers.length > 0 && (
        <ul className={styles.people} aria-label={t.approvals.list}>
          {approvers.map((approver) => (
            <li key={approver.userId} className={styles.person}>
              <span className={styles.who}>
                <strong>{approver.name}</strong>{' '}
                <span className={styles.note}>
                  {approver.userId === me ? `${t.approvals.you} ` : ''}
                  {roles[approver.role]}
                </span>
              </span>
              <Stand approver={approver} mayYet={may} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>
        {t.approvals.text} <code title={sha256}>{shortHash(sha256)}</code>
      </p>
      {mine !== undefined && may && <OwnApproval projectId={projectId} sha256={sha256} mine={mine} />}
      {isNaming && (
        <ApproversDialog projectId={projectId} approvers={approvers} onClose={() => setNaming(false)} />
      )}
    </section>
  )
}

function Stand({ approver, mayYet }: { approver: Approver; mayYet: boolean }) {
  const t = useMessages(validationMessages)
  const locale = useLocale()
  const { approvedAt, approvedFormerAt } = approver
  if (approvedAt !== null) {
    return <StateMark state="fine">{t.approvals.approved(formatMoment(approvedAt, locale))}</StateMark>
  }
  if (approvedFormerAt !== null) {
    return <StateMark state="open">{t.approvals.changed(formatMoment(approvedFormerAt, locale))}</StateMark>
  }
  return <StateMark state="waiting">{mayYet ? t.approvals.waiting : t.approvals.later}</StateMark>
}

/** One’s own approval, of the very text whose hash stands above. */
function OwnApproval({ projectId, sha256, mine }: { projectId: ProjectId; sha256: string; mine: Approver }) {
  const t = useMessages(validationMessages)
  const queries = useQueryClient()
  const [said, setSaid] = useState('')
  // Also when it failed: the text may be another by now.
  const refresh = () => queries.invalidateQueries({ queryKey: ['project', projectId] })
  const giving = useMutation({
    mutationFn: () => approve(projectId, sha256),
    onSettled: refresh,
    onSuccess: () => setSaid(t.approvals.youApproved),
  })
  const withdrawing = useMutation({
    mutationFn: () => withdrawApproval(projectId),
    onSettled: refresh,
    onSuccess: () => setSaid(t.approvals.youWithdrew),
  })
  const isGiven = mine.approvedAt !== null
  const error = giving.error ?? withdrawing.error
  return (
    <div className={styles.own}>
      {error !== null && <LoadFailure error={error} />}
      {isGiven ? (
        <div className={styles.actions}>
          <Button look="quiet" isPending={withdrawing.isPending} onPress={() => withdrawing.mutate()}>
            {t.approvals.withdraw}
          </Button>
        </div>
      ) : (
        <Message>
          <p>{t.approvals.askYou}</p>
          <div className={styles.actions}>
            <Button look="primary" isPending={giving.isPending} onPress={() => giving.mutate()}>
              {giving.isPending ? t.approvals.approving : t.approvals.approve}
            </Button>
            <ButtonLink look="quiet" href={`/plans/${projectId}`}>
              {t.approvals.readFirst}
            </ButtonLink>
          </div>
        </Message>
      )}
      <output className={styles.said}>{said}</output>
    </div>
  )
}
