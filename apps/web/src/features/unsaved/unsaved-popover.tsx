import type { FieldPlace } from '@concerte/editor'
import type { RefObject } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { BarPopover } from '../plan/bar/bar-popover.tsx'
import { planMessages } from '../plan/messages.ts'
import { placeWords } from '../plan/people/place-words.ts'
import { usePlan } from '../plan/plan-context.ts'
import { coverNode, placeKey } from '../plan/store/place.ts'
import { unsavedMessages } from './messages.ts'
import styles from './unsaved.module.css'

/** More than these are counted. */
const most = 30

/** The places whose words are not saved yet, each with the way to it. */
export function UnsavedPopover({
  trigger,
  places,
  onOpenChange,
}: {
  trigger: RefObject<HTMLButtonElement | null>
  places: readonly FieldPlace[]
  onOpenChange: (isOpen: boolean) => void
}) {
  const t = useMessages(unsavedMessages)
  const plan = useMessages(planMessages)
  const { store, fields, reveal } = usePlan()
  const go = (place: FieldPlace) => {
    onOpenChange(false)
    // The focus goes there once the list has given it back.
    setTimeout(() => {
      if (store.text(place) === undefined) reveal(place.node)
      else fields.focus(place, { type: 'end' })
    })
  }
  const wordsOf = ({ node, field }: FieldPlace): string => {
    if (node === coverNode && field === '') return t.settings
    const words = placeWords(store, plan, node)
    return words === '' ? t.bin : words
  }
  return (
    <BarPopover
      title={t.title(places.length)}
      trigger={trigger}
      placement="bottom start"
      onOpenChange={onOpenChange}
    >
      <p className={styles.note}>{t.note}</p>
      <ul className={styles.list}>
        {places.slice(0, most).map((place) => (
          <li key={placeKey(place)}>
            <button type="button" className={styles.place} onClick={() => go(place)}>
              {wordsOf(place)}
            </button>
          </li>
        ))}
      </ul>
      {places.length > most && <p className={styles.note}>{t.more(places.length - most)}</p>}
    </BarPopover>
  )
}
