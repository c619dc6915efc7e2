import type { ComponentProps } from 'react'

import { classes } from './classes.ts'
import styles from './icon-button.module.css'

type Own = {
  label: string
  /** Drawn by a line, on 16 by 16. */
  path: string
  small?: boolean
}

/** A sign that does something; its name is there for those who hover and for screen readers. `children` stand beside the sign. */
export function IconButton({
  label,
  path,
  small = false,
  className,
  children,
  ...others
}: Own & Omit<ComponentProps<'button'>, 'aria-label' | 'title' | 'type'>) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...others}
      className={classes(styles.button, small && styles.small, className)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
      {children}
    </button>
  )
}
