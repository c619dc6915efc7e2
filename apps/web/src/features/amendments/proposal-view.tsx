import type { Fate } from '@concerte/api'
import type { Proposal } from '@concerte/schema'

import { useMessages } from '../../i18n/catalogue.ts'
import { DiffText, DiffWords } from '../compare/diff-text.tsx'
import styles from './amendments.module.css'
import { AdditionView } from './addition-view.tsx'
import type { Look } from './look.ts'
import { amendmentMessages } from './messages.ts'
import { useAmendmentWords } from './use-amendment-words.ts'
import { useFieldWords } from './use-field-words.ts'

/** What an amendment changes: in the text of now while it is discussed, in the text that its author saw once it is decided. */
export function ProposalView({ proposal, look, fate }: { proposal: Proposal; look: Look; fate: Fate }) {
  const t = useMessages(amendmentMessages)
  const { fieldName, valueWords } = useFieldWords()
  const { spotWords } = useAmendmentWords()
  const applies = fate.type === 'open' && (look.standing === 'clean' || look.standing === 'moved-on')
  const isPlaceGone = fate.type === 'open' && look.collision === 'place'
  switch (proposal.type) {
    case 'text': {
      const now = applies ? look.text : undefined
      return (
        <div className={styles.part}>
          <div className={styles.words} lang="fr" data-diff>
            <DiffText before={now?.now ?? proposal.base} after={now?.merged ?? proposal.text} />
          </div>
          {look.standing === 'moved-on' && applies && <p className={styles.note}>{t.view.since}</p>}
        </div>
      )
    }
    case 'field': {
      const before = applies && look.value !== undefined ? look.value.now : proposal.base
      const [from, to] = [valueWords(proposal.field, before), valueWords(proposal.field, proposal.value)]
      return (
        <p className={styles.words} data-diff>
          <span className={styles.label}>{t.view.value(fieldName(proposal.field))}</span>{' '}
          <span lang="fr">
            <DiffWords before={from === '' ? t.view.empty : from} after={to === '' ? t.view.empty : to} />
          </span>
        </p>
      )
    }
    case 'add':
      return (
        <div className={styles.part}>
          <AdditionView draft={proposal.draft} />
          <p className={styles.note}>{spotWords(proposal.at)}</p>
          {isPlaceGone && <p className={styles.note}>{t.view.placeGone}</p>}
        </div>
      )
    case 'withdraw': {
      const isSame = applies || look.withdrawn === undefined || look.withdrawn.now === proposal.seen
      return (
        <div className={styles.part}>
          <p className={styles.words} lang="fr" data-diff>
            <DiffWords before={proposal.seen} after="" />
          </p>
          {!isSame && fate.type === 'open' && look.standing === 'collision' && (
            <>
              <p className={styles.note}>{t.view.changedSince}</p>
              <p className={styles.words} lang="fr">
                <DiffWords before={proposal.seen} after={look.withdrawn?.now ?? ''} />
              </p>
            </>
          )}
        </div>
      )
    }
    case 'move':
      return (
        <div className={styles.part}>
          <dl className={styles.spots}>
            <dt>{t.view.from}</dt>
            <dd>{spotWords(proposal.base)}</dd>
            <dt>{t.view.to}</dt>
            <dd>{spotWords(proposal.to)}</dd>
            {fate.type === 'open' && look.collision === 'move' && look.moved !== undefined && (
              <>
                <dt>{t.view.nowAt}</dt>
                <dd>{spotWords(look.moved.now)}</dd>
              </>
            )}
          </dl>
          {isPlaceGone && <p className={styles.note}>{t.view.placeGone}</p>}
        </div>
      )
  }
}
