import type { Touch } from '@concerte/schema'
import type * as Y from 'yjs'

import type { Closing } from './close-codes.ts'
import type { RefusalCode } from './messages.ts'

/** What the log holds of one plan: a compacted state, then every later update in order. */
export type StoredPlan = {
  state: Uint8Array | null
  updates: Uint8Array[]
  /** [S3] Whose each Yjs client id is, for good. An id that the state has and that is not here is the server's own. */
  owners: ReadonlyMap<number, string>
}

/** [S3] A Yjs client id that is used for the first time, and is this person's from here on. */
export type Claim = { clientId: number; userId: string }

/** One Yjs update (v1 encoding), of one plan and one commit. */
export type PlanUpdate = {
  projectId: string
  /** Whose all of it is; null when several people's, or the server's own. */
  userId: string | null
  update: Uint8Array
  claims: readonly Claim[]
}

/** The update log. The truth about every plan; memory is only its cache. */
export type UpdateLog = {
  load: (projectId: string) => Promise<StoredPlan>
  /** Writes all in one transaction, claims included. Resolves when they are durable (fsync); rejects when none is. */
  append: (updates: readonly PlanUpdate[]) => Promise<void>
  /**
   * Puts one state in place of the rows that the log holds of a plan: written, synced, read back and compared, and
   * only then are the rows taken away. Never on the event loop. Rejects, and leaves everything, when any of it fails.
   */
  compact: (projectId: string) => Promise<void>
}

/**
 * Who is at the other end, as the server knows it: clients never choose what others read here. `colours`, each
 * `#rrggbb`: those that the person may be shown in, the preferred one first; a room gives the first that nobody
 * else there has.
 */
export type Identity = { userId: string; name: string; colours: readonly [string, ...string[]] }

/** What the person at the other end may do to the plan, for as long as the connection lasts. */
export type Access = {
  canWrite: boolean
  /** [S4] Says why an update may not be, from what it touches of the plan; null when its author may write everywhere. */
  judge: ((doc: Y.Doc, touches: readonly Touch[]) => RefusalCode | null) | null
  /** The same for the client's own use, as JSON text: told to those that ask, not read here. */
  rights: string
  /** Which history of the data this is: another one after a backup was restored. */
  lineage: string
}

/** One client's channel. */
export type Connection = {
  readonly identity: Identity
  readonly access: Access
  /** One or more whole frames (`frames.ts`), joined: one write. */
  send: (frames: Uint8Array) => void
  /** Reads nothing more of this client until `resume`: too much of it waits [S7]. */
  pause: () => void
  resume: () => void
  close: (closing: Closing) => void
}
