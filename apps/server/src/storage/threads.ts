import type { CommentId, ProjectId, ThreadId, ThreadSubject, UserId } from '@concerte/api'

import type { Database, Now } from './database.ts'
import { areMembers } from './members.ts'
import { readThreads } from './read-threads.ts'
import { countSchema, userIdRowSchema } from './rows.ts'
import { maxComments, maxThreads, type ThreadResult, type ThreadStore } from './threads-port.ts'

export function createThreadStore(db: Database, now: Now): ThreadStore {
  /** One change in one transaction; the thread as it is after it. */
  const changing = (
    { projectId, threadId, by }: { projectId: ProjectId; threadId: ThreadId; by: UserId },
    change: (transaction: Database) => Promise<Exclude<ThreadResult['type'], 'done'> | 'repeated' | null>,
  ): Promise<ThreadResult> =>
    db.transaction().execute(async (transaction) => {
      const refusal = await change(transaction)
      const isRepeated = refusal === 'repeated'
      if (refusal !== null && !isRepeated) return { type: refusal }
      const [thread] = await readThreads(transaction, { projectId, threadId, reader: by })
      return thread === undefined ? { type: 'not-found' } : { type: 'done', thread, isRepeated }
    })

  return {
    list: (projectId, reader) => readThreads(db, { projectId, reader }),
    find: async (projectId, threadId, reader) =>
      (await readThreads(db, { projectId, threadId, reader }))[0] ?? null,

    add: (thread) =>
      changing(thread, async (transaction) => {
        const { projectId, threadId, by, subject, assigneeId, mentions } = thread
        const known = await transaction
          .selectFrom('thread')
          .where('id', '=', threadId)
          .select(['projectId', 'createdBy'])
          .executeTakeFirst()
        if (known !== undefined)
          return known.projectId === projectId && known.createdBy === by ? 'repeated' : 'forbidden'
        const named = assigneeId === null ? mentions : [...mentions, assigneeId]
        if (!(await areMembers(transaction, projectId, named))) return 'not-a-member'
        if (!(await isThere(transaction, projectId, subject))) return 'not-found'
        if (!(await hasRoom(transaction, projectId))) return 'too-many-threads'
        const last = await transaction
          .selectFrom('thread')
          .where('projectId', '=', projectId)
          .select((q) => q.fn.max('number').as('number'))
          .executeTakeFirst()
        await transaction
          .insertInto('thread')
          .values({
            id: threadId,
            projectId,
            number: (last?.number ?? 0) + 1,
            subject: JSON.stringify(subject),
            createdBy: by,
            createdAt: now(),
            assigneeId,
            resolvedBy: null,
            resolvedAt: null,
          })
          .execute()
        await insertComment(transaction, thread, now())
        return null
      }),

    reply: (comment) =>
      changing(comment, async (transaction) => {
        if (!(await hasThread(transaction, comment))) return 'not-found'
        const known = await transaction
          .selectFrom('comment')
          .where('id', '=', comment.commentId)
          .select(['threadId', 'authorId'])
          .executeTakeFirst()
        if (known !== undefined) {
          const isOwn = known.threadId === comment.threadId && known.authorId === comment.by
          return isOwn ? 'repeated' : 'forbidden'
        }
        if (!(await areMembers(transaction, comment.projectId, comment.mentions))) return 'not-a-member'
        if (!(await hasRoom(transaction, comment.projectId))) return 'too-many-threads'
        await insertComment(transaction, comment, now())
        return null
      }),

    edit: (comment) =>
      changing(comment, async (transaction) => {
        const refusal = await refusalToChange(transaction, comment)
        if (refusal !== null) return refusal
        const { projectId, commentId, body, mentions } = comment
        if (!(await areMembers(transaction, projectId, mentions))) return 'not-a-member'
        const change = { body, mentions: JSON.stringify([...new Set(mentions)]), editedAt: now() }
        await transaction.updateTable('comment').set(change).where('id', '=', commentId).execute()
        return null
      }),

    empty: (comment) =>
      changing(comment, async (transaction) => {
        const refusal = await refusalToChange(transaction, comment)
        if (refusal !== null) return refusal
        const change = { body: '', mentions: '[]', deletedAt: now() }
        await transaction.updateTable('comment').set(change).where('id', '=', comment.commentId).execute()
        return null
      }),

    change: (change) =>
      changing(change, async (transaction) => {
        const { projectId, threadId, by, resolved, assigneeId } = change
        if (!(await hasThread(transaction, change))) return 'not-found'
        if (assigneeId !== undefined) {
          const named = assigneeId === null ? [] : [assigneeId]
          if (!(await areMembers(transaction, projectId, named))) return 'not-a-member'
          await transaction.updateTable('thread').set({ assigneeId }).where('id', '=', threadId).execute()
        }
        if (resolved === undefined) return null
        const thread = transaction.updateTable('thread').where('id', '=', threadId)
        // Of two who resolve it at once, the first did.
        await (
          resolved
            ? thread.set({ resolvedBy: by, resolvedAt: now() }).where('resolvedAt', 'is', null)
            : thread.set({ resolvedBy: null, resolvedAt: null })
        ).execute()
        return null
      }),

    markRead: ({ projectId, threadId, userId, upTo }) =>
      db.transaction().execute(async (transaction) => {
        if (!(await hasThread(transaction, { projectId, threadId }))) return false
        await raiseMark(transaction, { threadId, userId, upTo })
        return true
      }),

    async participants(projectId, threadId) {
      const [thread] = await readThreads(db, { projectId, threadId, reader: null })
      if (thread === undefined) return []
      const people = new Set<UserId>([
        thread.createdBy.userId,
        ...thread.comments.filter(({ deletedAt }) => deletedAt === null).map(({ author }) => author.userId),
        ...(thread.assignee === null ? [] : [thread.assignee.userId]),
      ])
      if (thread.subject.type === 'amendment') {
        const row = await db
          .selectFrom('amendment')
          .where('id', '=', thread.subject.amendmentId)
          .select('authorId as userId')
          .executeTakeFirst()
        if (row !== undefined) people.add(userIdRowSchema.parse(row).userId)
      }
      return [...people]
    },
  }
}

