import { indicatorKindSchema, type IndicatorKind } from '@concerte/schema'
import { useId } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import styles from './value-field.module.css'

/** What kind of indicator it is. The browser's own list: small, and known to every assistive technology. */
export function KindField({
  name,
  value,
  canWrite,
  onChange,
}: {
  name: string
  value: IndicatorKind | null
  canWrite: boolean
  onChange: (kind: string) => void
}) {
  const t = useMessages(planMessages)
  const id = useId()
  if (!canWrite) {
    return value === null ? null : (
      <div className={styles.field}>
        <dt className={styles.label}>{t.indicator.kind}</dt>
        <dd className={styles.value}>{t.indicator.kinds[value]}</dd>
      </div>
    )
  }
  return (
    <div className={styles.field}>
      <dt className={styles.label}>
        <label htmlFor={id}>{t.indicator.kind}</label>
      </dt>
      <dd className={styles.value}>
        <select
          id={id}
          className={styles.select}
          aria-label={name}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t.indicator.noKind}</option>
          {indicatorKindSchema.options.map((kind) => (
            <option key={kind} value={kind}>
              {t.indicator.kinds[kind]}
            </option>
          ))}
        </select>
      </dd>
    </div>
  )
}
