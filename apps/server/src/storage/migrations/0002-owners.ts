import { sql, type Kysely } from 'kysely'
import { createHash } from 'node:crypto'

import type { ColumnTypes } from './index.ts'

/**
 * Whose each Yjs client id is [S3]; and the log as the commit loop wants it: rows numbered within their plan, so that
 * a commit touches one page a plan; several states a plan, each with its SHA-256, so that an older one stays until
 * the newer one is verified.
 */
export async function owners(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createOwners(db)
  await renumberUpdates(db, types)
  await keepSeveralStates(db, types)
}

async function createOwners({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('planClient')
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    // Up to 2^53: Yjs counts client ids as doubles.
    .addColumn('clientId', 'bigint', (column) => column.notNull())
    // No foreign key: who wrote stays known when the account goes.
    .addColumn('userId', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('planClient_pk', ['projectId', 'clientId'])
    .execute()
}

async function renumberUpdates(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('planUpdateNew')
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('userId', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('update', types.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('planUpdate_pk', ['projectId', 'seq'])
    .$call((table) => types.keyed(table))
    .execute()
  // The numbers of before grow within each plan, and a state's number is one of them: they stay.
  await sql`insert into "planUpdateNew" ("projectId", "seq", "userId", "createdAt", "update")
    select "projectId", "seq", "userId", "createdAt", "update" from "planUpdate"`.execute(db)
  await db.schema.dropTable('planUpdate').execute()
  await db.schema.alterTable('planUpdateNew').renameTo('planUpdate').execute()
}

async function keepSeveralStates(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('planStateNew')
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('state', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('planState_pk', ['projectId', 'seq'])
    .execute()
  const plans = await sql<{ projectId: string }>`select "projectId" from "planState"`.execute(db)
  for (const { projectId } of plans.rows) {
    const found = await sql<{ state: Uint8Array }>`
      select "state" from "planState" where "projectId" = ${projectId}`.execute(db)
    const sha256 = createHash('sha256')
      .update(found.rows[0]?.state ?? new Uint8Array())
      .digest('hex')
    await sql`insert into "planStateNew" ("projectId", "seq", "updatedAt", "sha256", "state")
      select "projectId", "seq", "updatedAt", ${sha256}, "state" from "planState"
      where "projectId" = ${projectId}`.execute(db)
  }
  await db.schema.dropTable('planState').execute()
  await db.schema.alterTable('planStateNew').renameTo('planState').execute()
}
