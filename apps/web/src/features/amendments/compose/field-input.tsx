import {
  actionFieldsSchema,
  datedValueSchema,
  indicatorFieldsSchema,
  indicatorKindSchema,
  type FieldValue,
} from '@concerte/schema'
import { useEffect, useId, useRef, useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { planMessages } from '../../plan/messages.ts'
import { valueMessages } from '../../plan/values/messages.ts'
import { formatPartialDate, readPartialDate } from '../../plan/values/partial-date.ts'
import { amendmentMessages } from '../messages.ts'
import { takeFocus } from '../take-focus.ts'
import { useFieldWords } from '../use-field-words.ts'
import styles from './compose.module.css'

/** A new value of a structured field, in the form that the field has in the plan. `onChange`: undefined for what is wrong, which is said. */
export function FieldInput({
  field,
  value,
  takesFocus = false,
  onChange,
}: {
  field: string
  value: FieldValue
  takesFocus?: boolean
  onChange: (value: FieldValue | undefined) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const [focuses] = useState(takesFocus)
  useEffect(() => {
    const input = box.current?.querySelector<HTMLElement>('input, select') ?? null
    return focuses && input !== null ? takeFocus(input, () => input.focus()) : undefined
  }, [focuses])
  const Input = field === 'kind' ? KindInput : isDated(field) ? DatedInput : LineInput
  return (
    <div ref={box} className={styles.fields}>
      <Input field={field} value={value} onChange={onChange} />
    </div>
  )
}

type InputProps = {
  field: string
  value: FieldValue
  onChange: (value: FieldValue | undefined) => void
}

function LineInput({ field, value, onChange }: InputProps) {
  const id = useId()
  const t = useMessages(valueMessages)
  const { fieldName } = useFieldWords()
  const text = typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState(text)
  const most = longest(field)
  return (
    <TextField
      id={id}
      name={field}
      label={fieldName(field)}
      value={typed}
      fault={typed.length > most ? t.tooLong(typed.length, most) : undefined}
      autoComplete="off"
      onChange={(next) => {
        setTyped(next)
        const trimmed = next.trim()
        onChange(trimmed.length > most ? undefined : trimmed === '' ? null : trimmed)
      }}
    />
  )
}

function DatedInput({ field, value, onChange }: InputProps) {
  const id = useId()
  const locale = useLocale()
  const t = useMessages(planMessages)
  const words = useMessages(valueMessages)
  const { fieldName } = useFieldWords()
  const dated = datedValueSchema.safeParse(value).data
  const [text, setText] = useState(dated?.value ?? '')
  const [date, setDate] = useState(dated?.date === undefined ? '' : formatPartialDate(dated.date, locale))
  const set = (nextText: string, nextDate: string) => {
    setText(nextText)
    setDate(nextDate)
    const [said, on] = [nextText.trim(), readPartialDate(nextDate.trim())]
    if (said.length > 200 || isNoDate(nextDate)) return onChange(undefined)
    if (said === '' && on === null) return onChange(null)
    onChange(on === null ? { value: said } : { value: said, date: on })
  }
  return (
    <>
      <TextField
        id={id}
        name={field}
        label={fieldName(field)}
        value={text}
        fault={text.length > 200 ? words.tooLong(text.length, 200) : undefined}
        autoComplete="off"
        onChange={(next) => set(next, date)}
      />
      <TextField
        id={`${id}date`}
        name={`${field}Date`}
        label={field === 'baseline' ? t.indicator.baselineDate : t.indicator.targetDate}
        description={words.date}
        value={date}
        fault={isNoDate(date) ? words.wrongDate : undefined}
        autoComplete="off"
        onChange={(next) => set(text, next)}
      />
    </>
  )
}

function KindInput({ field, value, onChange }: InputProps) {
  const id = useId()
  const t = useMessages(planMessages)
  const words = useMessages(amendmentMessages)
  const { fieldName } = useFieldWords()
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{fieldName(field)}</label>
      <select
        id={id}
        value={typeof value === 'string' ? value : ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">{words.noValue}</option>
        {indicatorKindSchema.options.map((kind) => (
          <option key={kind} value={kind}>
            {t.indicator.kinds[kind]}
          </option>
        ))}
      </select>
    </div>
  )
}

function isDated(field: string): field is 'baseline' | 'target' {
  return field === 'baseline' || field === 'target'
}

/** The most characters that a field of one line takes. */
function longest(field: string): number {
  const shapes = { ...actionFieldsSchema.shape, ...indicatorFieldsSchema.shape }
  const schema = Object.entries(shapes).find(([name]) => name === field)?.[1]
  // What is too long is refused by the schema itself: the limit is read off it, not written twice.
  return [200, 1000, 2000].find((most) => schema?.safeParse('x'.repeat(most + 1)).success === false) ?? 2000
}

function isNoDate(typed: string): boolean {
  return typed.trim() !== '' && readPartialDate(typed) === null
}
