import { projectSchema } from '@concerte/schema'
import { z } from 'zod'

export const versionIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<'VersionId'>()

export const versionSchema = z.object({
  id: versionIdSchema,
  name: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
})
export type Version = z.infer<typeof versionSchema>

/** GET /api/projects/{projectId}/versions, newest first */
export const versionListSchema = z.object({ versions: z.array(versionSchema) })
/** POST /api/projects/{projectId}/versions */
export const newVersionSchema = z.object({ name: z.string().trim().min(1).max(200) })
export type NewVersion = z.infer<typeof newVersionSchema>
/** GET /api/projects/{projectId}/versions/{versionId} */
export const versionContentSchema = z.object({ version: versionSchema, project: projectSchema })
export type VersionContent = z.infer<typeof versionContentSchema>
