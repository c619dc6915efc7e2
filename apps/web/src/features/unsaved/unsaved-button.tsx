import { useRef, useState, useSyncExternalStore } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { late } from '../../ui/late.tsx'
import { usePlan } from '../plan/plan-context.ts'
import { unsavedMessages } from './messages.ts'
import styles from './unsaved.module.css'

const UnsavedPopover = late(async () => (await import('./unsaved-popover.tsx')).UnsavedPopover)

/** How many places hold words that are not saved yet, and on a press which. */
export function UnsavedButton() {
  const t = useMessages(unsavedMessages)
  const { unsaved } = usePlan()
  const places = useSyncExternalStore(unsaved.subscribe, unsaved.places, unsaved.places)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  if (places.length === 0) return null
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={t.title(places.length)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t.open(places.length)}
      </button>
      {isOpen && <UnsavedPopover trigger={button} places={places} onOpenChange={setOpen} />}
    </>
  )
}
