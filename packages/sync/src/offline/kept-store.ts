/** One edit of the person's own, as Yjs made it (v1 encoding). `key` grows from edit to edit. */
export type KeptEdit = { key: number; lineage: string | null; update: Uint8Array }

/** What a device keeps of one plan. */
export type KeptPlan = {
  /** The whole document as one update: nothing in it that the server does not have. Null when none is kept. */
  state: Uint8Array | null
  /** Which history of the server's data this belongs to, and what the person may do, as the server last said. */
  lineage: string | null
  rights: string | null
  /** Counts the writes of `state`: another number than the one read means that another page wrote it. */
  version: number
  /** Own edits that `state` may lack, oldest first. */
  edits: KeptEdit[]
}

/** `about` says of what the plan is, as JSON text of the application's own. */
export type KeptState = { state: Uint8Array; lineage: string | null; rights: string | null; about: string }

/**
 * [S6] Plans on a device, for one person; all pages of a browser share it. Each call is one transaction; any may reject: private
 * windows, a full disk, a database that was deleted.
 */
export type KeptStore = {
  read: (projectId: string) => Promise<KeptPlan>
  /** Resolves to its key when the edit is on the device. */
  addEdit: (projectId: string, edit: Omit<KeptEdit, 'key'>) => Promise<number>
  /** Edits that are not among those known: another page made them. */
  editsBeyond: (projectId: string, known: ReadonlySet<number>) => Promise<KeptEdit[]>
  /**
   * Puts a state in place of the one with this `version`, and takes away the acknowledged edits, which it holds. Resolves to the new
   * version; to null, having done nothing, when another page wrote one meanwhile.
   */
  writeState: (
    projectId: string,
    written: KeptState,
    replaces: { version: number; acknowledged: readonly number[] },
  ) => Promise<number | null>
}
