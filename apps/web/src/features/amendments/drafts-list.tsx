import { useSyncExternalStore } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import styles from './amendments.module.css'
import { draftKey, type AmendmentDraft, type DraftShelf } from './draft-shelf.ts'
import { amendmentMessages } from './messages.ts'
import { useAmendmentWords } from './use-amendment-words.ts'

/** What was begun here and not sent: nobody else sees it. */
export function DraftsList({
  shelf,
  onResume,
  onDrop,
}: {
  shelf: DraftShelf
  onResume: (draft: AmendmentDraft) => void
  onDrop: () => void
}) {
  const t = useMessages(amendmentMessages)
  const { kindOf, placeOf } = useAmendmentWords()
  const drafts = useSyncExternalStore(shelf.subscribe, shelf.list)
  if (drafts.length === 0) return null
  return (
    <section className={styles.drafts} aria-label={t.pane.drafts}>
      <h3 className={styles.label}>{t.pane.drafts}</h3>
      <ul>
        {drafts.map((draft) => {
          const what = t.within(kindOf(draft.proposal), placeOf(draft.proposal))
          return (
            <li key={draftKey(draft)} className={styles.draft}>
              <p>
                {kindOf(draft.proposal)} <span className={styles.place}>{placeOf(draft.proposal)}</span>
              </p>
              <div className={styles.buttons}>
                <Button small aria-label={t.pane.resumeThe(what)} onPress={() => onResume(draft)}>
                  {t.pane.resume}
                </Button>
                <Button
                  small
                  look="quiet"
                  aria-label={t.pane.dropThe(what)}
                  onPress={() => {
                    shelf.drop(draft)
                    onDrop()
                  }}
                >
                  {t.pane.drop}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
