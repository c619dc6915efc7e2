import {
  threadSchema,
  userIdSchema,
  type ProjectId,
  type Thread,
  type ThreadId,
  type UserId,
} from '@concerte/api'
import { z } from 'zod'

import { namesOf } from './accounts.ts'
import type { Database } from './database.ts'

type Which = { projectId: ProjectId; threadId?: ThreadId; reader: UserId | null }

const mentionsSchema = z.array(userIdSchema)

/** All threads of a plan, or one, the oldest first, with their comments. */
export async function readThreads(db: Database, which: Which): Promise<Thread[]> {
  const threads = await selectThreads(db, which).orderBy('thread.number').execute()
  if (threads.length === 0) return []
  const rows = await selectComments(db, which).orderBy('comment.number').execute()
  const comments = rows.map(({ mentions, authorId, threadId, ...comment }) => {
    return { comment, authorId, threadId, mentions: mentionsSchema.parse(JSON.parse(mentions)) }
  })
  const people = [
    ...threads.flatMap(({ createdBy, assigneeId, resolvedBy }) => [createdBy, assigneeId, resolvedBy]),
    ...comments.flatMap(({ authorId, mentions }) => [authorId, ...mentions]),
  ]
  const names = await namesOf(db, [...new Set(people.filter((id) => id !== null))])
  const actor = (userId: string) => ({ userId, name: names.get(userId) ?? null })
  const commentsOf = Map.groupBy(comments, ({ threadId }) => threadId)
  return threads.map((row) =>
    threadSchema.parse({
      id: row.id,
      number: row.number,
      subject: JSON.parse(row.subject),
      createdBy: actor(row.createdBy),
      createdAt: row.createdAt,
      assignee: row.assigneeId === null ? null : actor(row.assigneeId),
      resolved:
        row.resolvedBy === null || row.resolvedAt === null
          ? null
          : { by: actor(row.resolvedBy), at: row.resolvedAt },
      comments: (commentsOf.get(row.id) ?? []).map(({ comment, authorId, mentions }) =>
        Object.assign({ author: actor(authorId), mentions: mentions.map(actor) }, comment),
      ),
      readUpTo: row.upTo ?? 0,
    }),
  )
}

function selectThreads(db: Database, { projectId, threadId, reader }: Which) {
  const query = db
    .selectFrom('thread')
    .leftJoin('threadRead', (join) =>
      join.onRef('threadRead.threadId', '=', 'thread.id').on('threadRead.userId', '=', reader ?? ''),
    )
    .where('thread.projectId', '=', projectId)
    .select([
      'thread.id',
      'thread.number',
      'thread.subject',
      'thread.createdBy',
      'thread.createdAt',
      'thread.assigneeId',
      'thread.resolvedBy',
      'thread.resolvedAt',
      'threadRead.upTo',
    ])
  return threadId === undefined ? query : query.where('thread.id', '=', threadId)
}

function selectComments(db: Database, { projectId, threadId }: Which) {
  const query = db
    .selectFrom('comment')
    .innerJoin('thread', 'thread.id', 'comment.threadId')
    .where('thread.projectId', '=', projectId)
    .select([
      'comment.id',
      'comment.threadId',
      'comment.number',
      'comment.authorId',
      'comment.body',
      'comment.mentions',
      'comment.createdAt',
      'comment.editedAt',
      'comment.deletedAt',
    ])
  return threadId === undefined ? query : query.where('thread.id', '=', threadId)
}
