import type { KeyboardEvent } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { useValueDraft } from '../values/use-value-draft.ts'
import { settingsMessages } from './messages.ts'

/** One setting in a text field: written as it is typed, as far as it is right (see values/value-draft.ts). */
export function SettingField({
  id,
  label,
  description,
  value,
  maxLength,
  onChange,
  read = asIs,
  wrong,
  isFrench = true,
}: {
  id: string
  label: string
  description?: string
  value: string
  maxLength: number
  onChange: (value: string) => void
  /** How what is typed is read; null for what is wrong, which `wrong` says how to put right. */
  read?: (typed: string) => string | null
  wrong?: string
  /** Words of the plan, which are French whatever the page speaks. */
  isFrench?: boolean
}) {
  const t = useMessages(settingsMessages)
  const draft = useValueDraft({
    value,
    onChange,
    format: asIs,
    read: (typed) => (typed.length > maxLength ? null : typed === '' ? '' : read(typed)),
  })
  const fault =
    draft.shown.length > maxLength ? t.tooLong(maxLength) : draft.isTold && draft.isWrong ? wrong : undefined
  const onKeyDown = (event: KeyboardEvent) => {
    draft.onUndoKey(event)
    if (event.key === 'Enter') {
      event.preventDefault()
      draft.finish()
    } else if (event.key === 'Escape' && draft.hasTyped) {
      event.stopPropagation()
      draft.giveUp()
    }
  }
  return (
    // The keys are those of the field within, which tells them to nobody itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDownCapture={onKeyDown} lang={isFrench ? 'fr' : undefined}>
      <TextField
        id={id}
        name={id}
        label={label}
        {...(description !== undefined && { description })}
        value={draft.shown}
        onChange={draft.type}
        onFocus={draft.enter}
        onBlur={draft.leave}
        fault={draft.theirs === null ? fault : t.theirs(draft.theirs)}
        autoComplete="off"
      />
    </div>
  )
}

function asIs(value: string): string {
  return value
}
