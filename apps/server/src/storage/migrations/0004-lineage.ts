import type { Kysely } from 'kysely'

/** Which history of the data this is: one row, written when it is first asked for. */
export async function lineage({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('lineage')
    .addColumn('id', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
}
