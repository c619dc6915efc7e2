import { nodeIdSchema } from '@concerte/schema'
import { z } from 'zod'

import { userIdSchema } from './account.ts'

export const workingGroupIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<'WorkingGroupId'>()
export type WorkingGroupId = z.infer<typeof workingGroupIdSchema>

/**
 * POST /api/projects/{projectId}/groups, and PUT of one, which replaces it whole. `members` take part in the plan;
 * `axes` are those that they write, which may be gone from the plan by now.
 */
export const newWorkingGroupSchema = z.object({
  name: z.string().trim().min(1).max(120),
  members: z.array(userIdSchema).max(500),
  axes: z.array(nodeIdSchema).max(200),
})
export type NewWorkingGroup = z.infer<typeof newWorkingGroupSchema>

/** «groupe de travail». A person in no group writes every axis that the role gives; one in groups, theirs alone. */
export const workingGroupSchema = newWorkingGroupSchema.extend({ id: workingGroupIdSchema })
export type WorkingGroup = z.infer<typeof workingGroupSchema>

/** GET /api/projects/{projectId}/groups, by name */
export const workingGroupListSchema = z.object({ groups: z.array(workingGroupSchema) })
