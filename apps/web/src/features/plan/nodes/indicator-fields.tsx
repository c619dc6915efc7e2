import {
  indicatorKindSchema,
  partialDateSchema,
  setField,
  type DatedValue,
  type IndicatorFields as Fields,
  type NodeId,
} from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { useMay } from '../rights/use-rights.ts'
import { useValues } from '../store/use-structure.ts'
import { Disclosure } from './disclosure.tsx'
import { KindField } from './kind-field.tsx'
import styles from './node.module.css'
import { ValueField } from './value-field.tsx'

type Dated = 'baseline' | 'target'
type Line = 'unit' | 'source' | 'frequency'
const lengths: Record<Line, number> = { unit: 200, source: 1000, frequency: 200 }

/** What will be measured, from where to where: filled fields on the page, the others behind a quiet word. */
export function IndicatorFields({ id, name }: { id: NodeId; name: string }) {
  const t = useMessages(planMessages)
  const { store } = usePlan()
  const canWrite = useMay({ type: 'write', node: id })
  const values = useValues(id, 'entry')
  const [wantsAll, setOpen] = useState(false)
  const isOpen = wantsAll && canWrite
  const hasAny = Object.keys(values).length > 0
  if (!hasAny && !canWrite) return null

  const set = <F extends keyof Fields>(field: F, value: Fields[F] | undefined) => {
    setField(store.plan, id, 'entry', field, value)
  }
  const line = (field: Line) =>
    (isOpen || values[field] !== undefined) && (
      <ValueField
        key={field}
        label={t.indicator[field]}
        name={t.action.of(t.indicator[field], name)}
        maxLength={lengths[field]}
        value={values[field] ?? ''}
        canWrite={canWrite}
        onChange={(value) => set(field, value === '' ? undefined : value)}
      />
    )
  const dated = (field: Dated) =>
    (isOpen || values[field] !== undefined) && (
      <DatedField
        key={field}
        field={field}
        name={name}
        value={values[field]}
        isOpen={isOpen}
        canWrite={canWrite}
        onChange={set}
      />
    )

  return (
    <Disclosure
      label={t.indicator.details}
      name={`${t.indicator.details}, ${name}`}
      isOpen={isOpen}
      canOpen={canWrite}
      onOpenChange={setOpen}
    >
      {(isOpen || hasAny) && (
        <dl className={styles.values}>
          {(isOpen || values.kind !== undefined) && (
            <KindField
              name={t.action.of(t.indicator.kind, name)}
              value={values.kind ?? null}
              canWrite={canWrite}
              onChange={(kind) => set('kind', indicatorKindSchema.safeParse(kind).data)}
            />
          )}
          {line('unit')}
          {dated('baseline')}
          {dated('target')}
          {line('source')}
          {line('frequency')}
        </dl>
      )}
    </Disclosure>
  )
}

/** A value and its date: two fields of one value, so that a date without a value is kept for when the value comes. */
function DatedField({
  field,
  name,
  value,
  isOpen,
  canWrite,
  onChange,
}: {
  field: Dated
  name: string
  value: DatedValue | undefined
  isOpen: boolean
  canWrite: boolean
  onChange: (field: Dated, value: DatedValue | undefined) => void
}) {
  const t = useMessages(planMessages)
  const dateLabel = field === 'baseline' ? t.indicator.baselineDate : t.indicator.targetDate
  const set = (text: string, date: string) => {
    const dated = date === '' ? { value: text } : { value: text, date }
    onChange(field, text === '' && date === '' ? undefined : dated)
  }
  return (
    <>
      <ValueField
        label={t.indicator[field]}
        name={t.action.of(t.indicator[field], name)}
        maxLength={200}
        value={value?.value ?? ''}
        canWrite={canWrite}
        onChange={(text) => set(text, value?.date ?? '')}
      />
      {(isOpen || value?.date !== undefined) && (
        <ValueField
          label={dateLabel}
          name={t.action.of(dateLabel, name)}
          maxLength={10}
          placeholder={t.indicator.date}
          value={value?.date ?? ''}
          canWrite={canWrite}
          check={(date) =>
            date === '' || partialDateSchema.safeParse(date).success ? null : t.indicator.wrongDate
          }
          onChange={(date) => set(value?.value ?? '', date)}
        />
      )}
    </>
  )
}
