import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'

import { amendmentsCsv, amendmentsQuery } from '../../../api/amendments.ts'
import { useErrorText } from '../../../api/error-text.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { Button } from '../../../ui/button.tsx'
import { LoadFailure, Loading, Message } from '../../../ui/message.tsx'
import { downloadBlob } from '../../export/download-blob.ts'
import { usePlan } from '../../plan/plan-context.ts'
import { useNews } from '../../plan/session/use-news.ts'
import { useStructure } from '../../plan/store/use-structure.ts'
import { amendmentMessages } from '../messages.ts'
import { useNames } from '../people.ts'
import { useAmendmentWords } from '../use-amendment-words.ts'
import { BoardFilters } from './board-filters.tsx'
import { BoardTable } from './board-table.tsx'
import { boardRows, filterOfSearch, searchOfFilter, shownRows, wholeBoard } from './board-view.ts'
import styles from './board.module.css'

/** The table of all amendments, or of those that are looked for. */
export function Board() {
  const t = useMessages(amendmentMessages)
  const locale = useLocale()
  const errorText = useErrorText()
  const { projectId } = usePlan()
  const structure = useStructure((found) => found)
  const amendments = useQuery(amendmentsQuery(projectId))
  useNews('amendments', () => amendments.refetch())
  const { placeOf, kindOf } = useAmendmentWords()
  const { nameOf } = useNames()
  const [path, navigate] = useLocation()
  const search = useSearch()
  const [failure, setFailure] = useState<unknown>(null)

  const [filter, change] = useState(() => filterOfSearch(search))
  const query = searchOfFilter(filter)
  useEffect(() => {
    // Once one has stopped typing: the address is for going back to, and for giving to others.
    const timer = setTimeout(() => navigate(query === '' ? path : `${path}?${query}`, { replace: true }), 300)
    return () => clearTimeout(timer)
  }, [query, path, navigate])
  const rows = useMemo(
    () => boardRows(amendments.data ?? [], structure, { placeOf, kindOf, nameOf }),
    // The words are those of the language, and read the structure.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [amendments.data, structure, locale],
  )
  const wanted = useDeferredValue(filter)
  const shown = useMemo(() => shownRows(rows, wanted), [rows, wanted])
  const download = async () => {
    setFailure(null)
    try {
      const { blob, name } = await amendmentsCsv(projectId)
      downloadBlob(blob, name ?? t.board.csvName)
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <>
      {failure !== null && (
        <Message tone="danger" live="alert">
          <p>{errorText(failure)}</p>
        </Message>
      )}
      {amendments.isPending && <Loading />}
      {amendments.isError && amendments.data === undefined && (
        <LoadFailure error={amendments.error} onRetry={() => void amendments.refetch()} />
      )}
      {amendments.data !== undefined && rows.length > 0 && (
        <>
          <BoardFilters rows={rows} filter={filter} onChange={change} />
          <div className={styles.count}>
            <output>{shown.length === 0 ? t.board.none : t.board.shown(shown.length, rows.length)}</output>
            {searchOfFilter({ ...filter, sort: wholeBoard.sort, isDescending: false }) !== '' && (
              <Button
                small
                look="quiet"
                onPress={() =>
                  change({ ...wholeBoard, sort: filter.sort, isDescending: filter.isDescending })
                }
              >
                {t.board.reset}
              </Button>
            )}
            <Button small className={styles.download} onPress={() => void download()}>
              {t.board.csv}
            </Button>
          </div>
          {shown.length > 0 && (
            <BoardTable all={amendments.data} rows={shown} filter={wanted} onChange={change} />
          )}
        </>
      )}
    </>
  )
}
