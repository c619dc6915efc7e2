import { sql, type Kysely } from 'kysely'

/** What takes an acceptance back, from before it is in the plan; unread notifications found without the read ones; a column that nobody read. */
export async function attempts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('amendmentAttempt')
    .addColumn('amendmentId', 'text', (column) =>
      column.notNull().primaryKey().references('amendment.id').onDelete('cascade'),
    )
    .addColumn('revision', 'integer', (column) => column.notNull())
    // How many fates the amendment had.
    .addColumn('after', 'integer', (column) => column.notNull())
    // JSON.
    .addColumn('inverse', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createIndex('notification_unread_idx')
    .on('notification')
    .column('userId')
    .where(sql.ref('readAt'), 'is', null)
    .execute()
  await schema.alterTable('thread').dropColumn('changedAt').execute()
}
