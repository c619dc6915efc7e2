import { checkIdSchema, phaseSchema, roleSchema } from '@concerte/schema'
import { z } from 'zod'

import { userIdSchema } from './account.ts'
import { exportFormatSchema } from './project.ts'

/** SHA-256, in hex, of the canonical JSON of a plan: what is approved and sealed. */
export const planHashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** `approvedAt`: when this person approved the plan as it stands; `approvedFormerAt`: another text of this revision, before it changed. */
export const approverSchema = z.object({
  userId: userIdSchema,
  name: z.string(),
  role: roleSchema,
  approvedAt: z.string().nullable(),
  approvedFormerAt: z.string().nullable(),
})
export type Approver = z.infer<typeof approverSchema>

/** A sealed revision; its public page is /public/{projectId}/{revision}, its files are beside it as `projet.{format}`. `size` in bytes. */
export const sealSchema = z.object({
  revision: z.int().positive(),
  name: z.string(),
  sealedBy: z.string().nullable(),
  sealedAt: z.string(),
  sha256: planHashSchema,
  files: z.array(z.object({ format: exportFormatSchema, size: z.int(), sha256: planHashSchema })),
})
export type Seal = z.infer<typeof sealSchema>

/** GET /api/projects/{projectId}/validation: `sha256` of the plan as it stands, who must approve it, and what was sealed, newest first. */
export const planValidationSchema = z.object({
  sha256: planHashSchema,
  revision: z.int().positive(),
  approvers: z.array(approverSchema),
  seals: z.array(sealSchema),
})
export type PlanValidation = z.infer<typeof planValidationSchema>

/** PUT /api/projects/{projectId}/approvers -> 204 (permission `manage`; members only, `not-a-member`) */
export const namedApproversSchema = z.object({ approvers: z.array(userIdSchema).max(50) })
/** PUT /api/projects/{projectId}/approval -> 204 (permission `approve`; `not-an-approver`, `text-changed`); DELETE takes one's own back -> 204 */
export const approvalSchema = z.object({ sha256: planHashSchema })

/**
 * GET /api/projects/{projectId}/seal/readiness (readers too): what whoever seals should know. `findings`: what the checks
 * say and nobody dismissed; `unplaced`: nodes that lost their place; `axes`: how many there are.
 */
export const sealReadinessSchema = z.object({
  findings: z.array(z.object({ check: checkIdSchema, count: z.int().positive() })),
  unplaced: z.int().nonnegative(),
  openThreads: z.int().nonnegative(),
  undecidedAmendments: z.int().nonnegative(),
  axes: z.int().nonnegative(),
  lockedAxes: z.int().nonnegative(),
})
export type SealReadiness = z.infer<typeof sealReadinessSchema>

/** POST /api/projects/{projectId}/seal -> Seal (permission `seal`; `text-changed`, `approvals-missing`). `sha256`: of the text that is sealed; `name`: of its version. */
export const newSealSchema = z.object({ sha256: planHashSchema, name: z.string().trim().min(1).max(200) })
export type NewSeal = z.infer<typeof newSealSchema>

/** POST /api/projects/{projectId}/reopening -> 204 (permission `reopen`): why, and the phase that it goes on in. */
export const reopeningSchema = z.object({
  reason: z.string().trim().min(1).max(5000),
  phase: phaseSchema.exclude(['final']),
})
export type Reopening = z.infer<typeof reopeningSchema>
