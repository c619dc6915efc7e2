import { Children, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

import { useMessages } from '../i18n/catalogue.ts'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import { uiMessages } from './messages.ts'
import styles from './notice.module.css'

/**
 * A word on something that goes on elsewhere, at the foot of the window. The live region stands before there is anything to say, so that
 * screen readers read what comes. Stays until it is closed: nobody misses it by reading slowly.
 */
export function Notice({
  tone,
  onClose,
  children,
}: {
  tone: 'plain' | 'danger'
  onClose: (() => void) | undefined
  children: ReactNode
}) {
  const t = useMessages(uiMessages)
  // A server has nothing to say yet, and no body to say it in.
  if (import.meta.env.SSR) return null
  const isShown = Children.toArray(children).length > 0
  return createPortal(
    <output className={styles.place} data-react-aria-top-layer="true">
      {isShown && (
        <div className={classes(styles.notice, tone === 'danger' && styles.danger)}>
          <div className={styles.text}>{children}</div>
          {onClose !== undefined && (
            <Button look="quiet" small onPress={onClose}>
              {t.close}
            </Button>
          )}
        </div>
      )}
    </output>,
    document.body,
  )
}
