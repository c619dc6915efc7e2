import type { PlanText } from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import type { Rescue } from '../../offline/rescue.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { downloadBlob } from '../export/download-blob.ts'
import { rescueMessages } from './messages.ts'
import { placeWords, rescueToPlain } from './place-words.ts'
import styles from './rescue.module.css'

/** What one had written, place by place, to be copied or kept as a file. */
export function RescueDialog({
  rescue,
  texts,
  onClose,
  onRemove,
}: {
  rescue: Rescue
  texts: readonly PlanText[]
  onClose: () => void
  onRemove: () => void
}) {
  const t = useMessages(rescueMessages)
  const locale = useLocale()
  const [isSure, setSure] = useState(false)
  const plain = rescueToPlain(texts, t)
  const download = () => {
    downloadBlob(new Blob([plain], { type: 'text/plain;charset=utf-8' }), t.fileName(rescue.at.slice(0, 10)))
  }
  return (
    <Dialog title={t.title} isOpen wide onOpenChange={onClose}>
      <p>{t.lead(formatMoment(rescue.at, locale))}</p>
      <div className={styles.controls}>
        <CopyButton text={plain} label={t.copy} done={t.copied} failed={t.notCopied} />
        <Button onPress={download}>{t.download}</Button>
      </div>
      <ul className={styles.list}>
        {texts.map((text) => (
          <li key={`${text.node}.${text.field}`}>
            <h3 className={styles.where}>{placeWords(text, t)}</h3>
            {/* Plans are in French whatever the page speaks. */}
            <p className={styles.words} lang="fr">
              {text.words}
            </p>
          </li>
        ))}
      </ul>
      <div className={styles.controls}>
        {/* One button in two steps: it keeps the focus. */}
        <Button look={isSure ? 'danger' : 'quiet'} onPress={isSure ? onRemove : () => setSure(true)}>
          {isSure ? t.removeSurely : t.remove}
        </Button>
        {isSure && <Button onPress={() => setSure(false)}>{t.keep}</Button>}
      </div>
    </Dialog>
  )
}
