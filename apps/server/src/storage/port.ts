import type { AxisLock, Member, ProjectId, Role, UserId, WorkingGroup, WorkingGroupId } from '@concerte/api'
import type { NodeId, Period, Phase } from '@concerte/schema'
import type { UpdateLog } from '@concerte/sync'
import type { BetterAuthOptions } from 'better-auth'

import type { AmendmentStore } from './amendments-port.ts'
import type { NotificationStore } from './notifications-port.ts'
import type { ThreadStore } from './threads-port.ts'
import type { TrailStore } from './trail-port.ts'
import type { ApprovalStore, PhaseStore, SealStore } from './validation-port.ts'
import type { VersionStore } from './version-port.ts'

/**
 * What the server keeps, as one port with one contract (storage-contract.ts) for every adapter.
 * Times are ISO 8601 in UTC. Every write is durable when its promise resolves.
 */
export type Storage = {
  accounts: AccountStore
  projects: ProjectStore
  members: MemberStore
  groups: GroupStore
  locks: LockStore
  rights: RightsStore
  invitations: InvitationStore
  versions: VersionStore
  trail: TrailStore
  phases: PhaseStore
  approvals: ApprovalStore
  seals: SealStore
  threads: ThreadStore
  notifications: NotificationStore
  amendments: AmendmentStore
  log: UpdateLog
  lineage: LineageRecord
  /** The same database in the form that better-auth takes, for its sessions. */
  authDatabase: NonNullable<BetterAuthOptions['database']>
  seeding: SeedingRecord
  /** Rejects when the database cannot answer. */
  check(): Promise<void>
  close(): Promise<void>
}

/**
 * Which history of the data this is. What a browser kept of the plans belongs to one lineage: after a backup was
 * restored it must not be merged in, or words that the backup never had would come back.
 */
export type LineageRecord = {
  read(): Promise<string>
  /** Begins another one: the data were put back to what they had been. */
  renew(): Promise<void>
}

/** Whether the seed plans were ever put in, so that those that someone deleted do not come back. */
export type SeedingRecord = { isDone(): Promise<boolean>; markDone(): Promise<void> }

/** A person to be added. `email` in lower case; `passwordHash` in better-auth's form. */
export type AccountRecord = {
  id: UserId
  name: string
  email: string
  passwordHash: string
  admin: boolean
}

export type AccountStore = {
  count(): Promise<number>
  /** The names of these people, by id; one who is not known is not in it. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Adds a person, or says that the address is taken. */
  add(account: AccountRecord): Promise<'added' | 'email-taken'>
  /** Adds the very first person; of any number of callers at once, one gets `added`. */
  addFirst(account: AccountRecord): Promise<'added' | 'not-first'>
}

/** What lists show of a plan without loading it: a copy of its cover. */
export type CoverSummary = { title: string; academy: string; period: Period | null }
export type ProjectRecord = CoverSummary & { id: ProjectId; phase: Phase; updatedAt: string }

export type ProjectStore = {
  /** Makes a plan from its first update, with its first lead, all or nothing; one that was imported with an entry in its trail. */
  add(project: {
    id: ProjectId
    cover: CoverSummary
    update: Uint8Array
    lead: UserId | null
    isImported?: boolean
  }): Promise<void>
  find(id: ProjectId): Promise<ProjectRecord | null>
  /** Every plan, the latest change first, with the role that an administrator has. */
  listAll(): Promise<(ProjectRecord & { role: Role })[]>
  /** The plans of one person with their role, the latest change first. */
  listOf(userId: UserId): Promise<(ProjectRecord & { role: Role })[]>
  setCover(id: ProjectId, cover: CoverSummary): Promise<void>
}

/** `lastLeadMayGo`: an administrator may leave a plan without a lead, nobody else. `by`: who has it done. */
type MemberChange = { projectId: ProjectId; userId: UserId; lastLeadMayGo: boolean; by: UserId }
export type MemberChangeResult = 'changed' | 'unchanged' | 'not-found' | 'last-lead'

