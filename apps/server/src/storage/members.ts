import { roleSchema, type ProjectId, type UserId } from '@concerte/api'

import type { Database } from './database.ts'
import type { MemberChangeResult, MemberStore } from './port.ts'
import { countSchema, memberRowSchema } from './rows.ts'

export function createMemberStore(db: Database): MemberStore {
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

    setRole: ({ projectId, userId, role, lastLeadMayGo }) =>
      db.transaction().execute(async (transaction) => {
        const obstacle = await findObstacle(transaction, projectId, userId, lastLeadMayGo || role === 'lead')
        if (obstacle !== null) return obstacle
        await transaction
          .updateTable('member')
          .set({ role })
          .where('projectId', '=', projectId)
          .where('userId', '=', userId)
          .execute()
        return 'changed'
      }),

    remove: ({ projectId, userId, lastLeadMayGo }) =>
      db.transaction().execute(async (transaction) => {
        const obstacle = await findObstacle(transaction, projectId, userId, lastLeadMayGo)
        if (obstacle !== null) return obstacle
        await transaction
          .deleteFrom('member')
          .where('projectId', '=', projectId)
          .where('userId', '=', userId)
          .execute()
        return 'changed'
      }),
  }
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
): Promise<Exclude<MemberChangeResult, 'changed'> | null> {
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
