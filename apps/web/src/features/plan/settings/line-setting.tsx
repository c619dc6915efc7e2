import type { FieldPlace } from '@concerte/editor'
import { edit, replaceInText } from '@concerte/schema'

import { usePlan } from '../plan-context.ts'
import { placeKey } from '../store/place.ts'
import { usePlainLine } from '../store/use-structure.ts'
import { SettingField } from './setting-field.tsx'

/** A line of the plan as a setting: what is typed replaces the letters that differ, and the others keep their marks. */
export function LineSetting({
  place,
  label,
  description,
}: {
  place: FieldPlace
  label: string
  description?: string
}) {
  const { store } = usePlan()
  const words = usePlainLine(place)
  return (
    <SettingField
      id={`setting-${placeKey(place)}`}
      label={label}
      {...(description !== undefined && { description })}
      value={words}
      maxLength={1000}
      onChange={(typed) => {
        const text = store.text(place)
        if (text === undefined) return
        edit(store.plan, () => replaceInText(text, { start: 0, end: words.length }, typed, 'line'))
      }}
    />
  )
}
