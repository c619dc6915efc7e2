import { sql, type Kysely } from 'kysely'

import { packVersion, versionRowHash } from '../version-content.ts'
import type { ColumnTypes } from './index.ts'

/**
 * Versions that nobody asked for, and versions whose words were let go: `createdBy` may be null, contents may be, and are packed.
 * `stateSha256` is over the Yjs state, `rowSha256` over everything else in the row, so that a changed byte anywhere is found.
 */
export async function versions(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('versionNew')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('projectId', 'text', (column) => column.notNull().references('project.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    // No foreign key: the version stays as it is when the account goes.
    .addColumn('createdBy', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    // JSON: who worked on what since the version before; null where nobody counted.
    .addColumn('work', 'text')
    .addColumn('state', bytes)
    .addColumn('project', bytes)
    .addColumn('letGoAt', 'text')
    .addColumn('stateSha256', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('previousSha256', 'text')
    .addColumn('rowSha256', 'text', (column) => column.notNull())
    .addUniqueConstraint('version_projectId_number', ['projectId', 'number'])
    .execute()
  await carryOver(db)
  await db.schema.dropTable('version').execute()
  await db.schema.alterTable('versionNew').renameTo('version').execute()
}

type FormerRow = {
  id: string
  projectId: string
  number: number
  kind: string
  name: string
  createdBy: string
  createdAt: string
  work: string | null
  state: Uint8Array
  project: string
  sha256: string
  previousSha256: string | null
}

/** One by one: each may be some megabytes. */
async function carryOver(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string }>`select "id" from "version"`.execute(db)
  for (const { id } of rows) {
    const found = await sql<FormerRow>`select * from "version" where "id" = ${id}`.execute(db)
    for (const { state, project, ...row } of found.rows) {
      const content = packVersion(state, project)
      const head = { ...row, letGoAt: null, stateSha256: content.stateSha256 }
      await sql`insert into "versionNew" ("id", "projectId", "number", "kind", "name", "createdBy", "createdAt", "work",
          "state", "project", "letGoAt", "stateSha256", "sha256", "previousSha256", "rowSha256")
        values (${row.id}, ${row.projectId}, ${row.number}, ${row.kind}, ${row.name}, ${row.createdBy}, ${row.createdAt},
          ${row.work}, ${content.state}, ${content.project}, null, ${content.stateSha256}, ${row.sha256},
          ${row.previousSha256}, ${versionRowHash(head)})`.execute(db)
    }
  }
}
