import type { Thread } from '@concerte/api'
import type { Subject } from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { usePlan } from '../plan/plan-context.ts'
import { CommentBox } from './comment-box.tsx'
import { reviewMessages } from './messages.ts'
import styles from './review.module.css'
import { useThreadDeeds } from './use-threads.ts'
import { useThreadPlaces } from './use-thread-places.ts'
import { WordChoice, wordsAt } from './word-choice.tsx'

/** Where the first comment of a thread is written: on what was chosen in the page, or on words that are chosen here. */
export function NewThread({
  on,
  onBegun,
  onCancel,
}: {
  on: Subject
  /** Null while the comment waits to be sent. */
  onBegun: (thread: Thread | null) => void
  onCancel: () => void
}) {
  const t = useMessages(reviewMessages)
  const { store } = usePlan()
  const places = useThreadPlaces()
  const deeds = useThreadDeeds()
  const [subject, setSubject] = useState(on)
  const [isChoosing, setChoosing] = useState(false)
  const node = on.type === 'node' ? on.node : on.anchor.node
  const mayChoose = on.type === 'node' && wordsAt(store, node).length > 0
  return (
    <section className={styles.new} aria-label={t.new}>
      <p className={styles.place}>{places.wordsFor(node)}</p>
      {mayChoose && !isChoosing && (
        <Button small look="quiet" className={styles.choose} onPress={() => setChoosing(true)}>
          {t.choice.open}
        </Button>
      )}
      {isChoosing && <WordChoice node={node} onChoose={(chosen) => setSubject(chosen ?? on)} />}
      {subject.type === 'text' && (
        <p className={styles.quote} lang="fr">
          {subject.anchor.quote}
        </p>
      )}
      <CommentBox
        draft={`new ${JSON.stringify(on)}`}
        label={t.new}
        send={t.send}
        takesFocus
        onCancel={onCancel}
        onSend={async (comment) => onBegun(await deeds.start(subject, comment))}
      />
    </section>
  )
}
