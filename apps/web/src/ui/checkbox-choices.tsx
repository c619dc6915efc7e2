import { classes } from './classes.ts'
import styles from './field.module.css'
import type { Choice } from './select.tsx'

/** Any number of choices among some. */
export function CheckboxChoices<Value extends string>({
  legend,
  choices,
  values,
  onChange,
}: {
  legend: string
  choices: readonly Choice<Value>[]
  values: ReadonlySet<Value>
  onChange: (values: ReadonlySet<Value>) => void
}) {
  const toggle = (value: Value, isChosen: boolean) => {
    const next = new Set(values)
    if (isChosen) next.add(value)
    else next.delete(value)
    onChange(next)
  }
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.label}>{legend}</legend>
      {choices.map(({ value, label, description }) => (
        <label key={value} className={styles.check}>
          <input
            type="checkbox"
            className={styles.box}
            checked={values.has(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
          <span className={classes(styles.checkLabel)}>
            {label}
            {description !== undefined && <span className={styles.choiceText}> {description}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
