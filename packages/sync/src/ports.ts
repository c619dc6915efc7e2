import type { Closing } from './close-codes.ts'

/** What the log holds of one plan: a compacted state, then every later update in order. `seq` is the last row's number, 0 when empty. */
export type StoredPlan = { state: Uint8Array | null; updates: Uint8Array[]; seq: number }

/** One Yjs update (v1 encoding) as its author sent it; `userId` is null for the server's own edits. */
export type PlanUpdate = { projectId: string; userId: string | null; update: Uint8Array }

/** The update log. The truth about every plan; memory is only its cache. */
export type UpdateLog = {
  load: (projectId: string) => Promise<StoredPlan>
  /** Writes all in one transaction. Resolves when they are durable (fsync), with their row numbers; rejects when none is. */
  append: (updates: readonly PlanUpdate[]) => Promise<number[]>
  /** Puts `state` in place of every row up to `seq`, in one transaction. Rows after `seq` stay. */
  compact: (projectId: string, state: Uint8Array, seq: number) => Promise<void>
  /** Takes one row out again: an update that was never shown nor acknowledged, because no document can take it. */
  discard: (projectId: string, seq: number) => Promise<void>
}

/**
 * Who is at the other end, as the server knows it: clients never choose what others read here. `colours`, each
 * `#rrggbb`: those that the person may be shown in, the preferred one first; a room gives the first that nobody
 * else there has.
 */
export type Identity = { userId: string; name: string; colours: readonly [string, ...string[]] }

/** One client's channel. `send` takes one whole message (one frame). */
export type Connection = {
  readonly identity: Identity
  readonly canWrite: boolean
  send: (message: Uint8Array) => void
  close: (closing: Closing) => void
}
