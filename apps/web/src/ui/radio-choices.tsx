import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'

import { classes } from './classes.ts'
import styles from './field.module.css'
import type { Choice } from './select.tsx'

/** One choice among a few that are worth reading: each with a sentence on what it is for. */
export function RadioChoices<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string
  choices: readonly Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  return (
    <RadioGroup
      className={classes(styles.radios)}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={classes(styles.choice)}>
            <span className={styles.choiceLabel}>{choice.label}</span>
            {choice.description !== undefined && (
              <span className={styles.choiceText}>{choice.description}</span>
            )}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
