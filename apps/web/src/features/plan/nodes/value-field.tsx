import { useId, useState, type FocusEvent } from 'react'

import styles from './value-field.module.css'

/**
 * One structured field, edited in place: each letter is written as it is typed, so that what the page says of saving holds
 * for it too. `check` says what is wrong with a value; such a value stays here and is not written.
 */
export function ValueField({
  label,
  name,
  value,
  canWrite,
  onChange,
  maxLength,
  placeholder,
  description,
  check,
}: {
  label: string
  /** The whole of what it is, for screen readers: «Pilote, action 3, axe 1». */
  name: string
  value: string
  canWrite: boolean
  onChange: (value: string) => void
  maxLength: number
  placeholder?: string
  description?: string
  check?: (value: string) => string | null
}) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [hasFocus, setFocus] = useState(false)
  const fault = draft === null ? null : (check?.(draft) ?? null)
  // One that may no longer be written keeps the focus until one leaves it.
  if (!canWrite && !hasFocus) {
    return value === '' ? null : (
      <div className={styles.field}>
        <dt className={styles.label}>{label}</dt>
        <dd className={styles.value}>{value}</dd>
      </div>
    )
  }
  const note = fault ?? description
  return (
    <div className={styles.field}>
      <dt className={styles.label}>
        <label htmlFor={id}>{label}</label>
      </dt>
      <dd className={styles.value}>
        <textarea
          id={id}
          className={styles.input}
          rows={1}
          aria-label={name}
          aria-invalid={fault === null ? undefined : true}
          aria-describedby={note === undefined ? undefined : `${id}note`}
          maxLength={maxLength}
          readOnly={!canWrite}
          placeholder={placeholder}
          value={draft ?? value}
          onChange={(event) => {
            const typed = event.target.value.replaceAll(/\s*\n\s*/g, ' ')
            const isWrong = (check?.(typed) ?? null) !== null
            setDraft(typed)
            if (!isWrong) onChange(typed)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault()
          }}
          onFocus={() => setFocus(true)}
          onBlur={(event: FocusEvent<HTMLTextAreaElement>) => {
            setFocus(false)
            // What is wrong stays to be put right; the rest is the plan's from here on.
            if ((check?.(event.target.value) ?? null) === null) setDraft(null)
          }}
        />
        {note !== undefined && (
          <span id={`${id}note`} className={fault === null ? styles.note : styles.fault}>
            {note}
          </span>
        )}
      </dd>
    </div>
  )
}
