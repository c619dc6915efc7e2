import type { FieldPlace } from '@concerte/editor'
import { useEffect, useId, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { PeopleHere } from '../fields/people-here.tsx'
import { usePlan } from '../plan-context.ts'
import { placeKey } from '../store/place.ts'
import { usePeopleAt } from '../store/use-structure.ts'
import { leaveValues, nextValue } from './next-value.ts'
import { useValueDraft } from './use-value-draft.ts'
import styles from './value-field.module.css'
import { valueMessages } from './messages.ts'

export type ValueFieldProps = {
  place: FieldPlace
  label: string
  /** The whole of what it is, for screen readers: «Cible de l’indicateur 2, action 3, axe 1». */
  name: string
  value: string
  canWrite: boolean
  onChange: (value: string) => void
  maxLength: number
  placeholder?: string
  /** What it is for. */
  description?: string | undefined
  /** What is odd about the value, which it keeps all the same. */
  warning?: string | undefined
  /** How what is typed is read; null for what is wrong, which `wrong` says how to put right. */
  read?: (typed: string) => string | null
  wrong?: string
  format?: (value: string) => string
}

/**
 * One structured field, edited in place: each letter is written as it is typed, so that what the page says of saving holds
 * for it too. See value-draft.ts for what happens when two people write the same one.
 */
export function ValueField({
  place,
  label,
  name,
  value,
  canWrite,
  onChange,
  format = asIs,
  ...props
}: ValueFieldProps) {
  const t = useMessages(valueMessages)
  const { presence, values } = usePlan()
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const [hasFocus, setFocus] = useState(false)
  const { maxLength, read = asIs } = props
  const draft = useValueDraft({
    value,
    format,
    onChange,
    read: (typed) => (typed.length > maxLength ? null : typed === '' ? '' : read(typed)),
  })
  const isAsked = useSyncExternalStore(values.subscribe, () => values.isAskedIn(place.node))
  useEffect(() => {
    if (isAsked && input.current !== null && values.take(place)) input.current.focus()
  })
  // One that may no longer be written keeps the focus until one leaves it.
  if (!canWrite && !hasFocus) return <PlainValue label={label} value={format(value)} place={place} />

  const tooLong = draft.shown.length > maxLength ? t.tooLong(draft.shown.length, maxLength) : undefined
  const fault = tooLong ?? (draft.isTold && draft.isWrong ? props.wrong : undefined)
  const note = fault ?? (draft.hasTyped ? undefined : props.warning) ?? props.description
  const isOdd = note !== undefined && note !== props.description
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const field = event.currentTarget
    draft.onUndoKey(event)
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (draft.finish()) nextValue(field)?.focus()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (draft.hasTyped) draft.giveUp()
      else leaveValues(field)
    }
  }
  return (
    <div className={styles.field}>
      <dt className={styles.label}>
        <label htmlFor={id}>{label}</label>
      </dt>
      <dd className={styles.value}>
        <div className={styles.frame}>
          <textarea
            ref={input}
            id={id}
            data-value={placeKey(place)}
            className={styles.input}
            rows={1}
            // The words of a plan are French whatever the page speaks.
            lang="fr"
            aria-label={name}
            aria-invalid={fault === undefined ? undefined : true}
            aria-describedby={`${id}note`}
            readOnly={!canWrite}
            placeholder={props.placeholder}
            value={draft.shown}
            onChange={(event) => draft.type(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
            onKeyDown={onKeyDown}
            onFocus={() => {
              setFocus(true)
              draft.enter()
              presence.moveTo(place)
            }}
            onBlur={() => {
              setFocus(false)
              draft.leave()
              presence.moveTo(null)
            }}
          />
          <PeopleHere node={place.node} field={place.field} />
        </div>
        <div id={`${id}note`} className={isOdd ? styles.fault : styles.note} aria-live="polite">
          {note}
          {draft.theirs !== null && (
            <TheirValue
              place={place}
              theirs={format(draft.theirs)}
              onKeep={() => {
                draft.finish()
                input.current?.focus()
              }}
              onTake={() => {
                draft.giveUp()
                input.current?.focus()
              }}
            />
          )}
        </div>
      </dd>
    </div>
  )
}

function PlainValue({ label, value, place }: { label: string; value: string; place: FieldPlace }) {
  if (value === '') return null
  return (
    <div className={styles.field}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value} lang="fr" tabIndex={-1} data-value={placeKey(place)}>
        {value}
      </dd>
    </div>
  )
}

/** Somebody else wrote the same value meanwhile: what they wrote, and the choice. */
function TheirValue({
  place,
  theirs,
  onKeep,
  onTake,
}: {
  place: FieldPlace
  theirs: string
  onKeep: () => void
  onTake: () => void
}) {
  const t = useMessages(valueMessages)
  const [person] = usePeopleAt(place)
  return (
    <div className={styles.theirs}>
      <p>{theirs === '' ? t.emptied(person?.name) : t.theirs(theirs, person?.name)}</p>
      <button type="button" className={styles.choice} onClick={onKeep}>
        {t.keepMine}
      </button>
      <button type="button" className={styles.choice} onClick={onTake}>
        {t.takeTheirs}
      </button>
    </div>
  )
}

function asIs(value: string): string {
  return value
}
