import { periodSchema, phaseSchema, roleSchema } from '@concerte/schema'
import { z } from 'zod'

import { userIdSchema } from './account.ts'

export const projectIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<'ProjectId'>()
export type ProjectId = z.infer<typeof projectIdSchema>

/** A plan as the list shows it. `role` is the caller's; dates are ISO 8601 in UTC. */
export const projectSummarySchema = z.object({
  id: projectIdSchema,
  title: z.string(),
  academy: z.string(),
  period: periodSchema.nullable(),
  role: roleSchema,
  phase: phaseSchema,
  updatedAt: z.string(),
})
export type ProjectSummary = z.infer<typeof projectSummarySchema>

/** GET /api/projects */
export const projectListSchema = z.object({ projects: z.array(projectSummarySchema) })

export const templateKeySchema = z.enum(['actions', 'orientations'])
export type TemplateKey = z.infer<typeof templateKeySchema>

/** POST /api/projects. The plan starts with one axis, and one action where the template has actions. */
export const newProjectSchema = z.object({
  template: templateKeySchema,
  academy: z.string().trim().min(1).max(200),
  period: periodSchema.refine((period) => period.end >= period.start).nullable(),
})
export type NewProject = z.infer<typeof newProjectSchema>

/** Answer of POST /api/projects and /api/projects/import. `unplaced`: lines of the file that the plan does not hold. */
export const createdProjectSchema = z.object({
  id: projectIdSchema,
  unplaced: z.array(z.object({ line: z.int(), text: z.string() })),
})
export type CreatedProject = z.infer<typeof createdProjectSchema>

export const memberSchema = z.object({
  userId: userIdSchema,
  name: z.string(),
  /** Told to leads only: the others need no address to work together. */
  email: z.string().optional(),
  role: roleSchema,
})
export type Member = z.infer<typeof memberSchema>
/** GET /api/projects/{projectId}/members */
export const memberListSchema = z.object({ members: z.array(memberSchema) })
/** PUT /api/projects/{projectId}/members/{userId} */
export const memberChangeSchema = z.object({ role: roleSchema })

/** The file formats of GET /api/projects/{projectId}/export/{format}. */
export const exportFormatSchema = z.enum(['pdf', 'html', 'md', 'json'])
export type ExportFormat = z.infer<typeof exportFormatSchema>
