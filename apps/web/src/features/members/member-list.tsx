import { roleSchema, type Member, type ProjectId, type Role } from '@concerte/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { changeMember, membersQuery, removeMember } from '../../api/members.ts'
import { sessionQuery } from '../../api/session.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { Select } from '../../ui/select.tsx'
import { roleMessages } from '../roles/messages.ts'
import styles from './members.module.css'
import { membersMessages } from './messages.ts'
import { RemovalDialog } from './removal-dialog.tsx'

/** Who takes part, in which role. */
export function MemberList({ projectId, canManage }: { projectId: ProjectId; canManage: boolean }) {
  const t = useMessages(membersMessages)
  const roles = useMessages(roleMessages)
  const client = useQueryClient()
  const members = useQuery(membersQuery(projectId))
  const me = useQuery(sessionQuery).data?.user?.id
  const [leaving, setLeaving] = useState<Member | null>(null)
  const [said, setSaid] = useState('')

  // The whole plan is read again: one's own role may have changed with it.
  const refresh = () => client.invalidateQueries({ queryKey: ['project', projectId] })
  const change = useMutation({
    mutationFn: ({ member, role }: { member: Member; role: Role }) =>
      changeMember(projectId, member.userId, role),
    async onSuccess(_, { member, role }) {
      await refresh()
      setSaid(t.roleChanged(member.name, roles.inSentence[role]))
    },
  })
  const removal = useMutation({
    mutationFn: (member: Member) => removeMember(projectId, member.userId),
    async onSuccess(_, member) {
      await refresh()
      setSaid(t.removed(member.name))
    },
  })
  const error = change.error ?? removal.error

  return (
    <section className={styles.section} aria-labelledby="members-people">
      <h3 id="members-people">{t.people}</h3>
      {error !== null && <LoadFailure error={error} />}
      {members.isPending && <Loading />}
      {members.isError && <LoadFailure error={members.error} onRetry={() => void members.refetch()} />}
      {members.data?.length === 0 && <p className={styles.note}>{t.nobody}</p>}
      {members.data !== undefined && members.data.length > 0 && (
        <ul className={styles.list}>
          {members.data.map((member) => (
            <li key={member.userId} className={styles.row}>
              <p className={styles.who}>
                <span className={styles.name}>
                  {member.name} {member.userId === me && <span className={styles.note}>{t.you}</span>}
                </span>
                {member.email !== undefined && <span className={styles.note}>{member.email}</span>}
              </p>
              {canManage ? (
                <div className={styles.controls}>
                  <Select
                    small
                    aria-label={t.roleOf(member.name)}
                    value={member.role}
                    isDisabled={change.isPending}
                    onChange={(role) => {
                      if (role !== member.role) change.mutate({ member, role })
                    }}
                    choices={roleSchema.options.map((value) => ({ value, label: roles[value] }))}
                  />
                  <Button
                    look="quiet"
                    small
                    aria-label={t.removeOf(member.name)}
                    onPress={() => setLeaving(member)}
                  >
                    {t.remove}
                  </Button>
                </div>
              ) : (
                <span>{roles[member.role]}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <output className={styles.said}>{said}</output>
      <RemovalDialog
        member={leaving}
        isMyself={leaving?.userId === me}
        onClose={() => setLeaving(null)}
        onRemove={(member) => removal.mutate(member)}
      />
    </section>
  )
}
