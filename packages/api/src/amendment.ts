import { insteadSchema, proposalSchema, takenBackSchema } from '@concerte/schema'
import { z } from 'zod'

import { userIdSchema } from './account.ts'
import { actorSchema, amendmentIdSchema } from './thread.ts'

export { amendmentIdSchema, type AmendmentId } from './thread.ts'

/** Why; a plain acceptance needs none. */
const reasonSchema = z.string().trim().max(5000)
const requiredReasonSchema = reasonSchema.min(1)

/**
 * [A3] What became of an amendment. `accepted` also stands for «accepted with changes» (`withChanges`). `node`: where it
 * led to. `open` again after a decision was undone (`reopened`).
 */
export const fateSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    /** After a decision was undone: why, and how much of an acceptance could be taken back. */
    reason: reasonSchema.optional(),
    takenBack: takenBackSchema.optional(),
  }),
  z.object({
    type: z.literal('accepted'),
    withChanges: z.boolean(),
    node: z.string(),
    reason: reasonSchema,
  }),
  z.object({ type: z.literal('merged'), into: amendmentIdSchema, reason: requiredReasonSchema }),
  z.object({ type: z.literal('refused'), reason: requiredReasonSchema }),
  /** `to`: the group or the later plan, in words. */
  z.object({
    type: z.literal('referred'),
    to: z.string().trim().min(1).max(200),
    reason: requiredReasonSchema,
  }),
  z.object({ type: z.literal('obsolete'), reason: requiredReasonSchema }),
  z.object({ type: z.literal('withdrawn'), reason: reasonSchema }),
])
export type Fate = z.infer<typeof fateSchema>

/** One fate with who gave it and when; the first, `open`, is the proposing itself and is not in the list. */
export const fateEntrySchema = z.object({ fate: fateSchema, by: actorSchema, at: z.string() })
export type FateEntry = z.infer<typeof fateEntrySchema>

/** `number` counts within the plan: «amendement 7». `fates`: the trail, oldest first; `fate`: the last of them, or `open`. */
export const amendmentSchema = z.object({
  id: amendmentIdSchema,
  number: z.int().positive(),
  author: actorSchema,
  cosigners: z.array(actorSchema.extend({ signedAt: z.string().nullable() })),
  supporters: z.array(actorSchema),
  /** Names of the working groups of its author. */
  groups: z.array(z.string()),
  createdAt: z.string(),
  changedAt: z.string(),
  /** Counts its improvements, from 1. */
  revision: z.int().positive(),
  proposal: proposalSchema,
  reason: z.string(),
  fate: fateSchema,
  fates: z.array(fateEntrySchema),
})
export type Amendment = z.infer<typeof amendmentSchema>

/** What an amendment said once. `revision` counts from 1; `at`: when its author sent it. */
export const amendmentRevisionSchema = z.object({
  revision: z.int().positive(),
  proposal: proposalSchema,
  reason: z.string(),
  at: z.string(),
})
export type AmendmentRevision = z.infer<typeof amendmentRevisionSchema>
/** GET /api/projects/{projectId}/amendments/{amendmentId}/revisions: all of them, oldest first, the last as it stands now (readers too) */
export const amendmentRevisionsSchema = z.object({ revisions: z.array(amendmentRevisionSchema) })

/** GET /api/projects/{projectId}/amendments: all of them by number (readers too) */
export const amendmentListSchema = z.object({ amendments: z.array(amendmentSchema) })
/** POST /api/projects/{projectId}/amendments -> Amendment (permission `propose`) */
export const newAmendmentSchema = z.object({
  proposal: proposalSchema,
  reason: reasonSchema,
  /** Asked to sign too; each does with PUT .../signature. */
  cosigners: z.array(userIdSchema).max(50),
})
export type NewAmendment = z.infer<typeof newAmendmentSchema>
/** PUT /api/projects/{projectId}/amendments/{amendmentId} -> Amendment: its author improves it while it is open. `revision`: the one that was improved. */
export const amendmentChangeSchema = newAmendmentSchema.extend({ revision: z.int().positive() })
export type AmendmentChange = z.infer<typeof amendmentChangeSchema>
/*
 * PUT and DELETE /api/projects/{projectId}/amendments/{amendmentId}/support -> 204 (permission `propose`; not one's own)
 * PUT and DELETE /api/projects/{projectId}/amendments/{amendmentId}/signature -> 204 (who was asked to sign)
 * POST /api/projects/{projectId}/amendments/{amendmentId}/withdrawal {reason} -> Amendment (its author, while it is open)
 */
export const withdrawalSchema = z.object({ reason: reasonSchema })

/**
 * POST /api/projects/{projectId}/amendments/{amendmentId}/decisions -> DecisionResult (permission `decide`, on its axis).
 * `revision`: the one that was decided on.
 * Accepting merges the proposal word by word onto the plan of now. What the decider wrote instead (accepted with changes,
 * the synthesis of a collision) comes with `seen`, what they saw stand there; the answer is `amendment-collision` when the
 * two cannot be brought together with what stands there by then, and nothing changes.
 */
export const decisionSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('accept'),
    revision: z.int().positive(),
    reason: reasonSchema,
    instead: insteadSchema.optional(),
  }),
  z.object({
    type: z.literal('merge'),
    revision: z.int().positive(),
    into: amendmentIdSchema,
    reason: requiredReasonSchema,
  }),
  z.object({ type: z.literal('refuse'), revision: z.int().positive(), reason: requiredReasonSchema }),
  z.object({
    type: z.literal('refer'),
    revision: z.int().positive(),
    to: z.string().trim().min(1).max(200),
    reason: requiredReasonSchema,
  }),
  z.object({ type: z.literal('obsolete'), revision: z.int().positive(), reason: requiredReasonSchema }),
  /** Undoes the last decision; the words of an acceptance are taken back as far as nobody changed them since. */
  z.object({ type: z.literal('reopen'), revision: z.int().positive(), reason: reasonSchema }),
])
export type Decision = z.infer<typeof decisionSchema>

/** [A4] How an open amendment stands to the plan of now. */
export const standingSchema = z.enum(['clean', 'moved-on', 'collision', 'done', 'gone'])
export type AmendmentStanding = z.infer<typeof standingSchema>

/** `others`: the other open amendments of the place that an acceptance changed, by number. */
export const decisionResultSchema = z.object({
  amendment: amendmentSchema,
  others: z.array(z.object({ id: amendmentIdSchema, number: z.int().positive(), standing: standingSchema })),
})
export type DecisionResult = z.infer<typeof decisionResultSchema>

// GET /api/projects/{projectId}/amendments.csv?locale=fr|en: all of them as a table (readers too)
