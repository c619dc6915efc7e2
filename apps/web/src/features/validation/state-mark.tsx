import type { ReactNode } from 'react'

import { classes } from '../../ui/classes.ts'
import styles from './validation.module.css'

const shapes = {
  fine: 'M3.5 8.5l3 3 6-7',
  open: 'M8 3.5v6M8 12v.5',
  waiting: 'M4.5 8h7',
} as const

/** How something stands, in words; the sign before them only repeats it. */
export function StateMark({ state, children }: { state: keyof typeof shapes; children: ReactNode }) {
  return (
    <span className={classes(styles.mark, styles[state])}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[state]} />
      </svg>
      <span>{children}</span>
    </span>
  )
}
