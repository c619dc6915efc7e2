import { phaseSchema, roleSchema } from '@concerte/schema'
import { z } from 'zod'

import { projectIdSchema, type ProjectId } from './project.ts'
import { amendmentIdSchema, commentIdSchema, threadIdSchema } from './thread.ts'

/** In place of a plan's id at `/sync/{projectId}/news`: what the caller is told of, whatever the plan. */
export const ownNews = 'me'

/** What was said where: the number of the thread within its plan, the comment, and its first words in one line. */
const sayingSchema = z.object({
  by: z.string(),
  threadId: threadIdSchema,
  number: z.int().positive(),
  commentId: commentIdSchema.optional(),
  excerpt: z.string(),
})

/** What somebody is told of; `by` is the name of who did it. */
export const noticeSchema = z.discriminatedUnion('type', [
  sayingSchema.extend({ type: z.literal('mention') }),
  sayingSchema.extend({ type: z.literal('reply') }),
  sayingSchema.extend({ type: z.literal('assignment') }),
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
  /** Someone came in by an invitation that one made. */
  z.object({ type: z.literal('invitation'), by: z.string(), role: roleSchema }),
  /** One was given another role. */
  z.object({ type: z.literal('role'), by: z.string(), role: roleSchema }),
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
  'role',
] as const satisfies readonly Notice['type'][]
export type NoticeType = (typeof noticeTypes)[number]

/** Where in the application a notice leads: the path with its fragment. */
export function noticePath(projectId: ProjectId, notice: Notice): string {
  const plan = `/plans/${encodeURIComponent(projectId)}`
  switch (notice.type) {
    case 'mention':
    case 'reply':
    case 'assignment':
      return `${plan}#fil-${notice.number}`
    case 'cosign':
    case 'decision':
      return `${plan}#amendement-${notice.amendmentId}`
    case 'approval':
      return `${plan}/validation`
    case 'phase':
    case 'sealed':
    case 'invitation':
    case 'role':
      return plan
  }
}

export const notificationSchema = z.object({
  id: z.string(),
  projectId: projectIdSchema,
  projectTitle: z.string(),
  projectAcademy: z.string(),
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
/** PUT /api/notifications/preferences -> 204: how each kind goes out by e-mail */
export const mailChoicesSchema = z.object({ mail: z.record(z.enum(noticeTypes), mailChoiceSchema) })
export type MailChoices = z.infer<typeof mailChoicesSchema>
/** GET /api/notifications/preferences. `mailWorks`: the server sends e-mail at all. */
export const notificationPreferencesSchema = mailChoicesSchema.extend({ mailWorks: z.boolean() })
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>
