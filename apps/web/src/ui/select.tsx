import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'

import { classes } from './classes.ts'
import styles from './field.module.css'
import overlay from './overlay.module.css'

/** `lang`: of its words, where they are not in the language of the page. */
export type Choice<Value extends string> = {
  value: Value
  label: string
  description?: string
  lang?: string
}

type SelectProps<Value extends string> = {
  choices: readonly Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
  small?: boolean
  isDisabled?: boolean
} & ({ label: string; 'aria-label'?: never } | { label?: never; 'aria-label': string })

/** One choice among a few, in a list that opens. */
export function Select<Value extends string>({
  choices,
  value,
  onChange,
  label,
  small = false,
  isDisabled = false,
  ...props
}: SelectProps<Value>) {
  const current = choices.find((choice) => choice.value === value)
  return (
    <AriaSelect
      {...props}
      className={classes(styles.field, small && styles.small)}
      isDisabled={isDisabled}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {label !== undefined && <Label className={styles.label}>{label}</Label>}
      <Button className={classes(styles.trigger)}>
        <SelectValue {...(current?.lang !== undefined && { lang: current.lang })}>
          {current?.label}
        </SelectValue>
        <svg className={styles.chevron} viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 4l4 4 4-4" />
        </svg>
      </Button>
      <Popover className={classes(overlay.popover)}>
        <ListBox
          className={classes(styles.list)}
          items={choices.map((choice) => ({ ...choice, id: choice.value }))}
        >
          {(choice) => (
            <ListBoxItem
              className={classes(styles.option)}
              textValue={choice.label}
              {...(choice.lang !== undefined && { lang: choice.lang })}
            >
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
