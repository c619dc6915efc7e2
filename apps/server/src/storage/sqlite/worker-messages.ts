import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'

import type { PackedStoredPlan, PackedUpdates } from './packed.ts'

/** What a thread that opens the database is started with. */
export type WorkerOptions = { path: string; readOnly: boolean }

export type WorkerQuestion =
  | { type: 'statement'; sql: string; parameters: SQLInputValue[] }
  | { type: 'append'; updates: PackedUpdates }
  | { type: 'load'; projectId: string }
export type WorkerRequest = WorkerQuestion & { id: number }

export type StatementResult = {
  id: number
  type: 'result'
  rows: Record<string, SQLOutputValue>[]
  changes: number
  lastInsertRowid: number
}
export type WorkerReply =
  | StatementResult
  | { id: number; type: 'appended' }
  | { id: number; type: 'loaded'; plan: PackedStoredPlan }
