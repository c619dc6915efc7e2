import type { User } from '@concerte/api'
import { planTexts, unsharedTexts } from '@concerte/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'

import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { keptPlansOf } from '../../offline/kept-plans.ts'
import type { Rescue } from '../../offline/rescue.ts'
import { removeRescue } from '../../offline/rescue-shelf.ts'
import { Button } from '../../ui/button.tsx'
import { asDialog, late } from '../../ui/late.tsx'
import { Message } from '../../ui/message.tsx'
import { rescueMessages } from './messages.ts'
import styles from './rescue.module.css'
import { rescuesKey, useRescues } from './use-rescues.ts'

const RescueDialog = late(async () => (await import('./rescue-dialog.tsx')).RescueDialog, asDialog)

/**
 * Tells of what a person wrote and a plan did not take: why, and where to read it again. `projectId`: of one plan; of all but
 * `except` when left out. `now`: the document as it is, when it may be read: what it holds after all is not told.
 */
export function RescueNotices({
  user,
  projectId,
  except = none,
  now,
}: {
  user: User
  projectId?: string
  except?: readonly string[]
  now: Y.Doc | null
}) {
  const queries = useQueryClient()
  const rescues = useRescues(user).filter((rescue) =>
    projectId === undefined ? !except.includes(rescue.projectId) : rescue.projectId === projectId,
  )
  const remove = async (rescue: Rescue) => {
    await removeRescue(keptPlansOf(user.id), rescue)
    await queries.invalidateQueries({ queryKey: rescuesKey(user.id) })
  }
  return rescues.map((rescue) => (
    <RescueNotice
      key={rescue.id}
      rescue={rescue}
      now={now}
      onRemove={() => void remove(rescue).catch(reportError)}
    />
  ))
}

const none: readonly string[] = []

function RescueNotice({
  rescue,
  now,
  onRemove,
}: {
  rescue: Rescue
  now: Y.Doc | null
  onRemove: () => void
}) {
  const t = useMessages(rescueMessages)
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  // Looked at once: the notice does not change under who reads it.
  const [texts] = useState(() =>
    unsharedTexts(rescue.texts, { base: null, now: now === null ? null : planTexts(now) }),
  )
  const isMute = texts.length === 0 && (rescue.reason === 'read-only' || rescue.reason === 'replaced')
  useEffect(() => {
    // All of it is in the plan after all.
    if (isMute) onRemove()
  }, [isMute, onRemove])
  if (isMute) return null
  return (
    <div className={styles.place}>
      <Message tone="warning" live="alert">
        <div className={styles.notice}>
          <p>
            {t.because[rescue.reason]} {texts.length > 0 && t.kept(formatMoment(rescue.at, locale))}
          </p>
          {texts.length > 0 ? (
            <Button small look="primary" onPress={() => setOpen(true)}>
              {t.see}
            </Button>
          ) : (
            <Button small onPress={onRemove}>
              {t.understood}
            </Button>
          )}
        </div>
      </Message>
      {isOpen && (
        <RescueDialog rescue={rescue} texts={texts} onClose={() => setOpen(false)} onRemove={onRemove} />
      )}
    </div>
  )
}
