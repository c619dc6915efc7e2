import type { ColumnDataType, ColumnDefinitionBuilder, Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'

import { beginning } from './0001-beginning.ts'
import { lineage } from './0004-lineage.ts'

/** Where SQLite and PostgreSQL name a type differently. */
export type ColumnTypes = {
  bytes: ColumnDataType
  date: ColumnDataType
  flag: ColumnDataType
  /** A number that the database gives out, growing and never used twice. */
  counter: { type: ColumnDataType; build(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder }
}

/** Every step from nothing to this version, in order of their names. */
export function migrations(types: ColumnTypes): Record<string, Migration> {
  return {
    // A migration that has been released is never edited: add the next one.
    '0001-beginning': { up: (db: Kysely<unknown>) => beginning(db, types) },
    '0004-lineage': { up: (db: Kysely<unknown>) => lineage(db) },
  }
}

/** Brings the tables up to this version of Concerte, whole or not at all. */
export async function migrate<T>(db: Kysely<T>, types: ColumnTypes): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations(types)) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('The database could not be brought up to date', { cause: error })
}
