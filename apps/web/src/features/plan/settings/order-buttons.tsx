import type { MouseEvent } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { settingsMessages } from './messages.ts'
import styles from './settings.module.css'

/** Up and down by one. The button that was pressed keeps the focus, also where its row is moved in the page and at an end of the list. */
export function OrderButtons({
  name,
  index,
  count,
  onMove,
}: {
  name: string
  index: number
  count: number
  onMove: (index: number) => void
}) {
  const t = useMessages(settingsMessages)
  const move = (to: number) => (event: MouseEvent<HTMLButtonElement>) => {
    if (to < 0 || to >= count) return
    onMove(to)
    event.currentTarget.focus()
  }
  return (
    <span className={styles.order}>
      <button
        type="button"
        className={styles.arrow}
        aria-label={t.up(name)}
        aria-disabled={index === 0}
        onClick={move(index - 1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3.5 10L8 5.5l4.5 4.5" />
        </svg>
      </button>
      <button
        type="button"
        className={styles.arrow}
        aria-label={t.down(name)}
        aria-disabled={index === count - 1}
        onClick={move(index + 1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3.5 6L8 10.5 12.5 6" />
        </svg>
      </button>
    </span>
  )
}
