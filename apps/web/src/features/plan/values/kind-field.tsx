import type { FieldPlace } from '@concerte/editor'
import { indicatorKindSchema, type IndicatorKind } from '@concerte/schema'
import { useEffect, useId, useRef, useSyncExternalStore } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { PeopleHere } from '../fields/people-here.tsx'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { placeKey } from '../store/place.ts'
import { leaveValues, nextValue } from './next-value.ts'
import styles from './value-field.module.css'

/** What kind of indicator it is. The browser's own list: small, and known to every assistive technology. */
export function KindField({
  place,
  name,
  value,
  canWrite,
  onChange,
}: {
  place: FieldPlace
  name: string
  value: IndicatorKind | null
  canWrite: boolean
  onChange: (kind: string) => void
}) {
  const t = useMessages(planMessages)
  const { commands, presence, values } = usePlan()
  const id = useId()
  const list = useRef<HTMLSelectElement>(null)
  const isAsked = useSyncExternalStore(values.subscribe, () => values.isAskedIn(place.node))
  useEffect(() => {
    if (isAsked && list.current !== null && values.take(place)) list.current.focus()
  })
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
        <div className={styles.frame}>
          <select
            ref={list}
            id={id}
            data-value={placeKey(place)}
            className={styles.select}
            aria-label={name}
            value={value ?? ''}
            onChange={(event) => {
              commands.separate()
              onChange(event.target.value)
              commands.separate()
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') nextValue(event.currentTarget)?.focus()
              else if (event.key === 'Escape') leaveValues(event.currentTarget)
              else return
              event.preventDefault()
            }}
            onFocus={() => presence.moveTo(place)}
            onBlur={() => presence.moveTo(null)}
          >
            <option value="">{t.indicator.noKind}</option>
            {indicatorKindSchema.options.map((kind) => (
              <option key={kind} value={kind}>
                {t.indicator.kinds[kind]}
              </option>
            ))}
          </select>
          <PeopleHere node={place.node} field={place.field} />
        </div>
      </dd>
    </div>
  )
}
