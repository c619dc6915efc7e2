import type { Database, Now } from './database.ts'
import type { LockStore } from './port.ts'
import { lockRowSchema } from './rows.ts'

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

    async lock({ projectId, axisId, lockedBy }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('axisLock')
        .values({ projectId, axisId, lockedBy, lockedAt: now() })
        .onConflict((conflict) => conflict.columns(['projectId', 'axisId']).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    async unlock(projectId, axisId) {
      const { numDeletedRows } = await db
        .deleteFrom('axisLock')
        .where('projectId', '=', projectId)
        .where('axisId', '=', axisId)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}
