import {
  mailChoiceSchema,
  noticeSchema,
  notificationSchema,
  noticeTypes,
  projectIdSchema,
  userIdSchema,
  type UserId,
} from '@concerte/api'
import { nanoid } from 'nanoid'
import { z } from 'zod'

import type { Database, Now } from './database.ts'
import { maxNotices, readKeptDays, type NotificationStore } from './notifications-port.ts'
import { countSchema } from './rows.ts'

const waitingRowSchema = z.object({
  id: z.string(),
  userId: userIdSchema,
  name: z.string(),
  email: z.string(),
  projectId: projectIdSchema,
  projectTitle: z.string(),
  projectAcademy: z.string(),
  notice: noticeSchema,
  createdAt: z.string(),
})
const choiceRowSchema = z.object({ type: z.enum(noticeTypes), mail: mailChoiceSchema })

/** Ids in one statement: databases bound how many values it may hold. */
const idsAtOnce = 500

export function createNotificationStore(db: Database, now: Now): NotificationStore {
  return {
    add: ({ projectId, to, notice, isMailed }) =>
      db.transaction().execute(async (transaction) => {
        if (to.length === 0) return []
        const people = await transaction
          .selectFrom('user')
          .leftJoin('member', (join) =>
            join.onRef('member.userId', '=', 'user.id').on('member.projectId', '=', projectId),
          )
          .where('user.id', 'in', [...new Set(to)])
          .where((q) => q.or([q('member.userId', 'is not', null), q('user.admin', '=', true)]))
          .select('user.id')
          .execute()
        if (people.length === 0) return []
        const createdAt = now()
        const event = JSON.stringify(notice)
        const mailedAt = isMailed ? null : createdAt
        const rows = people.map(({ id: userId }) => {
          return { id: nanoid(), userId, projectId, event, createdAt, readAt: null, mailedAt }
        })
        await transaction.insertInto('notification').values(rows).execute()
        const ids = people.map(({ id }) => userIdSchema.parse(id))
        await prune(transaction, ids, createdAt)
        return ids
      }),

    async list(userId, limit) {
      const rows = await selectOpen(db)
        .where('notification.userId', '=', userId)
        .select(['notification.readAt'])
        .orderBy('notification.createdAt', 'desc')
        .orderBy('notification.id')
        .limit(limit)
        .execute()
      return rows.map((row) => notificationSchema.parse(withNotice(row)))
    },

    async countUnread(userId) {
      const { count } = await selectOpen(db)
        .where('notification.userId', '=', userId)
        .where('notification.readAt', 'is', null)
        .clearSelect()
        .select((q) => q.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      return countSchema.parse(count)
    },

    async markRead(userId, ids) {
      const unread = db
        .updateTable('notification')
        .set({ readAt: now() })
        .where('userId', '=', userId)
        .where('readAt', 'is', null)
      await (ids === undefined ? unread : unread.where('id', 'in', ids)).execute()
    },

    async forgetComment(projectId, commentId) {
      await db
        .deleteFrom('notification')
        .where('projectId', '=', projectId)
        // An id has no character that JSON would write another way; `_`, which stands for any, only makes it look closer.
        .where('event', 'like', `%"commentId":"${commentId}"%`)
        .execute()
    },

    async mailChoices(userId) {
      const rows = await db
        .selectFrom('notificationPreference')
        .where('userId', '=', userId)
        .select(['type', 'mail'])
        .execute()
      // A kind that another version of Concerte knew is left where it is.
      const known = rows.flatMap((row) => choiceRowSchema.safeParse(row).data ?? [])
      return Object.fromEntries(known.map(({ type, mail }) => [type, mail]))
    },

    async chooseMail(userId, choices) {
      const rows = Object.entries(choices).map(([type, mail]) => ({ userId, type, mail }))
      if (rows.length === 0) return
      await db
        .insertInto('notificationPreference')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['userId', 'type']).doUpdateSet((q) => ({ mail: q.ref('excluded.mail') })),
        )
        .execute()
    },

    async waitingForMail(since) {
      const rows = await selectOpen(db)
        .where('notification.mailedAt', 'is', null)
        .where('notification.readAt', 'is', null)
        .where('notification.createdAt', '>=', since)
        .select(['notification.userId', 'user.name', 'user.email'])
        .orderBy('notification.createdAt')
        .orderBy('notification.id')
        .execute()
      return rows.map((row) => waitingRowSchema.parse(withNotice(row)))
    },

    async settleMail(ids) {
      for (let start = 0; start < ids.length; start += idsAtOnce) {
        await db
          .updateTable('notification')
          .set({ mailedAt: now() })
          .where('id', 'in', ids.slice(start, start + idsAtOnce))
          .execute()
      }
    },
  }
}

/** Whoever is told nothing any more has no more than they had. */
async function prune(db: Database, userIds: readonly UserId[], now: string): Promise<void> {
  const cutoff = new Date(Date.parse(now) - readKeptDays * 24 * 3600 * 1000).toISOString()
  await db
    .deleteFrom('notification')
    .where('userId', 'in', userIds)
    .where('createdAt', '<', cutoff)
    .where('readAt', 'is not', null)
    .execute()
  for (const userId of userIds) {
    const overflow = await db
      .selectFrom('notification')
      .where('userId', '=', userId)
      .select('createdAt')
      .orderBy('createdAt', 'desc')
      .offset(maxNotices)
      .limit(1)
      .executeTakeFirst()
    if (overflow === undefined) continue
    await db
      .deleteFrom('notification')
      .where('userId', '=', userId)
      .where('createdAt', '<=', overflow.createdAt)
      .execute()
  }
}

/** Notices of plans that are open to whom they are for. */
function selectOpen(db: Database) {
  return db
    .selectFrom('notification')
    .innerJoin('user', 'user.id', 'notification.userId')
    .innerJoin('project', 'project.id', 'notification.projectId')
    .leftJoin('member', (join) =>
      join
        .onRef('member.userId', '=', 'notification.userId')
        .onRef('member.projectId', '=', 'notification.projectId'),
    )
    .where((q) => q.or([q('member.userId', 'is not', null), q('user.admin', '=', true)]))
    .select([
      'notification.id',
      'notification.projectId',
      'project.title as projectTitle',
      'project.academy as projectAcademy',
      'notification.event',
      'notification.createdAt',
    ])
}

function withNotice<Row extends { event: string }>({ event, ...row }: Row) {
  return { ...row, notice: JSON.parse(event) as unknown }
}
