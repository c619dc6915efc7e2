import { useCallback, useSyncExternalStore } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { usePlan } from '../plan/plan-context.ts'
import { unsavedMessages } from './messages.ts'
import styles from './unsaved.module.css'

/** In the margin of a text whose words are not saved yet. The bar says it in words, and lists the places. */
export function UnsavedMark({ node, field }: { node: string; field: string }) {
  const t = useMessages(unsavedMessages)
  const { unsaved } = usePlan()
  const subscribe = useCallback(
    (listener: () => void) => unsaved.subscribeAt({ node, field }, listener),
    [unsaved, node, field],
  )
  const read = () => unsaved.has({ node, field })
  const isUnsaved = useSyncExternalStore(subscribe, read, read)
  return isUnsaved ? <span className={styles.mark} title={t.mark} aria-hidden="true" /> : null
}
