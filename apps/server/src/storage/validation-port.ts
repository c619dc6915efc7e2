import type {
  Approver,
  ExportFormat,
  PhaseDates,
  PhaseMove,
  ProjectId,
  Seal,
  SealReadiness,
  UserId,
} from '@concerte/api'
import type { NodeId, Phase } from '@concerte/schema'

import type { NewVersionRecord } from './version-port.ts'

/** An approver with each text of this revision that the person approved, the latest first. */
export type ApproverRecord = Omit<Approver, 'approvedAt' | 'approvedFormerAt'> & {
  approvals: { sha256: string; at: string }[]
}

export type PhaseStore = {
  /** Of the phases that have some. */
  dates(projectId: ProjectId): Promise<PhaseDates[]>
  /** Resolves to whether that is a change; written into the trail with it. */
  setDates(projectId: ProjectId, dates: PhaseDates, by: UserId): Promise<boolean>
  /** Newest first, out of the trail. */
  moves(projectId: ProjectId): Promise<PhaseMove[]>
  /** From one phase that is not final to another, with the trail; null when the plan is final, or in that phase already. */
  move(projectId: ProjectId, to: Exclude<Phase, 'final'>, by: UserId): Promise<{ from: Phase } | null>
}

export type ApprovalStore = {
  /** By name; only members count. */
  approvers(projectId: ProjectId): Promise<ApproverRecord[]>
  /** Puts these in the place of those before, with the trail. `added`: who was none before. */
  nameApprovers(
    projectId: ProjectId,
    approvers: readonly UserId[],
    by: UserId,
  ): Promise<{ type: 'named'; added: UserId[] } | { type: 'not-a-member' }>
  /** Approves a text, with the trail; once is enough. Which text stands there is not asked here. */
  approve(projectId: ProjectId, sha256: string, by: UserId): Promise<'approved' | 'not-an-approver'>
  /** Takes it back, with the trail; resolves to whether the person had approved that text. */
  withdraw(projectId: ProjectId, sha256: string, by: UserId): Promise<boolean>
}

export type SealedFile = { format: ExportFormat; bytes: Uint8Array; sha256: string }
/**
 * `lastUpdate`: what it was when the sealed text was read. `version`: the final one, which is added with the seal. The files were
 * staged before.
 */
export type NewSealRecord = {
  projectId: ProjectId
  revision: number
  lastUpdate: number
  sha256: string
  sealedBy: UserId
  sealedAt: string
  version: NewVersionRecord
}
export type SealResult = 'sealed' | 'text-changed' | 'approvals-missing' | 'phase-forbids'

export type SealStore = {
  /** How many updates the log has had; it grows with each, so that the same number means the same text. */
  lastUpdate(projectId: ProjectId): Promise<number>
  /** Those that came after the one of this number; null where some of them are no longer there by themselves. */
  updatesAfter(projectId: ProjectId, number: number): Promise<Uint8Array[] | null>
  /** The revision that is being written, or that was sealed last while the plan is final. */
  revision(projectId: ProjectId): Promise<number>
  /**
   * Puts the files of a revision that is about to be sealed in the place of those that were staged before, one after another, so
   * that no other write waits for all of them. Nobody is given them before the seal; those of a sealed revision stay as they are.
   */
  stage(projectId: ProjectId, revision: number, files: readonly SealedFile[]): Promise<void>
  /** Takes them away again, where the revision was not sealed. */
  unstage(projectId: ProjectId, revision: number): Promise<void>
  /**
   * Everything of a seal in one transaction: the final version, the phase, the trail; the files count from then on. Nothing of it when the log went on
   * after `lastUpdate`, when an approver did not approve this text, or when the plan is not in its validation.
   */
  seal(seal: NewSealRecord): Promise<SealResult>
  /** Newest first. */
  list(projectId: ProjectId): Promise<Seal[]>
  /** A file of one sealed revision, or of the latest. */
  file(
    projectId: ProjectId,
    revision: number | 'latest',
    format: ExportFormat,
  ): Promise<(SealedFile & { revision: number }) | null>
  /** Out of `final`, into another phase; a sealed plan begins its next revision, which nobody has approved. False when it is not final. */
  reopen(reopening: {
    projectId: ProjectId
    phase: Exclude<Phase, 'final'>
    reason: string
    by: UserId
  }): Promise<boolean>
  /** What is still open around the text. */
  pending(
    projectId: ProjectId,
  ): Promise<Pick<SealReadiness, 'openThreads' | 'undecidedAmendments'> & { locked: NodeId[] }>
}
