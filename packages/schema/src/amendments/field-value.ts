import type { z } from 'zod'

import { entryTypeFor } from '../normalize-project.ts'
import { nodeTypes } from '../outline/node-types.ts'
import { nodeMap, nodeType, type PlanDoc } from '../outline/plan-doc.ts'
import { readTemplate } from '../outline/read-template.ts'
import { setValue } from '../outline/set-value.ts'
import type { EntryType } from '../template.ts'
import { fieldValueSchema, type FieldValue } from './proposal.ts'

/** The form of a structured field that amendments may change: those of actions and of entries. Null when there is none. */
export function proposedField(plan: PlanDoc, id: string, field: string): z.ZodType | null {
  const type = nodeType(plan, id)
  if (type !== 'action' && type !== 'entry') return null
  const schemas: Record<string, z.ZodType> = nodeTypes[type].values.shape
  return Object.hasOwn(schemas, field) ? (schemas[field] ?? null) : null
}

/** What a structured field holds now; null when it is not filled in, or cannot be read. */
export function readFieldValue(plan: PlanDoc, id: string, field: string): FieldValue {
  const raw = nodeMap(plan, id)?.get(field)
  const value: unknown = raw === undefined ? undefined : proposedField(plan, id, field)?.safeParse(raw).data
  return value === undefined ? null : (fieldValueSchema.safeParse(value).data ?? null)
}

/** To be called within an edit. The value is of the field's form. */
export function writeFieldValue(plan: PlanDoc, id: string, field: string, value: FieldValue): void {
  const schema = proposedField(plan, id, field)
  const node = nodeMap(plan, id)
  if (schema !== null && node !== undefined) setValue(node, field, schema, value ?? undefined)
}

/** Whether a value is of the form of its field; null empties any. */
export function isFieldValue(plan: PlanDoc, id: string, field: string, value: FieldValue): boolean {
  const schema = proposedField(plan, id, field)
  return schema !== null && (value === null || schema.safeParse(value).success)
}

/** What an entry under a rubric is, for one that is to be added. */
export function entryTypeOf(plan: PlanDoc, rubric: string | undefined): EntryType {
  return entryTypeFor(readTemplate(plan), rubric, {})
}

export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b
  return a.value === b.value && a.date === b.date
}
