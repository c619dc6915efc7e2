import type { ColumnDataType, ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'

import { beginning } from './0001-beginning.ts'
import { owners } from './0002-owners.ts'
import { groups } from './0003-groups.ts'
import { lineage } from './0004-lineage.ts'
import { review } from './0005-review.ts'
import { versions } from './0006-versions.ts'
import { attempts } from './0007-attempts.ts'

/** Where SQLite and PostgreSQL name a type differently. */
export type ColumnTypes = {
  bytes: ColumnDataType
  date: ColumnDataType
  flag: ColumnDataType
  /** A number that the database gives out, growing and never used twice. */
  counter: { type: ColumnDataType; build(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder }
  /** Keeps the rows of a table in the order of its primary key, where that is not so of itself. */
  keyed<T extends string, C extends string>(table: CreateTableBuilder<T, C>): CreateTableBuilder<T, C>
  /** From now on the database itself refuses to change or delete rows of this table. */
  appendOnly: (db: Kysely<unknown>, table: string) => Promise<void>
}

/** Every step from nothing to this version, in order of their names. One that has been released is never edited: add the next. */
const migrations: Record<string, (db: Kysely<unknown>, types: ColumnTypes) => Promise<void>> = {
  '0001-beginning': beginning,
  '0002-owners': owners,
  '0003-groups': groups,
  '0004-lineage': lineage,
  '0005-review': review,
  '0006-versions': versions,
  '0007-attempts': attempts,
}
export const migrationNames: readonly string[] = Object.keys(migrations)

/** Brings the tables up to this version of Concerte, whole or not at all. */
export async function migrate<T>(db: Kysely<T>, types: ColumnTypes): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: () =>
        Promise.resolve(
          Object.fromEntries(
            Object.entries(migrations).map(([name, up]) => [
              name,
              { up: (db: Kysely<unknown>) => up(db, types) },
            ]),
          ),
        ),
    },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('The database could not be brought up to date', { cause: error })
}
