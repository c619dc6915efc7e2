import type { ReactNode, RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'

import styles from './bar-popover.module.css'

/** What opens under a button of the bar, under a title of its own. */
export function BarPopover({
  title,
  trigger,
  placement,
  onOpenChange,
  children,
}: {
  title: string
  trigger: RefObject<HTMLButtonElement | null>
  placement: 'bottom start' | 'bottom end'
  onOpenChange: (isOpen: boolean) => void
  children: ReactNode
}) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={onOpenChange}
      placement={placement}
      className={styles.popover ?? ''}
    >
      <Dialog className={styles.dialog ?? ''}>
        <Heading slot="title" level={2} className={styles.heading ?? ''}>
          {title}
        </Heading>
        {children}
      </Dialog>
    </Popover>
  )
}
