import { Kysely, sql } from 'kysely'

import type { Now, Tables } from '../database.ts'
import { migrate, type ColumnTypes } from '../migrations/index.ts'
import type { Storage } from '../port.ts'
import { createStores } from '../stores.ts'
import { appendOnly } from './append-only.ts'
import { createCompactor, startCompactionThread } from './compactor.ts'
import { createSqliteDialect } from './dialect.ts'
import { createLock } from './lock.ts'
import { createSqliteLog } from './update-log.ts'
import { startWorker } from './worker-client.ts'

export const columnTypes: ColumnTypes = {
  bytes: 'blob',
  date: 'date',
  flag: 'integer',
  counter: { type: 'integer', build: (column) => column.autoIncrement() },
  keyed: (table) => table.modifyEnd(sql`without rowid`),
  appendOnly,
}

/**
 * Opens the file (made when absent, unless `readOnly`) and brings its tables up to date. `reportError` hears of what
 * cannot be read and was not needed.
 */
export async function openSqlite(options: {
  path: string
  now: Now
  readOnly?: boolean
  reportError?: (error: unknown) => void
}): Promise<Storage> {
  const { path, now, readOnly = false, reportError = warn } = options
  const worker = startWorker({ path, readOnly })
  const lock = createLock()
  const compactor = createCompactor({ lock, start: () => startCompactionThread(path) })
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(worker, lock) })
  try {
    if (!readOnly) await migrate(db, columnTypes)
    return {
      ...createStores(db, now),
      log: createSqliteLog({ worker, lock, compactor, now, reportError }),
      authDatabase: { db, type: 'sqlite', transaction: true },
      check: async () => {
        await db.selectFrom('setup').select('id').executeTakeFirst()
      },
      async close() {
        await compactor.close()
        await db.destroy()
      },
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error))
}
