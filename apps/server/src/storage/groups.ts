import type { ProjectId, TrailEvent, UserId, WorkingGroup, WorkingGroupId } from '@concerte/api'

import type { Database, Now } from './database.ts'
import { areMembers } from './members.ts'
import type { GroupStore } from './port.ts'
import { userIdRowSchema, groupRowSchema } from './rows.ts'
import { appendTrail } from './trail.ts'

export function createGroupStore(db: Database, now: Now): GroupStore {
  const tell = (
    transaction: Database,
    { projectId, by, ...group }: { projectId: ProjectId; by: UserId; name: string; change: GroupEvent },
  ) => appendTrail(transaction, now, { projectId, userId: by, event: { type: 'group-changed', ...group } })

  return {
    async list(projectId) {
      const groups = await selectGroups(db, projectId).orderBy('name').orderBy('id').execute()
      const members = await db
        .selectFrom('workingGroupMember')
        .where('projectId', '=', projectId)
        .select(['groupId', 'userId'])
        .orderBy('userId')
        .execute()
      const axes = await db
        .selectFrom('workingGroupAxis')
        .innerJoin('workingGroup', 'workingGroup.id', 'workingGroupAxis.groupId')
        .where('workingGroup.projectId', '=', projectId)
        .select(['workingGroupAxis.groupId', 'workingGroupAxis.axisId'])
        .orderBy('workingGroupAxis.axisId')
        .execute()
      const [membersOf, axesOf] = [
        Map.groupBy(members, ({ groupId }) => groupId),
        Map.groupBy(axes, ({ groupId }) => groupId),
      ]
      return groups.map(({ id, name }) =>
        groupRowSchema.parse({
          id,
          name,
          members: (membersOf.get(id) ?? []).map(({ userId }) => userId),
          axes: (axesOf.get(id) ?? []).map(({ axisId }) => axisId),
        }),
      )
    },

    add: (projectId, group, by) =>
      db.transaction().execute(async (transaction) => {
        if (!(await areMembers(transaction, projectId, group.members))) return 'not-a-member'
        await transaction
          .insertInto('workingGroup')
          .values({ id: group.id, projectId, name: group.name, createdAt: now() })
          .execute()
        await fill(transaction, projectId, group)
        await tell(transaction, { projectId, by, name: group.name, change: 'added' })
        return 'added'
      }),

    change: (projectId, group, by) =>
      db.transaction().execute(async (transaction) => {
        const known = await selectGroups(transaction, projectId).where('id', '=', group.id).executeTakeFirst()
        if (known === undefined) return { type: 'not-found' }
        if (!(await areMembers(transaction, projectId, group.members))) return { type: 'not-a-member' }
        const former = await empty(transaction, group.id)
        await transaction
          .updateTable('workingGroup')
          .set({ name: group.name })
          .where('id', '=', group.id)
          .execute()
        await fill(transaction, projectId, group)
        await tell(transaction, { projectId, by, name: group.name, change: 'changed' })
        return { type: 'changed', former }
      }),

    remove: (projectId, id, by) =>
      db.transaction().execute(async (transaction) => {
        const known = await selectGroups(transaction, projectId).where('id', '=', id).executeTakeFirst()
        if (known === undefined) return { type: 'not-found' }
        const former = await empty(transaction, id)
        await transaction.deleteFrom('workingGroup').where('id', '=', id).execute()
        await tell(transaction, { projectId, by, name: known.name, change: 'removed' })
        return { type: 'changed', former }
      }),
  }
}

type GroupEvent = Extract<TrailEvent, { type: 'group-changed' }>['change']

function selectGroups(db: Database, projectId: ProjectId) {
  return db.selectFrom('workingGroup').where('projectId', '=', projectId).select(['id', 'name'])
}

async function fill(db: Database, projectId: ProjectId, group: WorkingGroup): Promise<void> {
  const members = [...new Set(group.members)]
  const axes = [...new Set(group.axes)]
  if (members.length > 0) {
    await db
      .insertInto('workingGroupMember')
      .values(members.map((userId) => ({ groupId: group.id, projectId, userId })))
      .execute()
  }
  if (axes.length > 0) {
    await db
      .insertInto('workingGroupAxis')
      .values(axes.map((axisId) => ({ groupId: group.id, axisId })))
      .execute()
  }
}

/** Takes everyone and every axis out of a group; resolves to who was in it. */
async function empty(db: Database, groupId: WorkingGroupId): Promise<UserId[]> {
  await db.deleteFrom('workingGroupAxis').where('groupId', '=', groupId).execute()
  const rows = await db
    .deleteFrom('workingGroupMember')
    .where('groupId', '=', groupId)
    .returning('userId')
    .execute()
  return rows.map((row) => userIdRowSchema.parse(row).userId)
}
