import type { Member } from '@concerte/api'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { uiMessages } from '../../ui/messages.ts'
import styles from './members.module.css'
import { membersMessages } from './messages.ts'

/** Asks before taking a person's access away; `member` null shows nothing. */
export function RemovalDialog({
  member,
  isMyself,
  onClose,
  onRemove,
}: {
  member: Member | null
  isMyself: boolean
  onClose: () => void
  onRemove: (member: Member) => void
}) {
  const t = useMessages(membersMessages)
  const ui = useMessages(uiMessages)
  if (member === null) return null
  return (
    <Dialog isAlert isOpen title={t.removeTitle(member.name)} onOpenChange={onClose}>
      <p>{isMyself ? t.removeYourself : t.removeText}</p>
      <div className={styles.controls}>
        <Button
          look="danger"
          onPress={() => {
            onRemove(member)
            onClose()
          }}
        >
          {t.confirmRemove}
        </Button>
        <Button onPress={onClose}>{ui.cancel}</Button>
      </div>
    </Dialog>
  )
}
