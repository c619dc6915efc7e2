import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'

/** What the thread that owns the database is started with. */
export type WorkerOptions = { path: string; readOnly: boolean }

export type WorkerRequest = { id: number; sql: string; parameters: SQLInputValue[] }
export type WorkerReply =
  | {
      id: number
      type: 'result'
      rows: Record<string, SQLOutputValue>[]
      changes: number
      lastInsertRowid: number
    }
  | { id: number; type: 'error'; message: string; errcode: number | null }
