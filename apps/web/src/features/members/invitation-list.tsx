import type { Invitation, ProjectId } from '@concerte/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { invitationsQuery, revokeInvitation } from '../../api/invitations.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatDay, formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { roleMessages } from '../roles/messages.ts'
import styles from './members.module.css'
import { membersMessages } from './messages.ts'

/** The links made so far, with what became of them. */
export function InvitationList({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(membersMessages)
  const client = useQueryClient()
  const invitations = useQuery(invitationsQuery(projectId))
  const revocation = useMutation({
    mutationFn: (invitation: Invitation) => revokeInvitation(projectId, invitation.id),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery(projectId).queryKey }),
  })
  return (
    <section className={styles.section} aria-labelledby="members-links">
      <h3 id="members-links">{t.links}</h3>
      {revocation.isError && <LoadFailure error={revocation.error} />}
      {invitations.isPending && <Loading />}
      {invitations.isError && (
        <LoadFailure error={invitations.error} onRetry={() => void invitations.refetch()} />
      )}
      {invitations.data?.length === 0 && <p className={styles.note}>{t.noLink}</p>}
      {invitations.data !== undefined && invitations.data.length > 0 && (
        <ul className={styles.list}>
          {invitations.data.map((invitation) => (
            <li key={invitation.id} className={styles.row}>
              <InvitationRow
                invitation={invitation}
                isPending={revocation.isPending}
                onRevoke={() => revocation.mutate(invitation)}
              />
            </li>
          ))}
        </ul>
      )}
      <output className={styles.said}>{revocation.isSuccess ? t.revoked : ''}</output>
    </section>
  )
}

function InvitationRow({
  invitation,
  isPending,
  onRevoke,
}: {
  invitation: Invitation
  isPending: boolean
  onRevoke: () => void
}) {
  const t = useMessages(membersMessages)
  const roles = useMessages(roleMessages)
  const locale = useLocale()
  const link = t.linkFor(roles[invitation.role], invitation.reusable)
  const isOpen = invitation.state === 'open'
  const facts = [t.createdBy(invitation.createdBy, formatMoment(invitation.createdAt, locale))]
  if (isOpen) facts.push(t.until(formatDay(invitation.expiresAt, locale)))
  if (invitation.reusable || isOpen) facts.push(t.uses(invitation.uses))
  return (
    <>
      <p className={styles.who}>
        <span className={styles.name}>
          {link}{' '}
          <span className={classes(styles.state, isOpen && styles.open)}>{t.states[invitation.state]}</span>
        </span>
        <span className={styles.note}>{facts.join(', ')}</span>
      </p>
      {isOpen && (
        <Button look="quiet" small aria-label={t.revokeOf(link)} isDisabled={isPending} onPress={onRevoke}>
          {t.revoke}
        </Button>
      )}
    </>
  )
}
