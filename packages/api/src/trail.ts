import { phaseSchema, roleSchema } from '@concerte/schema'
import { z } from 'zod'

import { userIdSchema } from './account.ts'

/** What the trail tells, one shape a kind of event. A kind never changes its meaning; new kinds are added. */
export const trailEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('member-joined'), name: z.string(), role: roleSchema }),
  z.object({ type: z.literal('member-changed'), name: z.string(), role: roleSchema }),
  z.object({ type: z.literal('member-removed'), name: z.string() }),
  z.object({ type: z.literal('invitation-made'), role: roleSchema }),
  z.object({ type: z.literal('invitation-revoked'), role: roleSchema }),
  z.object({
    type: z.literal('group-changed'),
    name: z.string(),
    change: z.enum(['added', 'changed', 'removed']),
  }),
  z.object({ type: z.literal('phase-changed'), from: phaseSchema, to: phaseSchema }),
  z.object({
    type: z.literal('phase-dated'),
    phase: phaseSchema,
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
  }),
  z.object({ type: z.literal('axis-locked'), axis: z.string() }),
  z.object({ type: z.literal('axis-unlocked'), axis: z.string() }),
  z.object({ type: z.literal('amendment-decided'), number: z.int(), fate: z.string(), reason: z.string() }),
  z.object({ type: z.literal('amendment-withdrawn'), number: z.int() }),
  z.object({ type: z.literal('version-named'), name: z.string(), sha256: z.string() }),
  z.object({ type: z.literal('restored'), version: z.string(), what: z.string() }),
  z.object({ type: z.literal('imported'), name: z.string() }),
  z.object({ type: z.literal('exported'), format: z.string(), version: z.string().nullable() }),
  z.object({ type: z.literal('approvers-named'), names: z.array(z.string()) }),
  z.object({ type: z.literal('approved'), sha256: z.string() }),
  z.object({ type: z.literal('approval-withdrawn'), sha256: z.string() }),
  z.object({ type: z.literal('sealed'), revision: z.int(), sha256: z.string() }),
  z.object({ type: z.literal('reopened'), revision: z.int(), phase: phaseSchema, reason: z.string() }),
])
export type TrailEvent = z.infer<typeof trailEventSchema>

/**
 * `number` counts within the plan, from 1, without gaps. `userId` is null for what Concerte did by itself; `userName`: as it
 * was then. `sha256` (hex) is that of the canonical JSON of {projectId, number, at, userId, userName, event, previousSha256}.
 */
export const trailEntrySchema = z.object({
  number: z.int().positive(),
  at: z.string(),
  userId: userIdSchema.nullable(),
  userName: z.string().nullable(),
  event: trailEventSchema,
  sha256: z.string(),
  previousSha256: z.string().nullable(),
})
export type TrailEntry = z.infer<typeof trailEntrySchema>

/** GET /api/projects/{projectId}/trail?format=json|csv (permission `readTrail`), newest first */
export const trailSchema = z.object({ entries: z.array(trailEntrySchema) })
