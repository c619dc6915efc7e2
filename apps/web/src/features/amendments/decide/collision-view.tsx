import type { Proposal } from '@concerte/schema'
import type { ReactNode } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { DiffText, DiffWords } from '../../compare/diff-text.tsx'
import styles from '../amendments.module.css'
import type { Look } from '../look.ts'
import { amendmentMessages } from '../messages.ts'
import { useFieldWords } from '../use-field-words.ts'

/** Others changed the same words: what stood there, what stands there now, and what is proposed, side by side where there is room. */
export function CollisionView({
  proposal,
  look,
}: {
  proposal: Extract<Proposal, { type: 'text' | 'field' }>
  look: Look
}) {
  const t = useMessages(amendmentMessages)
  const { valueWords } = useFieldWords()
  if (proposal.type === 'field') {
    const words = (value: typeof proposal.base) => valueWords(proposal.field, value) || t.view.empty
    const base = words(proposal.base)
    return (
      <Three
        base={base}
        now={<DiffWords before={base} after={words(look.value?.now ?? null)} />}
        proposed={<DiffWords before={base} after={words(proposal.value)} />}
      />
    )
  }
  const { base, text } = proposal
  return (
    <Three
      base={<DiffText before={base} after={base} />}
      now={<DiffText before={base} after={look.text?.now ?? base} />}
      proposed={<DiffText before={base} after={text} />}
    />
  )
}

function Three({ base, now, proposed }: { base: ReactNode; now: ReactNode; proposed: ReactNode }) {
  const t = useMessages(amendmentMessages)
  const columns = [
    [t.view.base, base],
    [t.view.now, now],
    [t.view.proposed, proposed],
  ] as const
  return (
    <div className={styles.three}>
      {columns.map(([label, words]) => (
        <section key={label} className={styles.column} aria-label={label}>
          <p className={styles.label} aria-hidden="true">
            {label}
          </p>
          <div className={styles.words} lang="fr">
            {words}
          </div>
        </section>
      ))}
    </div>
  )
}
