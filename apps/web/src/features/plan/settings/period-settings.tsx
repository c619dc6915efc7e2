import { periodSchema, setCover } from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { useCoverValues } from '../store/use-structure.ts'
import styles from './settings.module.css'

/** The years of the plan and its address on the web. */
export function PeriodSettings() {
  const t = useMessages(planMessages)
  const { store } = usePlan()
  const { period, website } = useCoverValues()
  const [years, setYears] = useState({
    start: period === undefined ? '' : String(period.start),
    end: period === undefined ? '' : String(period.end),
  })
  const isEmpty = years.start === '' && years.end === ''
  const parsed = periodSchema.safeParse({ start: Number(years.start), end: Number(years.end) }).data
  const isRight = parsed !== undefined && parsed.start <= parsed.end
  const isComplete = years.start.length === 4 && years.end.length === 4

  const change = (next: { start: string; end: string }) => {
    setYears(next)
    const read = periodSchema.safeParse({ start: Number(next.start), end: Number(next.end) }).data
    if (next.start === '' && next.end === '') setCover(store.plan, 'period', undefined)
    else if (read !== undefined && read.start <= read.end) setCover(store.plan, 'period', read)
  }
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.settings.period}</legend>
      <div className={styles.row}>
        <TextField
          id="period-start"
          name="start"
          label={t.settings.start}
          inputMode="numeric"
          maxLength={4}
          narrow
          value={years.start}
          onChange={(start) => change({ ...years, start })}
        />
        <TextField
          id="period-end"
          name="end"
          label={t.settings.end}
          inputMode="numeric"
          maxLength={4}
          narrow
          value={years.end}
          onChange={(end) => change({ ...years, end })}
          fault={isEmpty || isRight || !isComplete ? undefined : t.settings.periodWrong}
        />
      </div>
      <TextField
        id="plan-website"
        name="website"
        label={t.settings.website}
        maxLength={500}
        value={website ?? ''}
        onChange={(value) => setCover(store.plan, 'website', value === '' ? undefined : value)}
      />
    </fieldset>
  )
}
