import type { Amendment } from '@concerte/api'
import { shortened } from '@concerte/schema'
import { memo, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import unseen from '../../../ui/unseen.module.css'
import { usePlan } from '../../plan/plan-context.ts'
import { FateMark } from '../marks.tsx'
import { amendmentMessages } from '../messages.ts'
import { proposedWords } from '../start-proposal.ts'
import { boardColumns, type BoardColumn, type BoardFilter, type BoardRow } from './board-view.ts'
import styles from './board.module.css'

/** As many rows as are drawn at once. */
const most = 100
/** As many characters of what is proposed as tell it from others. */
const longest = 110

/** The amendments as a table, or as cards where a table has no room. */
export function BoardTable({
  all,
  rows,
  filter,
  onChange,
}: {
  all: readonly Amendment[]
  rows: readonly BoardRow[]
  filter: BoardFilter
  onChange: (filter: BoardFilter) => void
}) {
  const t = useMessages(amendmentMessages)
  const isNarrow = useIsNarrow()
  const [{ limit, of }, setLimit] = useState({ limit: most, of: filter })
  // Other rows than those that one went on through begin again.
  if (of !== filter) setLimit({ limit: most, of: filter })
  const shown = rows.slice(0, limit)
  const left = rows.length - shown.length
  const sort = (column: BoardColumn) =>
    onChange({
      ...filter,
      sort: column,
      isDescending: filter.sort === column ? !filter.isDescending : column === 'support',
    })
  return (
    <>
      {isNarrow ? (
        <ul className={styles.cards}>
          {shown.map((row) => (
            <Card key={row.amendment.id} row={row} all={all} />
          ))}
        </ul>
      ) : (
        <table className={styles.table}>
          <caption className={unseen.unseen}>{t.board.caption}</caption>
          <thead>
            <tr>
              {boardColumns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  data-column={column}
                  aria-sort={
                    filter.sort !== column ? undefined : filter.isDescending ? 'descending' : 'ascending'
                  }
                >
                  <button type="button" className={styles.sort} onClick={() => sort(column)}>
                    {t.board.columns[column]}
                    <svg viewBox="0 0 12 12" aria-hidden="true">
                      <path d="M3 5l3-3 3 3M3 7l3 3 3-3" />
                    </svg>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.amendment.id} row={row} all={all} />
            ))}
          </tbody>
        </table>
      )}
      {left > 0 && (
        <div>
          <Button small onPress={() => setLimit({ limit: limit + most, of })}>
            {t.board.more(Math.min(left, most))}
          </Button>
        </div>
      )}
    </>
  )
}

type RowProps = { row: BoardRow; all: readonly Amendment[] }

/** Typing in the search draws only the rows that come. */
const Row = memo(function Row({ row, all }: RowProps) {
  const t = useMessages(amendmentMessages)
  const { amendment, place, kind, author, groups } = row
  return (
    <tr>
      <th scope="row">
        <Number row={row} />
      </th>
      <td>{place}</td>
      <td>
        <span className={styles.kind}>{kind}</span>
        <Excerpt row={row} />
      </td>
      <td>{author}</td>
      <td>{groups.length === 0 ? t.board.noGroup : groups.join(', ')}</td>
      <td data-column="support">{amendment.supporters.length}</td>
      <td>
        <FateMark fate={amendment.fate} all={all} />
      </td>
    </tr>
  )
})

const Card = memo(function Card({ row, all }: RowProps) {
  const t = useMessages(amendmentMessages)
  const { amendment, place, kind, author, groups } = row
  return (
    <li className={styles.card}>
      <h2>
        <Number row={row} /> {kind}
      </h2>
      <p className={styles.muted}>{place}</p>
      <Excerpt row={row} />
      <p>
        {author}
        {groups.length > 0 && <span className={styles.muted}> ({groups.join(', ')})</span>}
      </p>
      {amendment.supporters.length > 0 && (
        <p className={styles.muted}>{t.supportCount(amendment.supporters.length)}</p>
      )}
      <FateMark fate={amendment.fate} all={all} />
    </li>
  )
})

function Number({ row: { amendment } }: { row: BoardRow }) {
  const t = useMessages(amendmentMessages)
  const { projectId } = usePlan()
  return (
    <Link
      href={`/plans/${projectId}#amendement-${amendment.id}`}
      className={styles.number}
      aria-label={t.board.open(amendment.number)}
    >
      {t.mark(amendment.number)}
    </Link>
  )
}

function Excerpt({ row }: { row: BoardRow }) {
  const words = proposedWords(row.amendment.proposal)
    .replaceAll(/[ \n\t]+/g, ' ')
    .trim()
  if (words === '') return null
  return (
    <span className={styles.excerpt} lang="fr">
      {shortened(words, longest)}
    </span>
  )
}

const narrow = '(max-width: 52rem)'

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(narrow)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(narrow).matches,
  )
}
