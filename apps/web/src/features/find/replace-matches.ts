import { edit, nodeTypes, replaceInText, setField, type PlanDoc, type TextRange } from '@concerte/schema'

import type { PlanStore } from '../plan/store/plan-store.ts'
import { readValue, type SearchedPlace } from './searched-places.ts'

/** Puts `words` in the place of stretches of one field, as the plan is now; gives how many it could. */
export function replaceMatches(
  store: Pick<PlanStore, 'plan' | 'text'>,
  place: SearchedPlace,
  { ranges, words }: { ranges: readonly TextRange[]; words: string },
): number {
  // From the end, so that those before keep their place.
  const fromEnd = ranges.toReversed()
  return edit(store.plan, () => {
    if (place.kind === 'value') return replaceInValue(store, place, { fromEnd, words })
    const fragment = store.text(place)
    if (fragment === undefined) return 0
    return fromEnd.filter((range) => replaceInText(fragment, range, words, place.profile)).length
  })
}

function replaceInValue(
  store: Pick<PlanStore, 'plan'>,
  place: Extract<SearchedPlace, { kind: 'value' }>,
  { fromEnd, words }: { fromEnd: readonly TextRange[]; words: string },
): number {
  const put = (text: string) =>
    fromEnd.reduce((now, { start, end }) => now.slice(0, start) + words + now.slice(end), text)
  const old = readValue(store, place)
  const next = valueWith(old, put)
  return setAny(store.plan, place, next) ? fromEnd.length : 0
}

function valueWith(old: unknown, put: (text: string) => string): unknown {
  if (typeof old === 'string') return put(old)
  if (typeof old !== 'object' || old === null || !('value' in old) || typeof old.value !== 'string')
    return old
  return { ...old, value: put(old.value) }
}

/** Whether the value was of the field's form: one that grew too long is not. */
function setAny(
  plan: PlanDoc,
  { id, field, nodeType }: Extract<SearchedPlace, { kind: 'value' }>,
  value: unknown,
): boolean {
  if (nodeType === 'action') {
    const parsed = nodeTypes.action.values.safeParse({ [field]: value }).data
    if (parsed === undefined) return false
    for (const name of actionFields) if (name === field) setField(plan, id, 'action', name, parsed[name])
    return true
  }
  const parsed = nodeTypes.entry.values.safeParse({ [field]: value }).data
  if (parsed === undefined) return false
  for (const name of entryFields) if (name === field) setField(plan, id, 'entry', name, parsed[name])
  return true
}

const actionFields = nodeTypes.action.values.keyof().options
const entryFields = nodeTypes.entry.values.keyof().options
