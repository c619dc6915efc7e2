import type { Database } from './database.ts'
import type { RightsStore } from './port.ts'
import { axisRowSchema, groupAxisRowSchema, phaseRowSchema } from './rows.ts'

export function createRightsStore(db: Database): RightsStore {
  return {
    async of(projectId, userId) {
      const plan = await db
        .selectFrom('project')
        .leftJoin('axisLock', 'axisLock.projectId', 'project.id')
        .where('project.id', '=', projectId)
        .select(['project.phase', 'axisLock.axisId'])
        .orderBy('axisLock.axisId')
        .execute()
      const [first] = plan
      if (first === undefined) return null
      const groups = await db
        .selectFrom('workingGroupMember')
        .leftJoin('workingGroupAxis', 'workingGroupAxis.groupId', 'workingGroupMember.groupId')
        .where('workingGroupMember.projectId', '=', projectId)
        .where('workingGroupMember.userId', '=', userId)
        .select('workingGroupAxis.axisId')
        .orderBy('workingGroupAxis.axisId')
        .execute()
      return {
        phase: phaseRowSchema.parse(first).phase,
        locked: plan.filter(({ axisId }) => axisId !== null).map((row) => axisRowSchema.parse(row).axisId),
        // A group without an axis is one row without an axis.
        groupAxes:
          groups.length === 0
            ? null
            : groups.map((row) => groupAxisRowSchema.parse(row).axisId).filter((axisId) => axisId !== null),
      }
    },

    async setPhase(projectId, phase) {
      const { numUpdatedRows } = await db
        .updateTable('project')
        .set({ phase })
        .where('id', '=', projectId)
        .where('phase', '<>', phase)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
