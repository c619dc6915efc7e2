import { DatabaseSync } from 'node:sqlite'

import type { WorkerOptions } from './worker-messages.ts'

/** How long one thread or process waits for the other's transaction. */
const busyTimeoutMs = 10_000

/** The file as every thread of the server opens it: what is committed is on the disk. */
export function openDatabase({ path, readOnly }: WorkerOptions): DatabaseSync {
  const database = new DatabaseSync(path, {
    readOnly,
    enableForeignKeyConstraints: true,
    timeout: busyTimeoutMs,
  })
  if (!readOnly) {
    database.exec('PRAGMA journal_mode = WAL')
    // FULL, not NORMAL: with WAL, NORMAL loses acknowledged commits when the power fails.
    database.exec('PRAGMA synchronous = FULL')
  }
  return database
}

/** Runs in one transaction; whatever fails, nothing of it is kept and the connection is usable. */
export function inTransaction<T>(
  database: DatabaseSync,
  begin: 'BEGIN' | 'BEGIN IMMEDIATE',
  action: () => T,
): T {
  database.exec(begin)
  try {
    const result = action()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite ends a transaction itself when the disk is full or fails: the error to hear of is that one.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
