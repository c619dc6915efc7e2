import { useId, type Ref } from 'react'

import styles from './amendments.module.css'

/** Some lines of plain words. */
export function TextArea({
  label,
  note,
  fault,
  value,
  lang,
  rows = 2,
  ref,
  onChange,
}: {
  label: string
  /** Said before the person types. */
  note?: string
  /** What is wrong and how to put it right. */
  fault?: string | undefined
  value: string
  lang?: string
  rows?: number
  ref?: Ref<HTMLTextAreaElement>
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className={styles.area}>
      <label htmlFor={id}>{label}</label>
      {note !== undefined && (
        <p id={`${id}note`} className={styles.note}>
          {note}
        </p>
      )}
      <textarea
        ref={ref}
        id={id}
        rows={rows}
        lang={lang}
        value={value}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={`${note === undefined ? '' : `${id}note`} ${id}fault`.trim()}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}fault`} className={styles.fault} aria-live="polite">
        {fault}
      </p>
    </div>
  )
}
