// Looks a database through, in a thread of its own: checking every page of a big one takes seconds.
import { isAppendOnlyTrigger } from '../storage/sqlite/append-only.ts'
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

import type { Inspection } from './inspect-database.ts'

parentPort?.postMessage(inspect(String(workerData)))

function inspect(path: string): Inspection {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 })
    try {
      return look(database)
    } finally {
      database.close()
    }
  } catch (error) {
    const errcode = error instanceof Error && 'errcode' in error ? error.errcode : null
    if (errcode === 26) return { type: 'foreign' }
    return { type: 'damaged', detail: error instanceof Error ? error.message : String(error) }
  }
}

function look(database: DatabaseSync): Inspection {
  // A foreign file may hold definitions that run when they are read.
  database.exec('PRAGMA trusted_schema = OFF; BEGIN')
  const fault = database.prepare('PRAGMA integrity_check(1)').get()
  if (fault?.['integrity_check'] !== 'ok') {
    return { type: 'damaged', detail: String(fault?.['integrity_check']) }
  }
  if (database.prepare('PRAGMA foreign_key_check').get() !== undefined) {
    return { type: 'damaged', detail: 'a row refers to one that is not there' }
  }
  const items = database.prepare('SELECT type, name, sql FROM sqlite_schema').all()
  if (items.some(({ type }) => type === 'view')) return { type: 'foreign' }
  if (items.some((item) => item['type'] === 'trigger' && !isAppendOnlyTrigger(item['sql']))) {
    return { type: 'foreign' }
  }
  const tables = items.filter(({ type }) => type === 'table').map(({ name }) => String(name))
  if (!tables.includes('kysely_migration')) return { type: 'foreign' }
  return {
    type: 'sound',
    migrations: database
      .prepare('SELECT name FROM kysely_migration')
      .all()
      .map(({ name }) => String(name)),
    rows: Object.fromEntries(
      tables.map((table) => {
        const row = database.prepare(`SELECT count(*) AS n FROM "${table.replaceAll('"', '""')}"`).get()
        return [table, Number(row?.['n'])]
      }),
    ),
  }
}
