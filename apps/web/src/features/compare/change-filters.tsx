import type { Comparison } from '@concerte/schema'
import { useId, useMemo } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { changedPlaces, type ChangeFilter } from './change-groups.ts'
import { groupName, languageOf } from './change-words.ts'
import styles from './comparison-view.module.css'
import { compareMessages } from './messages.ts'

/** Which changes are shown. The browser's own lists: small, and known to every assistive technology. */
export function ChangeFilters({
  comparison,
  filter,
  count,
  onChange,
}: {
  comparison: Comparison
  filter: ChangeFilter
  /** Of the changes that are found. */
  count: number
  onChange: (filter: ChangeFilter) => void
}) {
  const t = useMessages(compareMessages)
  const id = useId()
  const places = useMemo(() => changedPlaces(comparison.changes), [comparison])
  const { values, slots } = comparison.template
  return (
    <search className={styles.filters} aria-label={t.filters.name}>
      <label htmlFor={`${id}-place`}>{t.filters.place}</label>
      <select
        id={`${id}-place`}
        value={filter.place}
        onChange={({ target }) => onChange({ ...filter, place: target.value })}
      >
        <option value="all">{t.filters.wholePlan}</option>
        {values.length + slots.length > 0 && <option value="template">{t.parts.template}</option>}
        {places.map((place) => (
          <option key={place.key} value={place.key} lang={languageOf(place.path)}>
            {groupName(place, t)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-what`}>{t.filters.what}</label>
      <select
        id={`${id}-what`}
        value={filter.what}
        onChange={({ target }) => {
          const what = whats.find((one) => one === target.value)
          if (what !== undefined) onChange({ ...filter, what })
        }}
      >
        {whats.map((what) => (
          <option key={what} value={what}>
            {t.filters[what]}
          </option>
        ))}
      </select>
      <output className={styles.count}>{t.filters.count(count)}</output>
    </search>
  )
}

const whats = ['all', 'added', 'withdrawn', 'moved', 'words', 'values'] as const
