import { useSyncExternalStore } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { IconButton } from '../../ui/icon-button.tsx'
// One look with the button beside it.
import styles from '../checks/checks-button.module.css'
import { usePlan } from '../plan/plan-context.ts'
import { reviewPageMessages } from './page/messages.ts'

/** Opens and closes the panel of comments and amendments; says how many threads are unread. */
export function ReviewButton() {
  const t = useMessages(reviewPageMessages)
  const { review } = usePlan()
  const isOpen = useSyncExternalStore(review.subscribe, () => review.current() !== null)
  const unread = useSyncExternalStore(review.subscribe, review.unread)
  const name = unread === 0 ? t.open : t.openUnread(unread)
  return (
    <IconButton
      label={name}
      path="M2.5 3.5h11v7.5H8l-3 2.5V11H2.5zM5 6.25h6M5 8.5h3.5"
      className={styles.button}
      aria-expanded={isOpen}
      // A press of the keyboard has no place in the window.
      onClick={({ detail }) => (isOpen ? review.close() : review.show(detail === 0))}
    >
      {unread > 0 && <span className={styles.count}>{unread > 999 ? '999+' : unread}</span>}
    </IconButton>
  )
}
