import type { Amendment, AmendmentRevision } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { revisionsQuery } from '../../api/amendments.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatDay, formatHour } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { LoadFailure } from '../../ui/message.tsx'
import { DiffText, DiffWords } from '../compare/diff-text.tsx'
import { usePlan } from '../plan/plan-context.ts'
import styles from './amendments.module.css'
import { amendmentMessages } from './messages.ts'
import { isSameText } from './start-proposal.ts'
import { useAmendmentWords } from './use-amendment-words.ts'

/** What an amendment said before each of its improvements, the latest first, as what its author then changed. */
export function EarlierWordings({ amendment: { id, revision } }: { amendment: Amendment }) {
  const { projectId } = usePlan()
  const revisions = useQuery({ ...revisionsQuery(projectId, id, revision), enabled: revision > 1 })
  if (revision === 1) return null
  if (revisions.isError) {
    return <LoadFailure error={revisions.error} onRetry={() => void revisions.refetch()} />
  }
  const pairs = (revisions.data ?? []).flatMap((before, index, all) => {
    const after = all[index + 1]
    return after === undefined ? [] : [{ before, after }]
  })
  return (
    <div className={styles.part}>
      {pairs.toReversed().map(({ before, after }) => (
        <EarlierWording key={before.revision} before={before} after={after} />
      ))}
    </div>
  )
}

type Pair = { before: AmendmentRevision; after: AmendmentRevision }

function EarlierWording({ before, after }: Pair) {
  const t = useMessages(amendmentMessages)
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.fold} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.earlier(formatDay(before.at, locale), formatHour(before.at, locale))}</summary>
      {isOpen && <Difference before={before} after={after} />}
    </details>
  )
}

function Difference({ before, after }: Pair) {
  const t = useMessages(amendmentMessages)
  const { proposalWords } = useAmendmentWords()
  const [from, to] = [before.proposal, after.proposal]
  const [words, newWords] = [proposalWords(from), proposalWords(to)]
  const isText = from.type === 'text' && to.type === 'text'
  const isProposalSame = isText ? isSameText(from.text, to.text) : words === newWords
  const isReasonSame = before.reason === after.reason
  return (
    <div className={styles.earlier}>
      {isProposalSame ? (
        isReasonSame && <p className={styles.note}>{t.earlierSame}</p>
      ) : (
        <div className={styles.words} lang="fr">
          {isText ? (
            <DiffText before={from.text} after={to.text} />
          ) : (
            <DiffWords before={words} after={newWords} />
          )}
        </div>
      )}
      {!isReasonSame && (
        <div className={styles.part}>
          <p className={styles.label}>{t.reason}</p>
          <p className={styles.said}>
            <DiffWords before={before.reason} after={after.reason} />
          </p>
        </div>
      )}
    </div>
  )
}
