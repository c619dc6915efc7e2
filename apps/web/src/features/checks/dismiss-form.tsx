import { useId, useState, type KeyboardEvent } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import styles from './checks.module.css'
import { checksMessages } from './messages.ts'

/** Why a finding, or a whole check, does not matter: in words, for those who come after. */
export function DismissForm({
  label,
  confirm,
  onDismiss,
  onCancel,
}: {
  /** What is dismissed, for screen readers. */
  label: string
  confirm: string
  onDismiss: (reason: string) => void
  onCancel: () => void
}) {
  const t = useMessages(checksMessages)
  const id = useId()
  const [reason, setReason] = useState('')
  const [isTold, setTold] = useState(false)
  const isMissing = reason.trim() === ''
  const submit = () => {
    if (isMissing) setTold(true)
    else onDismiss(reason.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    } else if (event.key === 'Enter' && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault()
      submit()
    }
  }
  return (
    // Escape gives the form up, wherever in it one is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.form}
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label htmlFor={id}>{t.reason}</label>
      <textarea
        id={id}
        className={styles.reason}
        rows={2}
        maxLength={1000}
        // It stands where the button was that opened it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={reason}
        aria-invalid={isTold && isMissing ? true : undefined}
        aria-describedby={`${id}note`}
        onChange={(event) => setReason(event.target.value)}
      />
      <p id={`${id}note`} className={isTold && isMissing ? styles.fault : styles.note}>
        {isTold && isMissing ? t.reasonMissing : t.reasonNote}
      </p>
      <div className={styles.buttons}>
        <Button small type="submit">
          {confirm}
        </Button>
        <Button small look="quiet" onPress={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  )
}
