import type * as Y from 'yjs'

import type { Closing } from './close-codes.ts'
import type { CommitLoop } from './commit-loop.ts'
import type { Connection, UpdateLog } from './ports.ts'
import type { SyncMeter } from './sync-meter.ts'
import type { TrialLine } from './trials.ts'

/** One client in a room. `receive` takes one message, in order; after `leave` it does nothing. */
export type Session = { receive(message: Uint8Array): void; leave(): void }

/**
 * One open plan.
 * [S1] Nobody sees an update that the server can still lose: what is accepted is shown when it is committed, and what a
 * newcomer is answered is sent when all of it is. [S2] An acknowledgement means committed.
 */
export type Room = {
  join(connection: Connection): Session
  /** Submits an edit of the server's own; resolves when it is durable and shown. */
  submit(by: EditedBy, update: Uint8Array): Promise<void>
  /** Resolves when everything is durable that was accepted before; rejects when it was lost. */
  settled(): Promise<void>
  /** Closes the connections of one person, or of everyone. */
  disconnect(closing: Closing, userId?: string): void
  /** Tells everyone, or one person, that something beside the document changed. */
  tell(topic: string, userId?: string): void
  compact(): Promise<void>
  /** Gives itself up when nobody is in it and nothing waits. */
  releaseWhenIdle(): void
  /** Everything accepted: what is read from it is durable only after `settled`. */
  readonly doc: Y.Doc
  readonly owners: ReadonlyMap<number, string>
  readonly connections: number
}

/** Who had the server make an edit, and whose words it brings [S3]; null: the server's own. */
export type EditedBy = { userId: string | null; writerId: string | null }

export type RoomPorts = {
  log: Pick<UpdateLog, 'compact'>
  loop: CommitLoop
  trials: TrialLine
  now: () => number
  later: (run: () => void, ms: number) => () => void
  /** Called when everything accepted so far is durable; `roots`: the root types in which something changed. */
  onCommit: (doc: Y.Doc, roots: ReadonlySet<string>) => void
  onIdle: () => void
  onSpoiled: () => void
  reportError: (error: unknown) => void
  meter: SyncMeter
  /** [S7] Bytes that wait in all rooms for the next commit. */
  backlog: { bytes: number }
}
