import { comparisonSchema, projectSchema, restoreScopeSchema, summarySchema } from '@concerte/schema'
import { z } from 'zod'

export const versionIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<'VersionId'>()

/**
 * Why a version was kept: `named` and `milestone` by somebody, `final` by the seal; the others by themselves: after a burst of
 * work (`auto`), at the end of a day in which work went on (`daily`), and before something sweeping.
 */
export const versionKindSchema = z.enum([
  'named',
  'milestone',
  'final',
  'auto',
  'daily',
  'before-restore',
  'before-import',
  'before-decisions',
])
export type VersionKind = z.infer<typeof versionKindSchema>

/** Kinds that keep before something sweeping. */
export type SweepingKind = Extract<VersionKind, `before-${string}`>

/**
 * What one person did in one place. `node`: an axis, an action, a section, or `cover`; `number`: of an axis or action, as it
 * was then; null where it has none any more. `axis`: the number of the axis that an action stands in. `characters`: typed (UTF-16 units) and still there; `changes`: of structure and
 * of fields. Words that were taken away leave no author, and count nowhere.
 */
export const workPlaceSchema = z.object({
  type: z.enum(['cover', 'section', 'axis', 'action', 'other']),
  node: z.string(),
  number: z.int().nullable(),
  axis: z.int().nullable(),
  characters: z.int().nonnegative(),
  changes: z.int().nonnegative(),
})
export type WorkPlace = z.infer<typeof workPlaceSchema>

/** Who worked on what; `userId` null: Concerte itself (an import, a decision). The most first. */
export const personWorkSchema = z.object({
  userId: z.string().nullable(),
  places: z.array(workPlaceSchema),
})
export type PersonWork = z.infer<typeof personWorkSchema>

export const versionSchema = z.object({
  id: versionIdSchema,
  /** Counts within the plan, from 1. */
  number: z.int().positive(),
  kind: versionKindSchema,
  /** Empty for those that were kept by themselves. */
  name: z.string(),
  /** Null where nobody asked for it, or where the account is gone. */
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  /** SHA-256, in hex, of the canonical JSON of the plan; `previousSha256` is that of the version before. */
  sha256: z.string(),
  previousSha256: z.string().nullable(),
  /** Old automatic versions keep their place in the chain, but not their words. */
  isKept: z.boolean(),
  /** Since the version before; null where nobody counted. */
  work: z.array(personWorkSchema.extend({ name: z.string().nullable() })).nullable(),
})
export type Version = z.infer<typeof versionSchema>

/** GET /api/projects/{projectId}/versions, newest first */
export const versionListSchema = z.object({ versions: z.array(versionSchema) })

const versionNameSchema = z.string().trim().min(1).max(200)
/** POST /api/projects/{projectId}/versions (permission `nameVersion`) */
export const newVersionSchema = z.object({ name: versionNameSchema, isMilestone: z.boolean().optional() })
export type NewVersion = z.infer<typeof newVersionSchema>
/** PUT /api/projects/{projectId}/versions/{versionId}: another name, or whether it is a milestone (permission `nameVersion`) */
export const versionChangeSchema = z.object({ name: versionNameSchema, isMilestone: z.boolean() })
export type VersionChange = z.infer<typeof versionChangeSchema>

/** GET /api/projects/{projectId}/versions/{versionId} */
export const versionContentSchema = z.object({ version: versionSchema, project: projectSchema })
export type VersionContent = z.infer<typeof versionContentSchema>

/** GET /api/projects/{projectId}/versions/{versionId}/comparison?with= another version, or the plan of now */
export const comparedWithSchema = z.union([z.literal('now'), versionIdSchema])
/** What changed, and how much of what. */
export const comparisonAnswerSchema = z.object({ comparison: comparisonSchema, summary: summarySchema })

/** POST /api/projects/{projectId}/restorations (permission `restore`): keeps the plan as it is, and answers with what the version holds. */
export const newRestorationSchema = z.object({ versionId: versionIdSchema, scope: restoreScopeSchema })
export type NewRestoration = z.infer<typeof newRestorationSchema>
/** `before`: the version that keeps the plan as it was. */
export const restorationSchema = versionContentSchema.extend({ before: versionIdSchema })
export type Restoration = z.infer<typeof restorationSchema>
