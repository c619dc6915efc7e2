// The thread that owns the database: it alone waits for the disk, so that fsync never stalls the event loop.
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

import type { WorkerOptions, WorkerReply, WorkerRequest } from './worker-messages.ts'

/** Prepared statements to keep; those of the log come back with every commit. */
const statementLimit = 200

const port = parentPort
if (port === null) throw new Error('worker.ts runs in a worker thread only')

const database = openDatabase(workerData)
const statements = new Map<string, StatementSync>()

port.on('message', (request: WorkerRequest | 'close') => {
  if (request === 'close') {
    database.close()
    port.close()
    return
  }
  port.postMessage(answer(request))
})

function openDatabase({ path, readOnly }: WorkerOptions): DatabaseSync {
  const opened = new DatabaseSync(path, { readOnly, enableForeignKeyConstraints: true, timeout: 10_000 })
  if (!readOnly) {
    opened.exec('PRAGMA journal_mode = WAL')
    // FULL, not NORMAL: with WAL, NORMAL loses acknowledged commits when the power fails.
    opened.exec('PRAGMA synchronous = FULL')
  }
  return opened
}

function answer({ id, sql, parameters }: WorkerRequest): WorkerReply {
  try {
    // SQLite ends a transaction itself when the disk is full or fails: the error to hear of is that one.
    if (sql === 'rollback' && !database.isTransaction) {
      return { id, type: 'result', rows: [], changes: 0, lastInsertRowid: 0 }
    }
    const statement = prepare(sql)
    if (statement.columns().length > 0) {
      return { id, type: 'result', rows: statement.all(...parameters), changes: 0, lastInsertRowid: 0 }
    }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return {
      id,
      type: 'result',
      rows: [],
      changes: Number(changes),
      lastInsertRowid: Number(lastInsertRowid),
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { id, type: 'error', message, errcode: errorCode(error) }
  }
}

function prepare(sql: string): StatementSync {
  const known = statements.get(sql)
  if (known !== undefined) return known
  const statement = database.prepare(sql)
  if (statements.size >= statementLimit) statements.clear()
  statements.set(sql, statement)
  return statement
}

function errorCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return null
  return typeof error.errcode === 'number' ? error.errcode : null
}