/** Of a subject in the plan only the form counts: its words may be gone by now. An amendment must be one of this plan. */
async function isThere(db: Database, projectId: ProjectId, subject: ThreadSubject): Promise<boolean> {
  if (subject.type !== 'amendment') return true
  const row = await db
    .selectFrom('amendment')
    .where('projectId', '=', projectId)
    .where('id', '=', subject.amendmentId)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

async function hasThread(
  db: Database,
  { projectId, threadId }: { projectId: ProjectId; threadId: ThreadId },
): Promise<boolean> {
  const row = await db
    .selectFrom('thread')
    .where('projectId', '=', projectId)
    .where('id', '=', threadId)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

async function hasRoom(db: Database, projectId: ProjectId): Promise<boolean> {
  const { threads, comments } = await db
    .selectFrom('thread')
    .leftJoin('comment', 'comment.threadId', 'thread.id')
    .where('thread.projectId', '=', projectId)
    .select((q) => [
      q.fn.count('thread.id').distinct().as('threads'),
      q.fn.count('comment.id').as('comments'),
    ])
    .executeTakeFirstOrThrow()
  return countSchema.parse(threads) < maxThreads && countSchema.parse(comments) < maxComments
}

async function insertComment(
  db: Database,
  comment: {
    commentId: CommentId
    threadId: ThreadId
    by: UserId
    body: string
    mentions: readonly UserId[]
  },
  at: string,
): Promise<void> {
  const { commentId, threadId, by, body, mentions } = comment
  const last = await db
    .selectFrom('comment')
    .where('threadId', '=', threadId)
    .select((q) => q.fn.max('number').as('number'))
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await db
    .insertInto('comment')
    .values({
      id: commentId,
      threadId,
      number,
      authorId: by,
      body,
      mentions: JSON.stringify([...new Set(mentions)]),
      createdAt: at,
      editedAt: null,
      deletedAt: null,
    })
    .execute()
  await raiseMark(db, { threadId, userId: by, upTo: number })
}

async function refusalToChange(
  db: Database,
  { projectId, threadId, commentId, by }: Parameters<ThreadStore['empty']>[0],
): Promise<'not-found' | 'forbidden' | null> {
  const row = await db
    .selectFrom('comment')
    .innerJoin('thread', 'thread.id', 'comment.threadId')
    .where('thread.projectId', '=', projectId)
    .where('thread.id', '=', threadId)
    .where('comment.id', '=', commentId)
    .where('comment.deletedAt', 'is', null)
    .select('comment.authorId')
    .executeTakeFirst()
  if (row === undefined) return 'not-found'
  return row.authorId === by ? null : 'forbidden'
}

async function raiseMark(
  db: Database,
  { threadId, userId, upTo }: { threadId: ThreadId; userId: UserId; upTo: number },
): Promise<void> {
  await db
    .insertInto('threadRead')
    .values({ threadId, userId, upTo })
    .onConflict((conflict) =>
      conflict.columns(['threadId', 'userId']).doUpdateSet({ upTo }).where('threadRead.upTo', '<', upTo),
    )
    .execute()
}
