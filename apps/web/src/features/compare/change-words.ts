import type { ComparedValue, NodeChange, PlanText, ValueChange } from '@concerte/schema'

import type { Locale } from '../../i18n/locale.ts'
import { formatPartialDate } from '../plan/values/partial-date.ts'
import type { ChangeGroup } from './change-groups.ts'
import type { fr } from './messages.fr.ts'

type Words = typeof fr
type PlaceName = PlanText['path'][number]

/** «Axe 1 : Réussir», «Mesure 2». */
function placeWords(name: PlaceName, t: Words): string {
  switch (name.type) {
    case 'cover':
      return t.kinds.cover
    case 'section':
    case 'group':
      return name.title === '' ? t.kinds[name.type] : name.title
    case 'axis':
    case 'action': {
      const label = name.number === null ? name.label : `${name.label} ${name.number}`
      return name.title === '' ? label : t.named(label, name.title)
    }
    case 'measure':
    case 'indicator':
    case 'statement':
      return name.position === null ? t.kinds[name.type] : `${t.kinds[name.type]} ${name.position}`
  }
}

/** A part of the plan that has changes, or an axis of it. */
export function groupName({ part, path: [axis] }: Pick<ChangeGroup, 'part' | 'path'>, t: Words): string {
  if (axis !== undefined) return placeWords(axis, t)
  return part === 'axes' ? t.kinds.axis : t.parts[part]
}

/** «fr» where a place is called by words of the plan alone, whatever the language of the page. */
export function languageOf(path: readonly PlaceName[]): 'fr' | undefined {
  const isOfPlan = (name: PlaceName) => 'label' in name || ('title' in name && name.title !== '')
  return path.length > 0 && path.every(isOfPlan) ? 'fr' : undefined
}

/** Places from the outside in. */
export function pathWords(path: readonly PlaceName[], t: Words): string {
  return path.map((name) => placeWords(name, t)).join(' › ')
}

/** What a change is called where its axis and its action are headings above it: «Mesure 2», «Action». */
export function changeName({ path, kind, heading, part }: NodeChange, t: Words): string {
  const own = path.at(-1)
  if (own === undefined) return t.kinds[kind]
  if (part === 'axes' && 'label' in own) return own.label
  const name = placeWords(own, t)
  return kind === 'statement' && heading !== '' ? t.named(heading, name) : name
}

/** Where a node that moved came from; null where it did not. */
export function moveWords({ move, kind, part, path }: NodeChange, t: Words): string | null {
  if (move === null) return null
  if (part === 'tray' && path.length === 1) return t.isInTray
  if (move.isWithin) {
    const own = move.from.at(-1)
    const isNumbered = own !== undefined && ('position' in own || 'number' in own)
    return isNumbered ? t.movedWithin(shortName(own, t)) : t.movedInList
  }
  if (move.from.length > 1) return t.movedFrom(pathWords(move.from, t))
  return kind === 'section' ? t.movedMatter : t.wasInTray
}

/** What a field holds, in words; null: nothing. */
export function valueWords(
  field: string,
  value: ComparedValue | null,
  t: Words,
  locale: Locale,
): string | null {
  if (value === null) return null
  if (typeof value === 'string') {
    const named: Readonly<Record<string, string>> = t.values
    return chosenFields.has(field) ? (named[value] ?? value) : value
  }
  if ('start' in value) return value.start === value.end ? `${value.start}` : `${value.start}-${value.end}`
  if (value.date === undefined) return value.value
  return `${value.value} (${formatPartialDate(value.date, locale)})`.trim()
}

/** Whether old and new are read best one after the other, rather than word by word. */
export function isShort({ before, after }: { before: string | null; after: string | null }): boolean {
  return before === null || after === null || Math.max(before.length, after.length) <= 40
}

export function fieldWords({ field }: Pick<ValueChange, 'field'>, t: Words): string {
  const fields: Readonly<Record<string, string>> = t.fields
  return fields[field] ?? field
}

/** Their values are one of a few, which have names. */
const chosenFields = new Set(['kind', 'numbering', 'entryType', 'retired'])

function shortName(name: PlaceName, t: Words): string {
  return placeWords('title' in name ? { ...name, title: '' } : name, t)
}
