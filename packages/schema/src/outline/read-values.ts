import type { z } from 'zod'

import { nodeTypes, type NodeType } from './node-types.ts'
import { nodeMap, type PlanDoc } from './plan-doc.ts'

/** The structured fields of a node type, by name. */
export type FieldsOf<T extends NodeType> = z.infer<(typeof nodeTypes)[T]['values']>

/** The structured fields of a node that this version knows and that are well formed; the others are left where they are. */
export function readValues<T extends NodeType>(plan: PlanDoc, id: string, type: T): FieldsOf<T> {
  const node = nodeMap(plan, id)
  const fields: Record<string, z.ZodType> = nodeTypes[type].values.shape
  const values: Record<string, unknown> = {}
  for (const [field, schema] of Object.entries(fields)) {
    const raw = node?.get(field)
    const value = raw === undefined ? undefined : schema.safeParse(raw).data
    if (value !== undefined) values[field] = value
  }
  return values as FieldsOf<T>
}
