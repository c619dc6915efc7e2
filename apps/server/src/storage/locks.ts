import type { Database, Now } from './database.ts'
import type { LockStore } from './port.ts'
import { lockRowSchema } from './rows.ts'
import { appendTrail } from './trail.ts'

export function createLockStore(db: Database, now: Now): LockStore {
  return {
    async list(projectId) {
      const rows = await db
        .selectFrom('axisLock')
        .leftJoin('user', 'user.id', 'axisLock.lockedBy')
        .where('axisLock.projectId', '=', projectId)
        .select(['axisLock.axisId', 'user.name as lockedBy', 'axisLock.lockedAt'])
        .orderBy('axisLock.lockedAt')
        .orderBy('axisLock.axisId')
        .execute()
      return rows.map((row) => lockRowSchema.parse(row))
    },

    lock: ({ projectId, axisId, axis, by }) =>
      db.transaction().execute(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('axisLock')
          .values({ projectId, axisId, lockedBy: by, lockedAt: now() })
          .onConflict((conflict) => conflict.columns(['projectId', 'axisId']).doNothing())
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows !== 1n) return false
        await appendTrail(transaction, now, { projectId, userId: by, event: { type: 'axis-locked', axis } })
        return true
      }),

    unlock: ({ projectId, axisId, axis, by }) =>
      db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('axisLock')
          .where('projectId', '=', projectId)
          .where('axisId', '=', axisId)
          .executeTakeFirst()
        if (numDeletedRows !== 1n) return false
        await appendTrail(transaction, now, { projectId, userId: by, event: { type: 'axis-unlocked', axis } })
        return true
      }),
  }
}
