import type { ReactNode } from 'react'

import { classes } from './classes.ts'
import styles from './tag.module.css'

/** Beside a name: what became of it, in a word or two. */
export function Tag({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'success' | 'danger' | 'warning'
  children: ReactNode
}) {
  return <span className={classes(styles.tag, styles[tone])}>{children}</span>
}
