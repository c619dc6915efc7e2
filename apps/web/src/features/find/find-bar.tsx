import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { NotFetched } from '../../ui/late.tsx'
import unseen from '../../ui/unseen.module.css'
import { planMessages } from '../plan/messages.ts'
import { placeWords } from '../plan/people/place-words.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useWritesSomewhere } from '../plan/rights/use-rights.ts'
import type { FindOptions } from './find-in-text.ts'
import styles from './find.module.css'
import { findMessages } from './messages.ts'
import { useFind } from './use-find.ts'
import type { FindAsk } from './use-find-ask.ts'

const optionNames = ['isCaseExact', 'isSignExact', 'isWholeWord'] as const
const noOptions: FindOptions = { isCaseExact: false, isSignExact: false, isWholeWord: false }
/** What was looked for last, for the next time. */
let last = { query: '', options: noOptions }

type FindBarProps = { sheet: HTMLElement; ask: FindAsk; onClose: () => void }

/** Finds words in the whole plan, and puts others in their place. Its input is there at the key that asks for it. */
export function FindBar({ sheet, ask, onClose }: FindBarProps) {
  const t = useMessages(findMessages)
  const plan = useMessages(planMessages)
  const tools = usePlan()
  const canWrite = useWritesSomewhere()
  const { find, ReplaceRow, hasFailed } = useFind(sheet, ask.from)
  const { search } = find
  const state = useSyncExternalStore(search.subscribe, search.current)
  const [query, setQuery] = useState(ask.words ?? last.query)
  const [options, setOptions] = useState(last.options)
  const [isReplacing, setReplacing] = useState(ask.withReplace)
  const [answered, setAnswered] = useState(ask)
  if (answered !== ask) {
    setAnswered(ask)
    if (ask.withReplace) setReplacing(true)
    if (ask.words !== null) setQuery(ask.words)
  }
  const input = useRef<HTMLInputElement>(null)
  const { match, at, count } = state

  useEffect(() => {
    if (ask.step !== 0) return
    input.current?.focus()
    input.current?.select()
  }, [ask])
  useEffect(() => {
    if (ask.step === 0) return
    find.search.step(ask.step)
    const { match: next } = find.search.current()
    if (next !== null) find.show(next)
  }, [ask, find])
  useEffect(() => {
    last = { query, options }
    search.find(query, options)
  }, [search, query, options])
  // The page follows the match that one is at; another object of the same stretch is the same match.
  const matchKey = match === null ? '' : JSON.stringify([match.place, match.range.start])
  useEffect(() => {
    const shown = search.current().match
    // Who writes in the page meanwhile stays where they write.
    const isWriting = sheet.contains(document.activeElement)
    if (matchKey !== '' && shown !== null && !isWriting) find.show(shown)
  }, [sheet, find, search, matchKey])

  const close = () => {
    onClose()
    if (match === null) sheet.focus({ preventScroll: true })
    else find.select(match)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === input.current) search.step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  const where = match === null ? '' : placeWords(tools.store, plan, match.place.node)
  const isBlank = query.trim() === ''
  const counted = count > 0 ? t.count(at, count) : state.isSearching ? t.searching : t.none
  return (
    // Enter and Escape are for whatever in it has the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search className={styles.bar} aria-label={t.title} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        {canWrite && (
          <IconButton
            label={t.more}
            path="M6 3.5L10.5 8 6 12.5"
            small
            className={styles.unfold}
            aria-expanded={isReplacing}
            onClick={() => setReplacing(!isReplacing)}
          />
        )}
        <div className={styles.field}>
          <input
            ref={input}
            className={styles.input}
            type="text"
            lang="fr"
            aria-label={t.words}
            placeholder={t.words}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <span className={styles.count} aria-hidden="true">
            {isBlank ? '' : counted}
          </span>
        </div>
        <IconButton small label={t.previous} path="M3.5 10L8 5.5l4.5 4.5" onClick={() => search.step(-1)} />
        <IconButton small label={t.next} path="M3.5 6L8 10.5 12.5 6" onClick={() => search.step(1)} />
        <IconButton small label={t.close} path="M4 4l8 8M12 4l-8 8" onClick={close} />
      </div>
      <div className={styles.row}>
        <fieldset className={styles.options}>
          <legend className={unseen.unseen}>{t.options}</legend>
          {optionNames.map((name) => (
            <button
              key={name}
              type="button"
              className={styles.option}
              aria-pressed={options[name]}
              aria-label={t[name]}
              title={t[name]}
              onClick={() => setOptions({ ...options, [name]: !options[name] })}
            >
              {t.signs[name]}
            </button>
          ))}
        </fieldset>
        <span className={styles.where}>{where}</span>
      </div>
      {isReplacing && canWrite && ReplaceRow !== null && <ReplaceRow search={search} state={state} />}
      <output className={unseen.unseen}>
        {isBlank || state.isSearching ? '' : t.found(count, at, where)}
      </output>
      {hasFailed && <NotFetched onClose={onClose} />}
    </search>
  )
}
