import type { ProjectId, TrailEntry, TrailEvent, UserId } from '@concerte/api'

/** The trail of a plan: who did what and when. It is only ever added to; the database refuses anything else. */
export type TrailStore = {
  /**
   * Adds an entry with the next number and the name that the person has now. `userId` null: Concerte itself. For what is no row
   * (an export); every other store adds the entry in the transaction of what it tells of, or neither is there.
   */
  add(entry: { projectId: ProjectId; userId: UserId | null; event: TrailEvent }): Promise<void>
  /** Newest first. */
  list(projectId: ProjectId): Promise<TrailEntry[]>
  /** Follows the chain of hashes; resolves to the number of the first entry that is not as it was written, or null. */
  firstFault(projectId: ProjectId): Promise<number | null>
  /** How many entries are of no plan that exists. */
  countAstray(): Promise<number>
}
