import type { MouseEvent } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
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
      <IconButton
        label={t.up(name)}
        path="M3.5 10L8 5.5l4.5 4.5"
        aria-disabled={index === 0}
        onClick={move(index - 1)}
      />
      <IconButton
        label={t.down(name)}
        path="M3.5 6L8 10.5 12.5 6"
        aria-disabled={index === count - 1}
        onClick={move(index + 1)}
      />
    </span>
  )
}
