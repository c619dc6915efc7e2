import type { ReactNode } from 'react'

import { useArrivalFocus } from './arrival.ts'
import { usePageTitle } from './page-title.ts'
import styles from './page.module.css'

/** A page inside the frame: its heading, a word under it, and what it holds. */
export function Page({
  title,
  heading = title,
  lead,
  aside,
  narrow = false,
  children,
}: {
  /** Of the window. */
  title: string
  /** The `h1`, when it says more than the title. */
  heading?: ReactNode
  lead?: ReactNode
  /** Beside the heading: the page's main action. */
  aside?: ReactNode
  narrow?: boolean
  children: ReactNode
}) {
  usePageTitle(title)
  const headingRef = useArrivalFocus()
  return (
    <div className={narrow ? styles.narrow : styles.page}>
      <div className={styles.head}>
        <h1 ref={headingRef} tabIndex={-1}>
          {heading}
        </h1>
        {aside}
      </div>
      {lead !== undefined && <div className={styles.lead}>{lead}</div>}
      <div className={styles.body}>{children}</div>
    </div>
  )
}
