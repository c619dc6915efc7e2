import type { ClientRefusalCode } from '@concerte/sync'
import type { ReactNode } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Message } from '../../../ui/message.tsx'
import styles from '../page/page.module.css'
import { sessionMessages } from './messages.ts'
import type { LiveSession } from './plan-session.ts'
import { useKeepingState } from './use-keeping-state.ts'
import { useSaveState } from './use-save-state.ts'

/** Nothing more of what is written here reaches the server: why, and what to do. */
export function StopNotice({ session }: { session: LiveSession }) {
  const stop = useSaveState(session.client, (state) =>
    state.type === 'refused' ? state.code : state.type === 'unsupported' ? state.type : '',
  )
  return stop === '' ? null : <Stop session={session} stop={stop} />
}

/** Of its own, because the state of the device changes with every key. */
function Stop({ session, stop }: { session: LiveSession; stop: ClientRefusalCode | 'unsupported' }) {
  const t = useMessages(sessionMessages)
  const { client, keeper } = session
  const isUnsent = useSaveState(client, (state) => state.type !== 'unsupported' || state.unsaved)
  const isKept = useKeepingState(keeper) === 'kept'
  switch (stop) {
    case 'signed-out':
      return (
        <Notice words={isKept ? t.stop.signedOutKept : t.stop.signedOut}>
          <ButtonLink href="/connexion">{t.signIn}</ButtonLink>
        </Notice>
      )
    case 'unsupported':
      return (
        <Notice words={isUnsent ? (isKept ? t.stop.outdatedKept : t.stop.outdatedUnsent) : t.stop.outdated}>
          <Reload label={t.reload} />
        </Notice>
      )
    case 'rejected':
      return (
        <Notice words={t.stop.rejected}>
          <Reload label={t.reload} />
        </Notice>
      )
    case 'forbidden':
      return (
        <Notice words={t.stop.forbidden}>
          <ButtonLink href="/">{t.toPlans}</ButtonLink>
        </Notice>
      )
    // For the others the plan is being opened anew, and a copy of the words says why.
    case 'foreign-author':
    case 'not-your-axis':
    case 'structure':
    case 'axis-locked':
    case 'phase':
    case 'plan-final':
    case 'read-only':
    case 'replaced':
      return null
  }
}

function Notice({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className={styles.notice}>
      <Message tone="danger" live="alert">
        <p>{words}</p>
        {children}
      </Message>
    </div>
  )
}

function Reload({ label }: { label: string }) {
  return (
    <Button small onPress={() => location.reload()}>
      {label}
    </Button>
  )
}
