import { roleSchema, type ProjectId, type UserId } from '@concerte/api'

import { namesOf } from './accounts.ts'
import type { Database, Now } from './database.ts'
import type { MemberStore } from './port.ts'
import { countSchema, memberRowSchema } from './rows.ts'
import { appendTrail } from './trail.ts'

export function createMemberStore(db: Database, now: Now): MemberStore {
  return {
    async roleOf(projectId, userId) {
      const row = await one(db, projectId, userId).executeTakeFirst()
      return row === undefined ? null : roleSchema.parse(row.role)
    },

    async list(projectId) {
      const rows = await db
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.userId')
        .where('member.projectId', '=', projectId)
        .select(['member.userId', 'user.name', 'user.email', 'member.role'])
        .orderBy('user.name')
        .execute()
      return rows.map((row) => memberRowSchema.parse(row))
    },

    setRole: ({ projectId, userId, role, lastLeadMayGo, by }) =>
      db.transaction().execute(async (transaction) => {
        const obstacle = await findObstacle(transaction, projectId, userId, lastLeadMayGo || role === 'lead')
        if (obstacle !== null) return obstacle
        const former = await one(transaction, projectId, userId).executeTakeFirst()
        if (former?.role === role) return 'unchanged'
        await transaction
          .updateTable('member')
          .set({ role })
          .where('projectId', '=', projectId)
          .where('userId', '=', userId)
          .execute()
        const event = { type: 'member-changed', name: await nameOf(transaction, userId), role } as const
        await appendTrail(transaction, now, { projectId, userId: by, event })
        return 'changed'
      }),

    remove: ({ projectId, userId, lastLeadMayGo, by }) =>
      db.transaction().execute(async (transaction) => {
        const obstacle = await findObstacle(transaction, projectId, userId, lastLeadMayGo)
        if (obstacle !== null) return obstacle
        await transaction
          .deleteFrom('member')
          .where('projectId', '=', projectId)
          .where('userId', '=', userId)
          .execute()
        const event = { type: 'member-removed', name: await nameOf(transaction, userId) } as const
        await appendTrail(transaction, now, { projectId, userId: by, event })
        return 'changed'
      }),
  }
}

/** The name of a person, for the trail. */
export async function nameOf(db: Database, userId: UserId): Promise<string> {
  return (await namesOf(db, [userId])).get(userId) ?? ''
}

/** Whether all of these people are members of a plan. */
export async function areMembers(
  db: Database,
  projectId: ProjectId,
  userIds: readonly UserId[],
): Promise<boolean> {
  if (userIds.length === 0) return true
  const rows = await db
    .selectFrom('member')
    .where('projectId', '=', projectId)
    .where('userId', 'in', userIds)
    .select('userId')
    .execute()
  return rows.length === new Set(userIds).size
}

// Safe against two leads leaving at once because transactions are exclusive; an adapter whose transactions
// overlap must lock the plan's members first.
async function findObstacle(
  db: Database,
  projectId: ProjectId,
  userId: UserId,
  lastLeadMayGo: boolean,
): Promise<'not-found' | 'last-lead' | null> {
  const member = await one(db, projectId, userId).executeTakeFirst()
  if (member === undefined) return 'not-found'
  if (lastLeadMayGo || member.role !== 'lead') return null
  const leads = await db
    .selectFrom('member')
    .where('projectId', '=', projectId)
    .where('role', '=', 'lead')
    .select((q) => q.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return countSchema.parse(leads.count) === 1 ? 'last-lead' : null
}

function one(db: Database, projectId: ProjectId, userId: UserId) {
  return db
    .selectFrom('member')
    .where('projectId', '=', projectId)
    .where('userId', '=', userId)
    .select('role')
}
