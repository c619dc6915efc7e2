import { useMessages } from '../i18n/catalogue.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { uiMessages } from '../ui/messages.ts'
import { appMessages } from './messages.ts'
import styles from './page.module.css'

/** Asks before words go that are on this device and, as far as is known, nowhere else. */
export function SignOutDialog({
  isOpen,
  onClose,
  onSignOut,
}: {
  isOpen: boolean
  onClose: () => void
  onSignOut: () => void
}) {
  const t = useMessages(appMessages)
  const ui = useMessages(uiMessages)
  return (
    <Dialog isAlert isOpen={isOpen} title={t.leaving.title} onOpenChange={onClose}>
      <p>{t.leaving.text}</p>
      <div className={styles.controls}>
        <Button
          look="danger"
          onPress={() => {
            onClose()
            onSignOut()
          }}
        >
          {t.leaving.confirm}
        </Button>
        <Button onPress={onClose}>{ui.cancel}</Button>
      </div>
    </Dialog>
  )
}
