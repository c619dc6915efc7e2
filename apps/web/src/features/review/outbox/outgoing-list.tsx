import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useErrorText } from '../../../api/error-text.ts'
import { sessionQuery } from '../../../api/session.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { focusPanelHeading } from '../../plan/page/focus-side-panel.ts'
import { reviewMessages } from '../messages.ts'
import styles from '../review.module.css'
import own from './outgoing.module.css'
import { refusalOf, type Outgoing } from './outbox.ts'
import { useOutbox } from './use-outbox.ts'

/** What the person said and the server has not yet: where it stands, its words, and why it is not there. */
export function OutgoingList({
  items,
  placeOf,
}: {
  items: readonly Outgoing[]
  /** Where it stands, in words; left out where that is plain. */
  placeOf?: (item: Outgoing) => string
}) {
  const t = useMessages(reviewMessages)
  if (items.length === 0) return null
  return (
    <ul className={own.list} aria-label={t.outbox.title}>
      {items.map((item) => (
        <OutgoingItem key={item.id} item={item} {...(placeOf !== undefined && { place: placeOf(item) })} />
      ))}
    </ul>
  )
}

function OutgoingItem({ item, place }: { item: Outgoing; place?: string }) {
  const t = useMessages(reviewMessages)
  const errorText = useErrorText()
  const outbox = useOutbox()
  const name = useQuery(sessionQuery).data?.user?.name
  const [isTrying, setTrying] = useState(false)
  const refusal = refusalOf(item)
  const retry = () => {
    setTrying(true)
    void outbox.flush(item.id).finally(() => setTrying(false))
  }
  const drop = () => {
    outbox.drop(item.id)
    // The button goes with it.
    focusPanelHeading()
  }
  return (
    <li className={own.item}>
      {place !== undefined && <p className={styles.place}>{place}</p>}
      {item.type === 'thread' && item.subject.type === 'text' && place !== undefined && (
        <p className={styles.quote} lang="fr">
          {item.subject.anchor.quote}
        </p>
      )}
      <p className={styles.by}>
        <strong>{name ?? t.someone}</strong>
      </p>
      <p className={styles.body} lang="fr">
        {item.body}
      </p>
      <output className={own.state}>
        {refusal === null ? t.outbox.waits : `${errorText(refusal)} ${t.notSent}`}
      </output>
      <div className={styles.acts}>
        <button type="button" className={styles.act} disabled={isTrying} onClick={retry}>
          {t.outbox.retry}
        </button>
        <button type="button" className={styles.act} onClick={drop}>
          {t.outbox.drop}
        </button>
      </div>
    </li>
  )
}
