import type { Approver, ProjectId, UserId } from '@concerte/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { membersQuery } from '../../api/members.ts'
import { nameApprovers, validationQuery } from '../../api/validation.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxChoices } from '../../ui/checkbox-choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { roleMessages } from '../roles/messages.ts'
import { validationMessages } from './messages.ts'
import styles from './validation.module.css'

/** Leads name those who approve, among the members of any role. */
export function ApproversDialog({
  projectId,
  approvers,
  onClose,
}: {
  projectId: ProjectId
  approvers: readonly Approver[]
  onClose: () => void
}) {
  const t = useMessages(validationMessages)
  const roles = useMessages(roleMessages)
  const queries = useQueryClient()
  const members = useQuery(membersQuery(projectId))
  const [chosen, setChosen] = useState<ReadonlySet<UserId>>(
    () => new Set(approvers.map(({ userId }) => userId)),
  )
  const naming = useMutation({
    mutationFn: () => nameApprovers(projectId, [...chosen]),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: validationQuery(projectId).queryKey })
      onClose()
    },
  })
  const choices = members.data?.map(({ userId, name, role }) => ({
    value: userId,
    label: name,
    description: roles[role],
  }))
  return (
    <Dialog title={t.approvals.name} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <p>{t.approvals.lead}</p>
      {naming.isError && <LoadFailure error={naming.error} />}
      {members.isPending && <Loading />}
      {members.isError && <LoadFailure error={members.error} onRetry={() => void members.refetch()} />}
      {choices !== undefined && (
        <CheckboxChoices legend={t.approvals.people} choices={choices} values={chosen} onChange={setChosen} />
      )}
      <div className={styles.actions}>
        <Button look="primary" isPending={naming.isPending} onPress={() => naming.mutate()}>
          {naming.isPending ? t.approvals.saving : t.approvals.save}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t.cancel}
        </Button>
      </div>
    </Dialog>
  )
}
