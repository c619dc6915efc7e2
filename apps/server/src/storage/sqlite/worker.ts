// The thread that owns the database: it alone waits for the disk, so that fsync never stalls the event loop.
import type { StatementSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'

import { createAppender } from './append-updates.ts'
import { openDatabase } from './open-database.ts'
import { loadPackedPlan } from './read-stored-plan.ts'
import { errorReply, threadPort } from './thread-port.ts'
import type { WorkerReply, WorkerRequest } from './worker-messages.ts'

/** Prepared statements to keep. */
const statementLimit = 200

type Statement = Extract<WorkerRequest, { type: 'statement' }>

const port = threadPort()
const database = openDatabase(workerData)
const statements = new Map<string, StatementSync>()
/** Made with the first batch: before the migrations its tables are not there. */
let append: ReturnType<typeof createAppender> | null = null

port.on('message', (request: WorkerRequest | 'close') => {
  if (request === 'close') {
    database.close()
    port.close()
    return
  }
  try {
    port.postMessage(answer(request))
  } catch (error) {
    port.postMessage(errorReply(request.id, error))
  }
})

function answer(request: WorkerRequest): WorkerReply {
  switch (request.type) {
    case 'append':
      append ??= createAppender(database)
      append(request.updates)
      return { id: request.id, type: 'appended' }
    case 'load':
      return { id: request.id, type: 'loaded', plan: loadPackedPlan(database, request.projectId) }
    case 'statement':
      return runStatement(request)
  }
}

function runStatement({ id, sql, parameters }: Statement): WorkerReply {
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
}

function prepare(sql: string): StatementSync {
  const known = statements.get(sql)
  if (known !== undefined) return known
  const statement = database.prepare(sql)
  if (statements.size >= statementLimit) statements.clear()
  statements.set(sql, statement)
  return statement
}
