import type { Proposal } from '@concerte/schema'
import { useDeferredValue, useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { DiffText } from '../../compare/diff-text.tsx'
import { usePlan } from '../../plan/plan-context.ts'
import styles from '../amendments.module.css'
import { amendmentMessages } from '../messages.ts'
import { textNow } from '../place-now.ts'
import { isSameText } from '../start-proposal.ts'
import { SmallEditor } from './small-editor.tsx'

type TextProposal = Extract<Proposal, { type: 'text' }>

/** Another wording, typed in a private copy, with what it adds and removes. */
export function TextPart({
  proposal,
  onChange,
}: {
  proposal: TextProposal
  onChange: (proposal: TextProposal) => void
}) {
  const t = useMessages(amendmentMessages)
  const { store } = usePlan()
  const [initial] = useState(proposal.text)
  const shown = useDeferredValue(proposal.text)
  const now = textNow(store, proposal)
  const isChanged = !isSameText(proposal.base, shown)
  return (
    <>
      <div className={styles.part}>
        <p className={styles.label} aria-hidden="true">
          {t.compose.newText}
        </p>
        <SmallEditor
          initial={initial}
          profile={now?.profile ?? 'block'}
          label={t.compose.newText}
          takesFocus
          onChange={(text) => onChange({ ...proposal, text })}
        />
      </div>
      {isChanged && (
        <section className={styles.part} aria-label={t.compose.preview}>
          <p className={styles.label} aria-hidden="true">
            {t.compose.preview}
          </p>
          <div className={styles.words} lang="fr">
            <DiffText before={proposal.base} after={shown} />
          </div>
        </section>
      )}
      {now !== null && !isSameText(now.text, proposal.base) && (
        <p className={styles.note}>{t.compose.movedOn}</p>
      )}
    </>
  )
}
