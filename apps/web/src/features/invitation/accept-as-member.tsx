import type { User } from '@concerte/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { sessionQuery, signOut } from '../../api/session.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { LoadFailure } from '../../ui/message.tsx'
import styles from './invitation-page.module.css'
import { invitationMessages } from './messages.ts'
import { useAccept } from './use-accept.ts'

/** For a person who is signed in: one button, and a way to take another account. */
export function AcceptAsMember({ token, user }: { token: string; user: User }) {
  const t = useMessages(invitationMessages)
  const client = useQueryClient()
  const accept = useAccept(token)
  const accepting = useMutation({ mutationFn: () => accept() })
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => client.setQueryData(sessionQuery.queryKey, { user: null }),
  })
  const error = accepting.error ?? leaving.error
  return (
    <div className={styles.way}>
      <p>{t.acceptAs(user.name, user.email)}</p>
      {error !== null && <LoadFailure error={error} />}
      <div className={styles.actions}>
        <Button look="primary" isPending={accepting.isPending} onPress={() => accepting.mutate()}>
          {accepting.isPending ? t.accepting : t.accept}
        </Button>
        <Button look="quiet" isPending={leaving.isPending} onPress={() => leaving.mutate()}>
          {t.notYou}
        </Button>
      </div>
    </div>
  )
}
