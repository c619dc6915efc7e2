import {
  amendmentIdSchema,
  commentIdSchema,
  invitationIdSchema,
  projectIdSchema,
  threadIdSchema,
  userIdSchema,
  versionIdSchema,
  workingGroupIdSchema,
} from '@concerte/api'
import { nodeIdSchema, phaseSchema } from '@concerte/schema'
import { z } from 'zod'

export const projectParameters = z.object({ projectId: projectIdSchema })
export const memberParameters = z.object({ projectId: projectIdSchema, userId: userIdSchema })
export const groupParameters = z.object({ projectId: projectIdSchema, groupId: workingGroupIdSchema })
export const phaseParameters = z.object({ projectId: projectIdSchema, phase: phaseSchema })
export const axisParameters = z.object({ projectId: projectIdSchema, axisId: nodeIdSchema })
export const invitationParameters = z.object({ projectId: projectIdSchema, invitationId: invitationIdSchema })
export const tokenParameters = z.object({ token: z.string().min(1).max(200) })
export const versionParameters = z.object({ projectId: projectIdSchema, versionId: versionIdSchema })
export const amendmentParameters = z.object({ projectId: projectIdSchema, amendmentId: amendmentIdSchema })
export const threadParameters = z.object({ projectId: projectIdSchema, threadId: threadIdSchema })
export const commentParameters = threadParameters.extend({ commentId: commentIdSchema })
