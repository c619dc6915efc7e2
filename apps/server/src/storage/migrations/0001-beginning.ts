import type { Kysely } from 'kysely'

import type { ColumnTypes } from './index.ts'

/** Everything of the first version. The tables of better-auth are as its own migration makes them (accounts.test.ts compares). */
export async function beginning(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createAccounts(db, types)
  await createProjects(db, types)
  await createPlans(db, types)
}

async function createAccounts({ schema }: Kysely<unknown>, { date, flag }: ColumnTypes): Promise<void> {
  await schema
    .createTable('user')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('emailVerified', flag, (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', date, (column) => column.notNull())
    .addColumn('updatedAt', date, (column) => column.notNull())
    .addColumn('admin', flag, (column) => column.notNull())
    .execute()
  await schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('expiresAt', date, (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('createdAt', date, (column) => column.notNull())
    .addColumn('updatedAt', date, (column) => column.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .execute()
  await schema.createIndex('session_userId_idx').on('session').column('userId').execute()
  await schema
    .createTable('account')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('providerId', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', date)
    .addColumn('refreshTokenExpiresAt', date)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', date, (column) => column.notNull())
    .addColumn('updatedAt', date, (column) => column.notNull())
    .execute()
  await schema.createIndex('account_userId_idx').on('account').column('userId').execute()
  await schema
    .createTable('verification')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expiresAt', date, (column) => column.notNull())
    .addColumn('createdAt', date, (column) => column.notNull())
    .addColumn('updatedAt', date, (column) => column.notNull())
    .execute()
  await schema.createIndex('verification_identifier_idx').on('verification').column('identifier').execute()
  await schema
    .createTable('setup')
    .addColumn('id', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('doneAt', 'text', (column) => column.notNull())
    .execute()
}

async function createProjects({ schema }: Kysely<unknown>, { flag }: ColumnTypes): Promise<void> {
  await schema
    .createTable('project')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('academy', 'text', (column) => column.notNull())
    .addColumn('periodStart', 'integer')
    .addColumn('periodEnd', 'integer')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('member')
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('member_pk', ['projectId', 'userId'])
    .execute()
  await schema.createIndex('member_userId_idx').on('member').column('userId').execute()
  await schema
    .createTable('invitation')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('reusable', flag, (column) => column.notNull())
    .addColumn('createdBy', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('revokedAt', 'text')
    .execute()
  await schema.createIndex('invitation_projectId_idx').on('invitation').column('projectId').execute()
}

async function createPlans({ schema }: Kysely<unknown>, { bytes, counter }: ColumnTypes): Promise<void> {
  await schema
    .createTable('planUpdate')
    .addColumn('seq', counter.type, (column) => counter.build(column.notNull().primaryKey()))
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    // No foreign key: who wrote stays in the log when the account goes.
    .addColumn('userId', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('update', bytes, (column) => column.notNull())
    .execute()
  await schema
    .createIndex('planUpdate_projectId_seq_idx')
    .on('planUpdate')
    .columns(['projectId', 'seq'])
    .execute()
  await schema
    .createTable('planState')
    .addColumn('projectId', 'text', (column) =>
      column.notNull().primaryKey().references('project.id').onDelete('cascade'),
    )
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addColumn('state', bytes, (column) => column.notNull())
    .execute()
  await schema
    .createTable('version')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('createdBy', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('state', bytes, (column) => column.notNull())
    .addColumn('project', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('previousSha256', 'text')
    .addUniqueConstraint('version_projectId_number', ['projectId', 'number'])
    .execute()
}
