import type { ReactNode } from 'react'
import { TabPanel as AriaTabPanel } from 'react-aria-components/Tabs'

import { classes } from './classes.ts'
import styles from './tabs.module.css'

/** What a tab shows. While nothing in it takes the focus, it does itself; what comes into it late leaves the focus there. */
export function TabPanel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <AriaTabPanel id={id} ref={keepFocus} className={classes(styles.panel)}>
      {children}
    </AriaTabPanel>
  )
}

/** The panel takes no focus any more once something in it does: without this it would lose the one it has, to nothing. */
function keepFocus(panel: HTMLElement | null): (() => void) | undefined {
  if (panel === null) return undefined
  const stop = new AbortController()
  const stay = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null || panel.hasAttribute('tabindex')) return
    panel.tabIndex = -1
    panel.focus({ preventScroll: true })
  }
  panel.addEventListener('blur', stay, { signal: stop.signal })
  return () => stop.abort()
}
