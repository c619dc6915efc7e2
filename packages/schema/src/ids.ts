import { nanoid } from 'nanoid'
import { z } from 'zod'

// The names of the roots are no ids: a place whose parent is `axes` names the root, never a node.
const nodeIdForm = /^(?!(?:front|axes|back)$)[\w-]{1,64}$/

/** Permanent id of a node of the plan: 1 to 64 letters, digits, `_` or `-`. Never reused, never renumbered. */
export const nodeIdSchema = z.string().regex(nodeIdForm).brand<'NodeId'>()
export type NodeId = z.infer<typeof nodeIdSchema>

/** What {@link nodeIdSchema} accepts, without its cost: the outline asks it of every node at every reading. */
export function isNodeId(id: string): id is NodeId {
  return nodeIdForm.test(id)
}

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
