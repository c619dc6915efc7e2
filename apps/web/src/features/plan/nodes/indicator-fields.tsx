import {
  indicatorKindSchema,
  setField,
  type DatedValue,
  type IndicatorFields as Fields,
  type NodeId,
} from '@concerte/schema'

import { useMessages } from '../../../i18n/catalogue.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { useMay } from '../rights/use-rights.ts'
import { useValues } from '../store/use-structure.ts'
import { KindField } from '../values/kind-field.tsx'
import { valueMessages } from '../values/messages.ts'
import { formatPartialDate, isBefore, readPartialDate } from '../values/partial-date.ts'
import { useUnfolded } from '../values/use-unfolded.ts'
import { ValueField } from '../values/value-field.tsx'
import { Disclosure } from './disclosure.tsx'
import styles from './node.module.css'

type Dated = 'baseline' | 'target'
type Line = 'unit' | 'source' | 'frequency'
const lengths: Record<Line, number> = { unit: 200, source: 1000, frequency: 200 }

/** What will be measured, from where to where: filled fields on the page, the others behind a quiet word. */
export function IndicatorFields({ id, name }: { id: NodeId; name: string }) {
  const t = useMessages(planMessages)
  const { of } = useMessages(valueMessages)
  const { store, values: focus } = usePlan()
  const canWrite = useMay({ type: 'write', node: id })
  const values = useValues(id, 'entry')
  const [wantsAll, setOpen] = useUnfolded(id)
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
        place={{ node: id, field }}
        label={t.indicator[field]}
        name={of(t.indicator[field], name)}
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
        node={id}
        field={field}
        name={name}
        baseline={field === 'target' ? values.baseline?.date : undefined}
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
      // The fields stand before the button: Tab from it would pass them by.
      onOpenChange={(opens) => (opens ? focus.ask({ node: id, field: 'kind' }) : setOpen(false))}
    >
      {(isOpen || hasAny) && (
        <dl className={styles.values}>
          {(isOpen || values.kind !== undefined) && (
            <KindField
              place={{ node: id, field: 'kind' }}
              name={of(t.indicator.kind, name)}
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
  node,
  field,
  name,
  value,
  baseline,
  isOpen,
  canWrite,
  onChange,
}: {
  node: NodeId
  field: Dated
  name: string
  value: DatedValue | undefined
  /** The date that this one should not come before. */
  baseline: string | undefined
  isOpen: boolean
  canWrite: boolean
  onChange: (field: Dated, value: DatedValue | undefined) => void
}) {
  const t = useMessages(planMessages)
  const words = useMessages(valueMessages)
  const locale = useLocale()
  const dateLabel = field === 'baseline' ? t.indicator.baselineDate : t.indicator.targetDate
  const date = value?.date ?? ''
  const format = (stored: string) => formatPartialDate(stored, locale)
  const isEarly = baseline !== undefined && date !== '' && isBefore(date, baseline)
  const set = (text: string, on: string) => {
    const dated = on === '' ? { value: text } : { value: text, date: on }
    onChange(field, text === '' && on === '' ? undefined : dated)
  }
  return (
    <>
      <ValueField
        place={{ node, field }}
        label={t.indicator[field]}
        name={words.of(t.indicator[field], name)}
        maxLength={200}
        value={value?.value ?? ''}
        canWrite={canWrite}
        onChange={(text) => set(text, date)}
      />
      {(isOpen || date !== '') && (
        <ValueField
          place={{ node, field: `${field}Date` }}
          label={dateLabel}
          name={words.of(dateLabel, name)}
          maxLength={40}
          placeholder={words.date}
          value={date}
          canWrite={canWrite}
          read={readPartialDate}
          format={format}
          wrong={words.wrongDate}
          warning={isEarly ? words.beforeBaseline(format(baseline)) : undefined}
          onChange={(on) => set(value?.value ?? '', on)}
        />
      )}
    </>
  )
}
