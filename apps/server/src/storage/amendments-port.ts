import type {
  Amendment,
  AmendmentId,
  AmendmentRevision,
  Fate,
  ProjectId,
  TrailEvent,
  UserId,
} from '@concerte/api'
import type { Inverse, Proposal } from '@concerte/schema'

type InPlan = { projectId: ProjectId; amendmentId: AmendmentId }
/** What an amendment says. `cosigners`: who is asked to sign too. */
type Content = { proposal: Proposal; reason: string; cosigners: readonly UserId[] }

/** Amendments keep within these bounds, because a plan's are read as a whole. Of proposals: UTF-16 units of JSON, of all revisions. */
export const maxAmendments = 3_000
export const maxProposals = 40_000_000

/** `changed`: it is not what the caller saw any more (improved, or another fate since). `not-a-member`: one who is asked to sign. */
export type AmendmentRefusal = 'not-found' | 'not-a-member' | 'changed' | 'too-many-amendments'
export type AmendmentResult = { type: 'done'; amendment: Amendment } | { type: AmendmentRefusal }
/** `forbidden`: not the person's to sign or support. */
export type BackingResult = 'done' | 'not-found' | 'forbidden' | 'changed'

/** The amendments of plans, with their revisions, fates, signatures and supports. */
export type AmendmentStore = {
  /** By number. */
  list(projectId: ProjectId): Promise<Amendment[]>
  /**
   * `inverse`: what takes its last fate, an acceptance, back; null where there is nothing to take back. `begun`: what would take back
   * an acceptance of it as it is that was begun and has no fate.
   */
  find(
    projectId: ProjectId,
    amendmentId: AmendmentId,
  ): Promise<{ amendment: Amendment; inverse: Inverse | null; begun: Inverse | null } | null>
  /** What it said each time, oldest first; empty when there is no such amendment. */
  revisions(projectId: ProjectId, amendmentId: AmendmentId): Promise<AmendmentRevision[]>
  add(amendment: InPlan & Content & { authorId: UserId }): Promise<AmendmentResult>
  /** Adds a revision to one that is open and at `revision`. Where it proposes another thing, whoever signed is asked again. */
  improve(change: InPlan & Content & { revision: number }): Promise<AmendmentResult>
  /** Only while it is open, by others than its author; supporting twice is no error. */
  support(support: InPlan & { userId: UserId; isGiven: boolean }): Promise<BackingResult>
  /** Only while it is open, by those who were asked to. */
  sign(signature: InPlan & { userId: UserId; isGiven: boolean }): Promise<BackingResult>
  /** An acceptance begins, which has its fate when it is in the plan; forgotten with the next fate. */
  begin(acceptance: {
    amendmentId: AmendmentId
    revision: number
    after: number
    inverse: Inverse
  }): Promise<void>
  /**
   * [A3] Adds a fate with its entry in the trail, both or neither, to an amendment that is at `revision` and has had
   * `after` fates. Fates are never changed: of several at once, one is added, the others are told `changed`.
   */
  addFate(
    fate: InPlan & {
      revision: number
      after: number
      fate: Fate
      by: UserId
      inverse: Inverse | null
      event: TrailEvent
    },
  ): Promise<AmendmentResult>
}
