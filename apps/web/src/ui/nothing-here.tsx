import type { ReactNode } from 'react'

import { classes } from './classes.ts'
import styles from './nothing-here.module.css'

/** What a panel says where it has nothing to show: a sentence, then what one may do. */
export function NothingHere({
  path,
  says,
  isDone = false,
  children,
}: {
  /** Drawn by a line, on 48 by 48. */
  path: string
  says: string
  /** Nothing is left to do, rather than begun. */
  isDone?: boolean
  children?: ReactNode
}) {
  return (
    <div className={classes(styles.nothing, isDone && styles.done)}>
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <path d={path} />
      </svg>
      <p className={styles.says}>{says}</p>
      {children}
    </div>
  )
}
