import type { SQLInputValue } from 'node:sqlite'
import { Worker } from 'node:worker_threads'

import type { WorkerOptions, WorkerReply, WorkerRequest } from './worker-messages.ts'

type StatementResult = Extract<WorkerReply, { type: 'result' }>

/** The event loop's end of the thread that owns the database. */
export type WorkerClient = {
  run(sql: string, parameters: SQLInputValue[]): Promise<StatementResult>
  /** Waits for what was asked before, closes the file and ends the thread. */
  close(): Promise<void>
}

/** An error of SQLite. `errcode` is its extended result code, null when the thread itself failed. */
class SqliteError extends Error {
  override readonly name = 'SqliteError'
  readonly errcode: number | null
  constructor(message: string, errcode: number | null) {
    super(message)
    this.errcode = errcode
  }
}

type Waiting = { resolve(result: StatementResult): void; reject(error: unknown): void }

export function startWorker(options: WorkerOptions): WorkerClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: options, execArgv: [] })
  const waiting = new Map<number, Waiting>()
  const ended = Promise.withResolvers<void>()
  let failure: SqliteError | null = null
  let lastId = 0

  worker.on('message', (reply: WorkerReply) => {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.type === 'result') asked?.resolve(reply)
    else asked?.reject(new SqliteError(reply.message, reply.errcode))
  })
  worker.on('error', (error) => fail(new SqliteError(String(error), null)))
  worker.on('exit', () => {
    fail(new SqliteError('The database is closed', null))
    ended.resolve()
  })

  function post(message: WorkerRequest | 'close'): void {
    // A thread has no origin; the rule takes it for a window.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(message)
  }

  function fail(error: SqliteError): void {
    failure ??= error
    for (const asked of waiting.values()) asked.reject(failure)
    waiting.clear()
  }

  return {
    run(sql, parameters) {
      if (failure !== null) return Promise.reject(failure)
      lastId += 1
      const { promise, resolve, reject } = Promise.withResolvers<StatementResult>()
      waiting.set(lastId, { resolve, reject })
      post({ id: lastId, sql, parameters })
      return promise
    },
    async close() {
      if (failure === null) post('close')
      await ended.promise
    },
  }
}
