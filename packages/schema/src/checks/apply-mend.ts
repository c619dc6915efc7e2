import type { z } from 'zod'

import { findText } from '../outline/find-text.ts'
import { edit, nodeMap, nodeType, type PlanDoc } from '../outline/plan-doc.ts'
import { nodeTypes } from '../outline/node-types.ts'
import { setValue } from '../outline/set-value.ts'
import { readWords } from '../text/read-fragment.ts'
import { replaceInText } from '../text/text-range.ts'
import type { CheckedPlace, Mend, MendEdit } from './finding.ts'

/**
 * Does what a mend says, as one transaction: one step of undo. Writes nothing, and gives false, where the plan no longer
 * says what it said when it was checked, at any of the places. Whether the person may write at each is for the caller.
 */
export function applyMend(plan: PlanDoc, mend: Mend): boolean {
  switch (mend.type) {
    case 'replace':
      return replaceAll(plan, mend.edits)
    case 'clear-field': {
      const field = valueAt(plan, mend.place)
      if (field?.value === undefined) return false
      edit(plan, () => field.set(undefined))
      return true
    }
  }
}

function replaceAll(plan: PlanDoc, edits: readonly MendEdit[]): boolean {
  if (edits.length === 0 || !edits.every((one) => isThere(plan, one))) return false
  edit(plan, () => {
    // From the last to the first, so that the ranges of those before stay true.
    for (const { place, range, text } of edits.toSorted((a, b) => b.range.start - a.range.start)) {
      const found = findText(plan, place.node, place.field)
      if (found !== null) replaceInText(found.fragment, range, text, found.profile)
      else {
        const field = valueAt(plan, place)
        const value = field?.value ?? ''
        field?.set(value.slice(0, range.start) + text + value.slice(range.end))
      }
    }
  })
  return true
}

function isThere(plan: PlanDoc, { place, range, was, before = '', after = '' }: MendEdit): boolean {
  const found = findText(plan, place.node, place.field)
  const plain = found === null ? valueAt(plan, place)?.value : readWords(found.fragment, found.profile)
  if (plain === undefined) return false
  const [start, end] = [range.start - before.length, range.end + after.length]
  return start >= 0 && plain.slice(start, end) === before + was + after
}

/** A structured field that holds words; its setter runs within {@link edit}. */
function valueAt(
  plan: PlanDoc,
  { node, field }: CheckedPlace,
): { value: string | undefined; set: (value: string | undefined) => void } | undefined {
  const type = node === 'cover' ? undefined : nodeType(plan, node)
  const map = nodeMap(plan, node)
  if (type === undefined || map === undefined) return undefined
  const fields: Record<string, z.ZodType> = nodeTypes[type].values.shape
  const schema = fields[field]
  const raw = map.get(field)
  if (schema === undefined) return undefined
  return {
    value: typeof raw === 'string' ? raw : undefined,
    set: (value) => setValue(map, field, schema, value),
  }
}