/** What changes here is written into the trail with the change. */
export type MemberStore = {
  roleOf(projectId: ProjectId, userId: UserId): Promise<Role | null>
  list(projectId: ProjectId): Promise<Member[]>
  setRole(change: MemberChange & { role: Role }): Promise<MemberChangeResult>
  remove(change: MemberChange): Promise<Exclude<MemberChangeResult, 'unchanged'>>
}

/** `former`: who was in the group before. */
export type GroupChangeResult =
  | { type: 'changed'; former: readonly UserId[] }
  | { type: 'not-found' }
  | { type: 'not-a-member' }

/**
 * The working groups of plans. Only members of the plan stand in them; who leaves the plan leaves them. What changes here is
 * written into the trail with the change, as `by` did it.
 */
export type GroupStore = {
  /** By name. */
  list(projectId: ProjectId): Promise<WorkingGroup[]>
  add(projectId: ProjectId, group: WorkingGroup, by: UserId): Promise<'added' | 'not-a-member'>
  /** Puts another in place of the group that has its id. */
  change(projectId: ProjectId, group: WorkingGroup, by: UserId): Promise<GroupChangeResult>
  remove(
    projectId: ProjectId,
    id: WorkingGroupId,
    by: UserId,
  ): Promise<Exclude<GroupChangeResult, { type: 'not-a-member' }>>
}

/** `axis`: as it is called in the trail. */
type LockChange = { projectId: ProjectId; axisId: NodeId; axis: string; by: UserId }

/** What changes here is written into the trail with the change. */
export type LockStore = {
  /** The oldest first. */
  list(projectId: ProjectId): Promise<AxisLock[]>
  /** Resolves to whether the axis was not locked before. */
  lock(change: LockChange): Promise<boolean>
  /** Resolves to whether the axis was locked. */
  unlock(change: LockChange): Promise<boolean>
}

/** What, beside the role, decides what a person may write. `groupAxes`: null for who is in no working group. */
export type RightsRecord = { phase: Phase; locked: NodeId[]; groupAxes: NodeId[] | null }

export type RightsStore = {
  /** Null when there is no such plan. What is the same comes back in the same order. */
  of(projectId: ProjectId, userId: UserId): Promise<RightsRecord | null>
  /** Resolves to whether that is a change. */
  setPhase(projectId: ProjectId, phase: Phase): Promise<boolean>
}

export type InvitationRecord = {
  id: string
  projectId: ProjectId
  role: Role
  reusable: boolean
  createdBy: string
  createdById: UserId
  createdAt: string
  expiresAt: string
  uses: number
  revokedAt: string | null
}
type NewInvitationRecord = {
  id: string
  projectId: ProjectId
  /** SHA-256 of the link's secret, in hex: whoever reads the database cannot use the link. */
  tokenHash: string
  role: Role
  reusable: boolean
  createdBy: UserId
  expiresAt: string
}
export type InvitationAcceptance = { tokenHash: string } & (
  | { type: 'user'; userId: UserId }
  | { type: 'account'; account: AccountRecord }
)
/** `change`: what the person became by it; `none`: they had that role, or more. */
export type InvitationResult =
  | { type: 'accepted'; projectId: ProjectId; change: 'joined' | 'raised' | 'none'; userId: UserId }
  | { type: 'invalid' }
  | { type: 'email-taken' }

/** What changes here is written into the trail with the change. */
export type InvitationStore = {
  add(invitation: NewInvitationRecord): Promise<InvitationRecord>
  /** Newest first, with the name of who made each. */
  list(projectId: ProjectId): Promise<InvitationRecord[]>
  /** Resolves to whether it was there; revoking twice is no error. */
  revoke(projectId: ProjectId, id: string, by: UserId): Promise<boolean>
  /** An invitation that can be used now, by the hash of its secret. */
  findOpen(tokenHash: string): Promise<InvitationRecord | null>
  /** Uses it in one transaction with the account and the membership that come of it. A role never falls, and no use is spent where nothing changes. */
  accept(acceptance: InvitationAcceptance): Promise<InvitationResult>
}
