import { roleSchema } from '@concerte/schema'
import { z } from 'zod'

import { newAccountSchema } from './account.ts'
import { projectIdSchema } from './project.ts'

export const invitationIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .brand<'InvitationId'>()

/** POST /api/projects/{projectId}/invitations. `reusable`: any number of people may use the link until it ends. */
export const newInvitationSchema = z.object({
  role: roleSchema,
  expiresInDays: z.int().min(1).max(365),
  reusable: z.boolean(),
})
export type NewInvitation = z.infer<typeof newInvitationSchema>

/** An invitation as leads see it. The secret of its link is not kept, so it cannot be read again. */
export const invitationSchema = z.object({
  id: invitationIdSchema,
  role: roleSchema,
  reusable: z.boolean(),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  uses: z.int(),
  state: z.enum(['open', 'used', 'expired', 'revoked']),
})
export type Invitation = z.infer<typeof invitationSchema>

/** GET /api/projects/{projectId}/invitations */
export const invitationListSchema = z.object({ invitations: z.array(invitationSchema) })
/** Answer of the POST: `url` is shown once. */
export const createdInvitationSchema = z.object({ invitation: invitationSchema, url: z.url() })
export type CreatedInvitation = z.infer<typeof createdInvitationSchema>

/** GET /api/invitations/{token}: what the invited person reads before accepting. */
export const invitationPreviewSchema = z.object({
  project: z.object({ title: z.string(), academy: z.string() }),
  role: roleSchema,
  invitedBy: z.string(),
})
export type InvitationPreview = z.infer<typeof invitationPreviewSchema>

/** POST /api/invitations/{token}/accept: with `account` when the person has none and is not signed in. */
export const acceptInvitationSchema = z.object({ account: newAccountSchema.optional() })
export const acceptedInvitationSchema = z.object({ projectId: projectIdSchema })
