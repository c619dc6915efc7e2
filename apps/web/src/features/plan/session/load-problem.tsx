import type { ProjectId, User } from '@concerte/api'

import { isApiError } from '../../../api/api-error.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { usePageTitle } from '../../../app/page-title.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { LoadFailure } from '../../../ui/message.tsx'
import { RescueNotices } from '../../rescue/rescue-notices.tsx'
import { planMessages } from '../messages.ts'
import styles from '../page/page.module.css'

/** A plan that could not be opened: why, and what to do. */
export function LoadProblem({
  error,
  onRetry,
  lost = null,
}: {
  error: unknown
  onRetry: () => void
  /** Whose words for which plan may have been kept when it was lost. */
  lost?: { user: User; projectId: ProjectId } | null
}) {
  const t = useMessages(planMessages)
  const isGone = isApiError(error, 'not-found', 'forbidden')
  const title = isGone ? t.load.gone : t.load.failed
  usePageTitle(title)
  return (
    <main className={styles.opening}>
      <h1>{title}</h1>
      {lost !== null && isGone && <RescueNotices {...lost} now={null} />}
      {isGone ? <p>{t.load.goneText}</p> : <LoadFailure error={error} onRetry={onRetry} />}
      <p>
        <ButtonLink href="/">{t.load.toPlans}</ButtonLink>
      </p>
    </main>
  )
}
