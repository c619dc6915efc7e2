import type { InvitationPreview, User } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'

import { isApiError } from '../../api/api-error.ts'
import { invitationPreviewQuery } from '../../api/invitations.ts'
import { sessionQuery } from '../../api/session.ts'
import { Page } from '../../app/page.tsx'
import { useMessages } from '../../i18n/catalogue.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { roleMessages } from '../roles/messages.ts'
import { AcceptAsMember } from './accept-as-member.tsx'
import { AcceptWithAccount } from './accept-with-account.tsx'
import styles from './invitation-page.module.css'
import { invitationMessages } from './messages.ts'

/** `/invitation/<token>` */
export default function InvitationPage({ token }: { token: string }) {
  const t = useMessages(invitationMessages)
  const preview = useQuery(invitationPreviewQuery(token))
  const session = useQuery(sessionQuery)

  if (preview.isError && isApiError(preview.error, 'invitation-invalid', 'not-found')) {
    return <InvalidInvitation isSignedIn={session.data?.user != null} />
  }
  const failed = [preview, session].find((query) => query.isError)
  if (failed !== undefined) {
    return (
      <Page narrow title={t.title}>
        <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    )
  }
  if (preview.data === undefined || session.data === undefined) {
    return (
      <Page narrow title={t.title}>
        <Loading />
      </Page>
    )
  }
  return <Invitation token={token} preview={preview.data} user={session.data.user} />
}

function Invitation({
  token,
  preview,
  user,
}: {
  token: string
  preview: InvitationPreview
  user: User | null
}) {
  const t = useMessages(invitationMessages)
  const roles = useMessages(roleMessages)
  return (
    <Page narrow title={t.title} heading={t.heading(preview.invitedBy)}>
      <section className={styles.plan}>
        <p className={styles.academy}>{preview.project.academy}</p>
        <h2>{preview.project.title}</h2>
        <p className={styles.role}>
          <strong>{t.role(roles.inSentence[preview.role])}</strong>
          <span>{roles.allows[preview.role]}</span>
        </p>
      </section>
      {user === null ? <AcceptWithAccount token={token} /> : <AcceptAsMember token={token} user={user} />}
    </Page>
  )
}

function InvalidInvitation({ isSignedIn }: { isSignedIn: boolean }) {
  const t = useMessages(invitationMessages).invalid
  return (
    <Page narrow title={t.title} lead={t.text}>
      <div>
        <ButtonLink href={isSignedIn ? '/' : '/connexion'}>{isSignedIn ? t.home : t.signIn}</ButtonLink>
      </div>
    </Page>
  )
}
