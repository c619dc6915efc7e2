import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'

import { useErrorText } from '../api/error-text.ts'
import { useMessages } from '../i18n/catalogue.ts'
import styles from './form.module.css'
import { uiMessages } from './messages.ts'

/** What is wrong with each field, in words for people; a field without fault is absent. */
export type Faults<Field extends string> = Partial<Record<Field, string>>

export type FormState<Field extends string> = {
  values: Record<Field, string>
  set: (field: Field, value: string) => void
  faults: Faults<Field>
  /** Of the last submission; null while none failed. */
  failure: unknown
  isPending: boolean
  /** Counts the submissions that were refused, by the form or by the server. */
  refusals: number
  submit: (event: FormEvent) => void
  /** Empties the form, as it was at first. */
  reset: () => void
  idOf: (field: Field) => string
  /** What a `TextField` of this form takes. */
  field: (field: Field) => {
    id: string
    name: Field
    value: string
    onChange: (value: string) => void
    fault: string | undefined
  }
}

/**
 * A form that says nothing before the first submission, then everything at once, and takes each fault back as soon as it is put right.
 * `send` rejects when the server refuses.
 */
export function useForm<Field extends string>(options: {
  initial: Record<Field, string>
  check: (values: Record<Field, string>) => Faults<Field>
  send: (values: Record<Field, string>) => Promise<void>
}): FormState<Field> {
  const prefix = useId()
  const [values, setValues] = useState(options.initial)
  const [refusals, setRefusals] = useState(0)
  const [isChecked, setChecked] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const faults: Faults<Field> = isChecked ? options.check(values) : {}

  const set = (field: Field, value: string) => {
    setValues((before) => ({ ...before, [field]: value }))
    setFailure(null)
  }
  const idOf = (field: Field) => `${prefix}${field}`

  async function send(): Promise<void> {
    setFailure(null)
    setPending(true)
    try {
      await options.send(values)
    } catch (error) {
      setFailure(error)
      setRefusals((count) => count + 1)
    } finally {
      setPending(false)
    }
  }

  return {
    values,
    set,
    faults,
    failure,
    isPending,
    refusals,
    idOf,
    submit(event) {
      event.preventDefault()
      if (isPending) return
      setChecked(true)
      if (Object.keys(options.check(values)).length > 0) setRefusals((count) => count + 1)
      else void send()
    },
    reset() {
      setValues(options.initial)
      setChecked(false)
      setFailure(null)
    },
    field: (field) => ({
      id: idOf(field),
      name: field,
      value: values[field],
      onChange: (value) => set(field, value),
      fault: faults[field],
    }),
  }
}

/** The form itself, its faults summed up on top: focus goes there when a submission is refused. */
export function Form<Field extends string>({
  state,
  children,
}: {
  state: FormState<Field>
  children: ReactNode
}) {
  return (
    <form className={styles.form} noValidate onSubmit={state.submit}>
      <Refusal state={state} />
      {children}
    </form>
  )
}

function Refusal<Field extends string>({ state }: { state: FormState<Field> }) {
  const t = useMessages(uiMessages)
  const errorText = useErrorText()
  const ref = useRef<HTMLElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (state.refusals > 0) ref.current?.focus()
  }, [state.refusals])

  const faulty = Object.keys(state.values).filter((field): field is Field => field in state.faults)
  if (faulty.length === 0 && state.failure === null) return null
  return (
    <section ref={ref} className={styles.refusal} aria-labelledby={titleId} tabIndex={-1}>
      <p id={titleId} className={styles.refusalTitle}>
        {state.failure === null ? t.toCorrect : t.failed}
      </p>
      {state.failure !== null && <p>{errorText(state.failure)}</p>}
      {faulty.length > 0 && (
        <ul>
          {faulty.map((field) => (
            <li key={field}>
              <a
                href={`#${state.idOf(field)}`}
                onClick={(event) => {
                  // The fragment of the address may hold a secret of the page: focus moves, the address stays.
                  event.preventDefault()
                  document.getElementById(state.idOf(field))?.focus()
                }}
              >
                {state.faults[field]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The buttons at the end of a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
