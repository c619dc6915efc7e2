import { useMessages } from '../../i18n/catalogue.ts'
import fields from '../../ui/field.module.css'
import { versionsMessages } from './messages.ts'
import styles from './versions.module.css'

/** Chooses one of the two that are compared. */
export function ChooseBox({
  name,
  isChosen,
  onChange,
}: {
  name: string
  isChosen: boolean
  onChange: (isChosen: boolean) => void
}) {
  const t = useMessages(versionsMessages)
  return (
    <label className={styles.choose}>
      <input
        type="checkbox"
        className={fields.box}
        aria-label={t.chooseNamed(name)}
        checked={isChosen}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span aria-hidden="true">{t.choose}</span>
    </label>
  )
}
