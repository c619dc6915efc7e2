import type { Kysely } from 'kysely'

/** Who writes where: the phase of a plan, its working groups with their axes, the axes that are locked. */
export async function groups({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('project')
    .addColumn('phase', 'text', (column) => column.notNull().defaultTo('drafting'))
    .execute()
  await schema
    .createTable('workingGroup')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('workingGroup_id_projectId', ['id', 'projectId'])
    .execute()
  await schema.createIndex('workingGroup_projectId_idx').on('workingGroup').column('projectId').execute()
  await schema
    .createTable('workingGroupMember')
    .addColumn('groupId', 'text', (column) => column.notNull())
    .addColumn('projectId', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('workingGroupMember_pk', ['groupId', 'userId'])
    .addForeignKeyConstraint(
      'workingGroupMember_group_fk',
      ['groupId', 'projectId'],
      'workingGroup',
      ['id', 'projectId'],
      (key) => key.onDelete('cascade'),
    )
    // Who leaves the plan leaves its groups.
    .addForeignKeyConstraint(
      'workingGroupMember_member_fk',
      ['projectId', 'userId'],
      'member',
      ['projectId', 'userId'],
      (key) => key.onDelete('cascade'),
    )
    .execute()
  await schema
    .createIndex('workingGroupMember_projectId_userId_idx')
    .on('workingGroupMember')
    .columns(['projectId', 'userId'])
    .execute()
  await schema
    .createTable('workingGroupAxis')
    .addColumn('groupId', 'text', (column) =>
      column.notNull().references('workingGroup.id').onDelete('cascade'),
    )
    .addColumn('axisId', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('workingGroupAxis_pk', ['groupId', 'axisId'])
    .execute()
  await schema
    .createTable('axisLock')
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('axisId', 'text', (column) => column.notNull())
    // No foreign key: the lock holds when the account goes.
    .addColumn('lockedBy', 'text', (column) => column.notNull())
    .addColumn('lockedAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('axisLock_pk', ['projectId', 'axisId'])
    .execute()
}
