import type { SQLInputValue } from 'node:sqlite'

import type { PackedStoredPlan, PackedUpdates } from './packed.ts'
import { startThread } from './thread-client.ts'
import type { StatementResult, WorkerOptions, WorkerQuestion, WorkerReply } from './worker-messages.ts'

/** The event loop's end of the thread that owns the database. */
export type WorkerClient = {
  run(sql: string, parameters: SQLInputValue[]): Promise<StatementResult>
  /** One transaction of its own: not to be asked while another one is open. */
  append(updates: PackedUpdates): Promise<void>
  /** One consistent reading: not to be asked while a transaction is open. */
  load(projectId: string): Promise<PackedStoredPlan>
  /** Waits for what was asked before, closes the file and ends the thread. */
  close(): Promise<void>
}

export function startWorker(options: WorkerOptions): WorkerClient {
  const thread = startThread<WorkerQuestion, WorkerReply>(new URL('./worker.ts', import.meta.url), {
    workerData: options,
  })
  return {
    run: async (sql, parameters) => {
      const reply = await thread.ask({ type: 'statement', sql, parameters })
      if (reply.type !== 'result') throw new Error('The database thread answered something else')
      return reply
    },
    append: async (updates) => {
      await thread.ask({ type: 'append', updates })
    },
    load: async (projectId) => {
      const reply = await thread.ask({ type: 'load', projectId })
      if (reply.type !== 'loaded') throw new Error('The database thread answered something else')
      return reply.plan
    },
    close: () => thread.close(),
  }
}
