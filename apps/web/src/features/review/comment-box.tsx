import type { CommentWords } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'

import { useErrorText } from '../../api/error-text.ts'
import { membersQuery } from '../../api/members.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import unseen from '../../ui/unseen.module.css'
import { usePlan } from '../plan/plan-context.ts'
import { mentionAt, mentionedIn, suggestMembers } from './mentions.ts'
import { reviewMessages } from './messages.ts'
import styles from './review.module.css'

/** What was typed and not sent yet, for as long as the page is open: closing the panel loses no words. */
const drafts = new Map<string, string>()

/** Where a comment is written. What fails to be sent stays in it. */
export function CommentBox({
  draft,
  label,
  initial = '',
  send,
  takesFocus = false,
  onSend,
  onCancel,
}: {
  /** Names what is kept of it. */
  draft: string
  label: string
  initial?: string
  /** The words of the button. */
  send: string
  takesFocus?: boolean
  onSend: (comment: CommentWords) => Promise<unknown>
  onCancel?: () => void
}) {
  const t = useMessages(reviewMessages)
  const errorText = useErrorText()
  const { projectId } = usePlan()
  const members = useQuery(membersQuery(projectId)).data ?? []
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [body, setBody] = useState(() => drafts.get(draft) ?? initial)
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const mention = caret === null ? null : mentionAt(body, caret)
  const found = mention === null ? [] : suggestMembers(members, mention.typed)
  const current = found[Math.min(chosen, found.length - 1)]

  useEffect(() => {
    if (takesFocus) area.current?.focus()
    // Once, as it opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  useLayoutEffect(() => {
    const element = area.current
    if (element === null) return
    // As tall as its words.
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [body])

  const write = (next: string) => {
    setBody(next)
    setFailure(null)
    if (next.trim() === '' || next === initial) drafts.delete(draft)
    else drafts.set(draft, next)
  }
  const name = (chosenName: string) => {
    if (mention === null || caret === null) return
    const put = `@${chosenName} `
    write(body.slice(0, mention.start) + put + body.slice(caret))
    const at = mention.start + put.length
    setCaret(null)
    requestAnimationFrame(() => area.current?.setSelectionRange(at, at))
  }
  const submit = async () => {
    if (isPending || body.trim() === '') return
    setPending(true)
    setFailure(null)
    try {
      await onSend({ body: body.trim(), mentions: mentionedIn(body, members) })
      drafts.delete(draft)
      setBody('')
    } catch (error) {
      setFailure(error)
    } finally {
      setPending(false)
    }
  }
  const cancel = () => {
    drafts.delete(draft)
    onCancel?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (isSend) void submit()
    else if (current !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen((found.indexOf(current) + step + found.length) % found.length)
    } else if (current !== undefined && (event.key === 'Enter' || event.key === 'Tab')) name(current.name)
    else if (mention !== null && event.key === 'Escape') setCaret(null)
    else if (onCancel !== undefined && event.key === 'Escape' && body.trim() === initial.trim()) cancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const follow = (element: HTMLTextAreaElement) => {
    setCaret(element.selectionStart === element.selectionEnd ? element.selectionStart : null)
    setChosen(0)
  }
  return (
    <div className={styles.box}>
      <label htmlFor={id} className={unseen.unseen}>
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        className={styles.area}
        rows={2}
        lang="fr"
        placeholder={label}
        value={body}
        aria-describedby={`${id}hint`}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? `${id}list` : undefined}
        aria-activedescendant={current === undefined ? undefined : `${id}${current.userId}`}
        onChange={({ target }) => {
          write(target.value)
          follow(target)
        }}
        onClick={({ currentTarget }) => follow(currentTarget)}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(null)}
      />
      {found.length > 0 && (
        // What the words are completed from is no list that takes the focus: a browser's own would leave the words.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role
        <ul id={`${id}list`} className={styles.people} role="listbox" aria-label={t.mentions}>
          {found.map(({ userId, name: shown }) => (
            // The keyboard chooses from within the words.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={userId}
              id={`${id}${userId}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role
              role="option"
              tabIndex={-1}
              aria-selected={userId === current?.userId}
              className={styles.person}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => name(shown)}
            >
              {shown}
            </li>
          ))}
        </ul>
      )}
      <output className={unseen.unseen}>{mention === null ? '' : t.suggested(found.length)}</output>
      <div className={styles.boxActs}>
        <Button look="primary" small isPending={isPending} onPress={() => void submit()}>
          {send}
        </Button>
        {onCancel !== undefined && (
          <Button look="quiet" small onPress={cancel}>
            {t.cancel}
          </Button>
        )}
      </div>
      <p id={`${id}hint`} className={styles.hint}>
        {t.mentionHint}
      </p>
      <p className={styles.fault} role="alert">
        {failure === null ? '' : `${errorText(failure)} ${t.notSent}`}
      </p>
    </div>
  )
}
