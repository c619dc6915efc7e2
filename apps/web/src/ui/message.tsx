import type { ReactNode } from 'react'

import { useErrorText } from '../api/error-text.ts'
import { useMessages } from '../i18n/catalogue.ts'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import styles from './message.module.css'
import { uiMessages } from './messages.ts'

/** A sentence that stands in the page: `status` is read when there is time, `alert` at once. */
export function Message({
  tone = 'plain',
  live,
  children,
}: {
  tone?: 'plain' | 'danger' | 'success' | 'warning'
  live?: 'status' | 'alert'
  children: ReactNode
}) {
  return (
    <div className={classes(styles.message, styles[tone])} role={live}>
      {children}
    </div>
  )
}

/** What stands in place of something that could not be read, with the way to try again. */
export function LoadFailure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useMessages(uiMessages)
  const errorText = useErrorText()
  return (
    <Message tone="danger" live="alert">
      <p>{errorText(error)}</p>
      {onRetry !== undefined && (
        <Button small onPress={onRetry}>
          {t.retry}
        </Button>
      )}
    </Message>
  )
}

/** What stands in place of something that is being read. Shows after a moment: quick answers need no word. */
export function Loading() {
  const t = useMessages(uiMessages)
  return (
    <output className={styles.loading} data-waiting>
      {t.loading}
    </output>
  )
}
