import { Kysely } from 'kysely'

import type { Now, Tables } from '../database.ts'
import { migrate, type ColumnTypes } from '../migrations/index.ts'
import type { Storage } from '../port.ts'
import { createStores } from '../stores.ts'
import { createSqliteDialect } from './dialect.ts'
import { startWorker } from './worker-client.ts'

const columnTypes: ColumnTypes = {
  bytes: 'blob',
  date: 'date',
  flag: 'integer',
  counter: { type: 'integer', build: (column) => column.autoIncrement() },
}

/** Opens the file (made when absent, unless `readOnly`) and brings its tables up to date. */
export async function openSqlite(options: { path: string; now: Now; readOnly?: boolean }): Promise<Storage> {
  const { path, now, readOnly = false } = options
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(startWorker({ path, readOnly })) })
  try {
    if (!readOnly) await migrate(db, columnTypes)
    return {
      ...createStores(db, now),
      authDatabase: { db, type: 'sqlite', transaction: true },
      check: async () => {
        await db.selectFrom('setup').select('id').executeTakeFirst()
      },
      close: () => db.destroy(),
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}
