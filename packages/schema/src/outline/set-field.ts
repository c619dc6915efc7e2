import type { z } from 'zod'

import type { NodeId } from '../ids.ts'
import { nodeTypes, type NodeType } from './node-types.ts'
import { edit, requireNode, UnknownNodeError, type PlanDoc } from './plan-doc.ts'
import type { FieldsOf } from './read-values.ts'
import { setValue } from './set-value.ts'

/**
 * Sets one structured field of a node; undefined empties it. The last writer wins, field by field.
 *
 * @throws {UnknownNodeError} when the node is not of `type`
 * @throws {z.ZodError} when the value is not of the field's form
 */
export function setField<T extends NodeType, F extends keyof FieldsOf<T> & string>(
  plan: PlanDoc,
  id: NodeId,
  type: T,
  field: F,
  value: FieldsOf<T>[F] | undefined,
): void {
  const found = requireNode(plan, id)
  if (found.type !== type) throw new UnknownNodeError(id)
  const fields: Record<string, z.ZodType> = nodeTypes[type].values.shape
  const schema = fields[field]!
  const parsed = schema.parse(value)
  edit(plan, () => setValue(found.node, field, schema, parsed))
}
