/** Whoever counts what the rooms do. Called on the hot path, a few times a commit: it must not take long, nor throw. */
export type SyncMeter = {
  /** One transaction of the log. `ms`: from its beginning until its rooms had shown it. */
  commit?(of: { updates: number; rooms: number; bytes: number; ms: number }): void
  /** What one commit showed to one room. `ms`: from the arrival of its oldest update to the last write to a client. */
  delivery?(of: { ms: number; clients: number }): void
  /** An update, or a whole connection, was refused; `code`: why. */
  refusal?(of: { code: string; projectId: string; userId: string }): void
}
