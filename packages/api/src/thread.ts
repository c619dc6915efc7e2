import { subjectSchema } from '@concerte/schema'
import { z } from 'zod'

import { userIdSchema } from './account.ts'

const idSchema = z.string().regex(/^[\w-]{1,64}$/)
export const threadIdSchema = idSchema.brand<'ThreadId'>()
export type ThreadId = z.infer<typeof threadIdSchema>
export const commentIdSchema = idSchema.brand<'CommentId'>()
export type CommentId = z.infer<typeof commentIdSchema>
export const amendmentIdSchema = idSchema.brand<'AmendmentId'>()
export type AmendmentId = z.infer<typeof amendmentIdSchema>

/** Someone who did something; the name is null when the account is gone. */
export const actorSchema = z.object({ userId: userIdSchema, name: z.string().nullable() })
export type Actor = z.infer<typeof actorSchema>

/** What a thread hangs on: of the plan, or an amendment that is discussed. */
export const threadSubjectSchema = z.discriminatedUnion('type', [
  ...subjectSchema.options,
  z.object({ type: z.literal('amendment'), amendmentId: amendmentIdSchema }),
])
export type ThreadSubject = z.infer<typeof threadSubjectSchema>

/** Plain words in lines. */
const commentBodySchema = z.string().trim().min(1).max(10_000)
/** Who is named in the words, as `@Name`; members of the plan. */
const mentionsSchema = z.array(userIdSchema).max(50)

/** `body` is empty when it was deleted. `number` counts within its thread, from 1. */
export const commentSchema = z.object({
  id: commentIdSchema,
  number: z.int().positive(),
  author: actorSchema,
  body: z.string(),
  mentions: z.array(actorSchema),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
})
export type Comment = z.infer<typeof commentSchema>

/** `number` counts within the plan, from 1: «fil 12». `readUpTo`: the number of the last comment that the asker has read, 0 for none. */
export const threadSchema = z.object({
  id: threadIdSchema,
  number: z.int().positive(),
  subject: threadSubjectSchema,
  createdBy: actorSchema,
  createdAt: z.string(),
  assignee: actorSchema.nullable(),
  resolved: z.object({ by: actorSchema, at: z.string() }).nullable(),
  comments: z.array(commentSchema),
  readUpTo: z.int().nonnegative(),
})
export type Thread = z.infer<typeof threadSchema>

/** GET /api/projects/{projectId}/threads: all of them, the oldest first (readers too: who may read the plan reads what is said of it) */
export const threadListSchema = z.object({ threads: z.array(threadSchema) })
/**
 * POST /api/projects/{projectId}/threads -> Thread (permission `comment`). `id`: one that the client made, so that what is sent
 * again is there once; `forbidden` where it is somebody else's.
 */
export const newThreadSchema = z.object({
  id: threadIdSchema.optional(),
  subject: threadSubjectSchema,
  body: commentBodySchema,
  mentions: mentionsSchema,
  assigneeId: userIdSchema.nullable().optional(),
})
export type NewThread = z.infer<typeof newThreadSchema>
/** PUT .../comments/{commentId} (one's own) -> Thread; DELETE of it (one's own) -> 204 */
export const commentWordsSchema = z.object({ body: commentBodySchema, mentions: mentionsSchema })
export type CommentWords = z.infer<typeof commentWordsSchema>
/** POST /api/projects/{projectId}/threads/{threadId}/comments -> Thread; `id` as that of a new thread */
export const newCommentSchema = commentWordsSchema.extend({ id: commentIdSchema.optional() })
export type NewComment = z.infer<typeof newCommentSchema>
/** PATCH /api/projects/{projectId}/threads/{threadId} -> Thread: resolve, reopen, assign (permission `comment`) */
export const threadChangeSchema = z.object({
  resolved: z.boolean().optional(),
  assigneeId: userIdSchema.nullable().optional(),
})
export type ThreadChange = z.infer<typeof threadChangeSchema>
/** PUT /api/projects/{projectId}/threads/{threadId}/read -> 204 */
export const threadReadSchema = z.object({ upTo: z.int().nonnegative() })
