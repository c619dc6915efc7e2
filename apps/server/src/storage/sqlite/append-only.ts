import { sql, type Kysely } from 'kysely'

/** From now on the database itself refuses to change or delete rows of this table. */
export async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  for (const change of ['update', 'delete']) {
    await sql.raw(triggerOf(table, change)).execute(db)
  }
}

/** Whether the definition of a trigger is one of ours, to the letter: a foreign file may hold others, which would run. */
export function isAppendOnlyTrigger(definition: unknown): boolean {
  const [, table, change] = /^CREATE TRIGGER "(\w+)_no_(update|delete)"/.exec(String(definition)) ?? []
  return table !== undefined && change !== undefined && definition === triggerOf(table, change)
}

function triggerOf(table: string, change: string): string {
  return `CREATE TRIGGER "${table}_no_${change}" BEFORE ${change} ON "${table}" BEGIN SELECT raise(abort, 'append-only'); END`
}
