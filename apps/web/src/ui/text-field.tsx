import { useState, type ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField } from 'react-aria-components/TextField'

import { useMessages } from '../i18n/catalogue.ts'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { uiMessages } from './messages.ts'

export type TextFieldProps = {
  id: string
  name: string
  label: string
  value: string
  onChange: (value: string) => void
  onFocus?: () => void
  onBlur?: () => void
  /** What is wrong and how to put it right; shown and tied to the field. */
  fault?: string | undefined
  /** The rule, said before the person types. */
  description?: string
  type?: 'text' | 'email' | 'password'
  inputMode?: 'numeric' | 'email' | 'text'
  autoComplete?: string
  maxLength?: number
  narrow?: boolean
  isRequired?: boolean
  isReadOnly?: boolean
  /** Beside the input, within its frame. */
  after?: ReactNode
}

export function TextField({
  id,
  label,
  fault,
  description,
  after,
  narrow = false,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      {...props}
      id={id}
      className={classes(styles.field, narrow && styles.narrow)}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
    >
      <Label className={styles.label}>{label}</Label>
      {description !== undefined && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <div className={styles.frame}>
        <Input className={classes(styles.input)} />
        {after}
      </div>
      <FieldError className={classes(styles.fault)}>{fault}</FieldError>
    </AriaTextField>
  )
}

/** A password with a button that shows it: long phrases are typed with fewer mistakes. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'after'>) {
  const t = useMessages(uiMessages)
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      after={
        <Button
          look="quiet"
          small
          className={styles.inside}
          aria-label={isShown ? t.hidePassword : t.showPassword}
          onPress={() => setShown(!isShown)}
        >
          {isShown ? t.hide : t.show}
        </Button>
      }
    />
  )
}
