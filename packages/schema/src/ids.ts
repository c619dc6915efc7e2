import { nanoid } from 'nanoid'
import { z } from 'zod'

/** Permanent id of a node of the plan: 1 to 64 letters, digits, `_` or `-`. Never reused, never renumbered. */
export const nodeIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<'NodeId'>()
export type NodeId = z.infer<typeof nodeIdSchema>

/** Permanent id of a rubric of the template (same alphabet as {@link nodeIdSchema}). */
export const rubricIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<'RubricId'>()
export type RubricId = z.infer<typeof rubricIdSchema>

/** A new random node id (72 bits: two of a billion collide with probability under 1e-3). */
export function createNodeId(): NodeId {
  return nodeIdSchema.parse(nanoid(12))
}

/** A new random rubric id. */
export function createRubricId(): RubricId {
  return rubricIdSchema.parse(nanoid(12))
}
