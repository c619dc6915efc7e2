import type { Kysely } from 'kysely'

import type { ColumnTypes } from './index.ts'

/**
 * Everything around the text: threads and comments, amendments and their fates, more about versions, the dates of the
 * phases, approvals and sealed plans, the trail, notifications.
 * People are named without foreign keys where what they did must stay when their account goes.
 */
export async function review(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createThreads(db)
  await createAmendments(db, types)
  await extendVersions(db)
  await createSeals(db, types)
  await createTrail(db, types)
  await createNotifications(db)
}

async function createThreads({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('thread')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    // JSON: what the thread hangs on.
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('createdBy', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('assigneeId', 'text')
    .addColumn('resolvedBy', 'text')
    .addColumn('resolvedAt', 'text')
    // The latest change of it or of its comments.
    .addColumn('changedAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('thread_projectId_number', ['projectId', 'number'])
    .execute()
  await schema
    .createTable('comment')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('threadId', 'text', (column) => column.notNull().references('thread.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('authorId', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    // JSON: ids of those named in it.
    .addColumn('mentions', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('editedAt', 'text')
    .addColumn('deletedAt', 'text')
    .addUniqueConstraint('comment_threadId_number', ['threadId', 'number'])
    .execute()
  await schema
    .createTable('threadRead')
    .addColumn('threadId', 'text', (column) => column.notNull().references('thread.id').onDelete('cascade'))
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    // The number of the last comment that was read.
    .addColumn('upTo', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('threadRead_pk', ['threadId', 'userId'])
    .execute()
}

async function createAmendments(db: Kysely<unknown>, { appendOnly }: ColumnTypes): Promise<void> {
  const { schema } = db
  await schema
    .createTable('amendment')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('authorId', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('amendment_projectId_number', ['projectId', 'number'])
    .execute()
  // What is proposed, and how it was improved: the last one counts.
  await schema
    .createTable('amendmentRevision')
    .addColumn('amendmentId', 'text', (column) =>
      column.notNull().references('amendment.id').onDelete('cascade'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    // JSON: the proposed change with its base.
    .addColumn('proposal', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('amendmentRevision_pk', ['amendmentId', 'number'])
    .execute()
  // [A3] Fates are added, never changed: the last one counts.
  await schema
    .createTable('amendmentFate')
    .addColumn('amendmentId', 'text', (column) => column.notNull().references('amendment.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    // JSON: the fate with what belongs to it.
    .addColumn('fate', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('amendmentFate_pk', ['amendmentId', 'number'])
    .execute()
  await appendOnly(db, 'amendmentFate')
  await schema
    .createTable('amendmentSupport')
    .addColumn('amendmentId', 'text', (column) =>
      column.notNull().references('amendment.id').onDelete('cascade'),
    )
    .addColumn('userId', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('amendmentSupport_pk', ['amendmentId', 'userId'])
    .execute()
  await schema
    .createTable('amendmentCosigner')
    .addColumn('amendmentId', 'text', (column) =>
      column.notNull().references('amendment.id').onDelete('cascade'),
    )
    .addColumn('userId', 'text', (column) => column.notNull())
    .addColumn('signedAt', 'text')
    .addPrimaryKeyConstraint('amendmentCosigner_pk', ['amendmentId', 'userId'])
    .execute()
}

async function extendVersions({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('version')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('named'))
    .execute()
  // JSON: who worked on what since the version before; null where nobody counted.
  await schema.alterTable('version').addColumn('work', 'text').execute()
  await schema
    .alterTable('project')
    .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
}

async function createSeals({ schema }: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  await schema
    .createTable('phaseDates')
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('startsOn', 'text')
    .addColumn('endsOn', 'text')
    .addPrimaryKeyConstraint('phaseDates_pk', ['projectId', 'phase'])
    .execute()
  await schema
    .createTable('approver')
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('approver_pk', ['projectId', 'userId'])
    .execute()
  await schema
    .createTable('approval')
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('approval_pk', ['projectId', 'sha256', 'userId'])
    .execute()
  await schema
    .createTable('seal')
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('versionId', 'text', (column) => column.notNull().references('version.id'))
    .addColumn('sealedBy', 'text', (column) => column.notNull())
    .addColumn('sealedAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('seal_pk', ['projectId', 'revision'])
    .execute()
  await schema
    .createTable('sealedFile')
    .addColumn('projectId', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sealedFile_pk', ['projectId', 'revision', 'format'])
    .execute()
}

async function createTrail(db: Kysely<unknown>, { appendOnly }: ColumnTypes): Promise<void> {
  // No foreign keys: the trail outlives what it tells of.
  await db.schema
    .createTable('trail')
    .addColumn('projectId', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('userId', 'text')
    .addColumn('userName', 'text')
    // JSON: what happened.
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('previousSha256', 'text')
    .addPrimaryKeyConstraint('trail_pk', ['projectId', 'number'])
    .execute()
  await appendOnly(db, 'trail')
}

async function createNotifications({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('notification')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    // JSON: what happened.
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('readAt', 'text')
    .addColumn('mailedAt', 'text')
    .execute()
  await schema
    .createIndex('notification_userId_createdAt_idx')
    .on('notification')
    .columns(['userId', 'createdAt'])
    .execute()
  await schema
    .createTable('notificationPreference')
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('mail', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('notificationPreference_pk', ['userId', 'type'])
    .execute()
}
