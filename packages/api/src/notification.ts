import { phaseSchema, roleSchema } from '@concerte/schema'
import { z } from 'zod'

import { amendmentIdSchema, threadIdSchema } from './thread.ts'
import { projectIdSchema } from './project.ts'

/** What somebody is told of. `excerpt`: the first words of the comment. */
export const noticeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('mention'), by: z.string(), threadId: threadIdSchema, excerpt: z.string() }),
  z.object({ type: z.literal('reply'), by: z.string(), threadId: threadIdSchema, excerpt: z.string() }),
  z.object({ type: z.literal('assignment'), by: z.string(), threadId: threadIdSchema, excerpt: z.string() }),
  z.object({ type: z.literal('cosign'), by: z.string(), amendmentId: amendmentIdSchema, number: z.int() }),
  z.object({
    type: z.literal('decision'),
    by: z.string(),
    amendmentId: amendmentIdSchema,
    number: z.int(),
    fate: z.string(),
    reason: z.string(),
  }),
  z.object({ type: z.literal('phase'), by: z.string(), phase: phaseSchema }),
  z.object({ type: z.literal('approval'), by: z.string() }),
  z.object({ type: z.literal('sealed'), by: z.string() }),
  z.object({ type: z.literal('invitation'), by: z.string(), role: roleSchema }),
])
export type Notice = z.infer<typeof noticeSchema>
export const noticeTypes = [
  'mention',
  'reply',
  'assignment',
  'cosign',
  'decision',
  'phase',
  'approval',
  'sealed',
  'invitation',
] as const
export type NoticeType = (typeof noticeTypes)[number]

export const notificationSchema = z.object({
  id: z.string(),
  projectId: projectIdSchema,
  projectTitle: z.string(),
  notice: noticeSchema,
  createdAt: z.string(),
  readAt: z.string().nullable(),
})
export type Notification = z.infer<typeof notificationSchema>
/** GET /api/notifications: the newest hundred */
export const notificationListSchema = z.object({
  notifications: z.array(notificationSchema),
  unread: z.int(),
})
/** POST /api/notifications/read -> 204; without ids: all */
export const notificationsReadSchema = z.object({ ids: z.array(z.string()).max(500).optional() })

/** How a kind of notice goes out by e-mail; in the app it always shows. */
export const mailChoiceSchema = z.enum(['none', 'daily', 'immediate'])
export type MailChoice = z.infer<typeof mailChoiceSchema>
/** GET and PUT /api/notifications/preferences. `mailWorks`: the server sends e-mail at all (not in PUT). */
export const notificationPreferencesSchema = z.object({
  mail: z.record(z.enum(noticeTypes), mailChoiceSchema),
})
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>
