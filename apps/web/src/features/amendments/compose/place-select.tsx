import { useId } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import styles from '../amendments.module.css'
import { amendmentMessages } from '../messages.ts'

const start = ''

/** After which of its siblings something is to stand; null: first. */
export function PlaceSelect({
  siblings,
  after,
  onChange,
}: {
  siblings: readonly { id: string; words: string }[]
  after: string | null
  onChange: (after: string | null) => void
}) {
  const t = useMessages(amendmentMessages)
  const id = useId()
  if (siblings.length === 0) return null
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t.compose.where}</label>
      <select
        id={id}
        lang="fr"
        value={siblings.some((sibling) => sibling.id === after) ? (after ?? start) : start}
        onChange={({ target }) => onChange(target.value === start ? null : target.value)}
      >
        <option value={start}>{t.compose.start}</option>
        {siblings.map((sibling, index) => (
          <option key={sibling.id} value={sibling.id}>
            {index === siblings.length - 1 ? t.compose.end : t.compose.after(sibling.words)}
          </option>
        ))}
      </select>
    </div>
  )
}
