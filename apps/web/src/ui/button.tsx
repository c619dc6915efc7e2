import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link } from 'wouter'

import styles from './button.module.css'
import { classes } from './classes.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> & {
  look?: ButtonLook
  small?: boolean
  /** What it started is under way: another press does nothing. It keeps the focus, which a disabled button loses. */
  isPending?: boolean
  className?: string | undefined
  children: ReactNode
}

export function Button({
  look = 'secondary',
  small = false,
  isPending = false,
  className,
  onPress,
  ...props
}: ButtonProps) {
  return (
    // Not react-aria's own pending state: it announces a progress bar, which there is none of here.
    <AriaButton
      {...props}
      {...(isPending ? { 'data-pending': true } : onPress === undefined ? {} : { onPress })}
      className={classes(styles.button, styles[look], small && styles.small, className)}
    />
  )
}

/** A link that looks like a button, where the action is to go to a page. */
export function ButtonLink({
  href,
  look = 'secondary',
  children,
}: {
  href: string
  look?: ButtonLook
  children: ReactNode
}) {
  return (
    <Link href={href} className={classes(styles.button, styles[look])}>
      {children}
    </Link>
  )
}
