import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { uiMessages } from '../../../ui/messages.ts'
import styles from './side-panel.module.css'

/**
 * What lies beside the sheet while one works on it: one panel at a time, a column on a wide window, a sheet from below
 * on a narrow one. It is no dialog: the page stays alive beside it.
 */
export function SidePanel({
  title,
  takesFocus,
  onClose,
  head,
  children,
}: {
  title: string
  /** It was opened by keyboard: the focus goes to its heading. */
  takesFocus: boolean
  onClose: () => void
  /** Stands still under the title while the rest scrolls. */
  head?: ReactNode
  children: ReactNode
}) {
  const t = useMessages(uiMessages)
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const own = panel.current
    if (takesFocus) heading.current?.focus({ preventScroll: true })
    return () => {
      // Whoever closes it from the page stays there; a focus that would go with it goes back to where it came from.
      const isLost =
        document.activeElement === document.body || own?.contains(document.activeElement) === true
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
    // How it was opened is said once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }
  return (
    // Escape is for whatever in it has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside ref={panel} data-side-panel className={styles.panel} aria-labelledby={id} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <div className={styles.titleRow}>
          <h2 id={id} ref={heading} className={styles.title} tabIndex={-1}>
            {title}
          </h2>
          <Button look="quiet" small onPress={onClose}>
            {t.close}
          </Button>
        </div>
        {head}
      </div>
      <div className={styles.body}>{children}</div>
    </aside>
  )
}
