import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

import { useMessages } from '../i18n/catalogue.ts'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import { uiMessages } from './messages.ts'
import styles from './overlay.module.css'

export type DialogProps = {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  wide?: boolean
  /** A question that wants an answer: read out at once, and not closed by a press outside. */
  isAlert?: boolean
  children: ReactNode
}

/** A modal dialog with its title and a button that closes it; Escape closes it too, and focus goes back where it was. */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  wide = false,
  isAlert = false,
  children,
}: DialogProps) {
  const t = useMessages(uiMessages)
  return (
    <ModalOverlay
      className={classes(styles.veil)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isAlert}
    >
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <AriaDialog className={classes(styles.dialog)} role={isAlert ? 'alertdialog' : 'dialog'}>
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!isAlert && (
              <Button look="quiet" small onPress={() => onOpenChange(false)}>
                {t.close}
              </Button>
            )}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
