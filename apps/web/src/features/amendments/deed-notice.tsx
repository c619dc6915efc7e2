import type { Amendment } from '@concerte/api'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './amendments.module.css'
import { amendmentMessages } from './messages.ts'
import type { SaidDeed } from './use-deeds.ts'

/** What was just done, with the way to take a decision back. */
export function DeedNotice({
  said,
  onClose,
  onUndo,
}: {
  said: SaidDeed | null
  onClose: () => void
  onUndo: (amendment: Amendment) => void
}) {
  const t = useMessages(amendmentMessages)
  const undone = said?.undo
  return (
    <Notice tone={said?.tone ?? 'plain'} onClose={onClose}>
      {said !== null && (
        <div className={styles.saidNotice}>
          <p>{said.text}</p>
          {undone !== undefined && (
            <Button small aria-label={t.decide.undoThe(undone.number)} onPress={() => onUndo(undone)}>
              {t.decide.takeBack}
            </Button>
          )}
        </div>
      )}
    </Notice>
  )
}
