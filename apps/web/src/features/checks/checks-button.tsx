import { useSyncExternalStore } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { planMessages } from '../plan/messages.ts'
import type { Checks } from './checks.ts'
import styles from './checks-button.module.css'

/** Opens and closes the panel of the checks; says how many findings are open, once that is known. */
export function ChecksButton({
  checks,
  isOpen,
  onChange,
}: {
  checks: Checks
  isOpen: boolean
  onChange: (isOpen: boolean, byKeyboard: boolean) => void
}) {
  const { bar } = useMessages(planMessages)
  const total = useSyncExternalStore(checks.subscribe, checks.total)
  const name = total === null ? bar.openChecks : bar.openChecksCount(total)
  return (
    <IconButton
      label={name}
      path="M2 4.5l1.3 1.3L5.8 3M2 11.5l1.3 1.3 2.5-2.8M8.5 4.5H14M8.5 11.5H14"
      className={styles.button}
      aria-expanded={isOpen}
      // A press of the keyboard has no place in the window.
      onClick={({ detail }) => onChange(!isOpen, detail === 0)}
    >
      {total !== null && total > 0 && <span className={styles.count}>{total > 999 ? '999+' : total}</span>}
    </IconButton>
  )
}
