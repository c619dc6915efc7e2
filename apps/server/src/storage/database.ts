import type { ColumnType, Kysely } from 'kysely'

/** Booleans come back as 0 and 1 from SQLite, as themselves from PostgreSQL. */
type Flag = ColumnType<boolean | number, boolean, boolean>

/** The tables. The first three are better-auth's, so their columns are named as it names them. */
export type Tables = {
  user: {
    id: string
    name: string
    email: string
    emailVerified: Flag
    image: string | null
    createdAt: string
    updatedAt: string
    admin: Flag
  }
  account: {
    id: string
    accountId: string
    providerId: string
    userId: string
    password: string | null
    createdAt: string
    updatedAt: string
  }
  /** What is done once, by `setupSteps`: of two who race, one inserts the row. */
  setup: { id: number; doneAt: string }
  project: {
    id: string
    title: string
    academy: string
    periodStart: number | null
    periodEnd: number | null
    createdAt: string
    phase: ColumnType<string, string | undefined, string>
    /** Counted up when a sealed plan is reopened. */
    revision: ColumnType<number, number | undefined, number>
  }
  member: { projectId: string; userId: string; role: string; createdAt: string }
  workingGroup: { id: string; projectId: string; name: string; createdAt: string }
  workingGroupMember: { groupId: string; projectId: string; userId: string }
  workingGroupAxis: { groupId: string; axisId: string }
  axisLock: { projectId: string; axisId: string; lockedBy: string; lockedAt: string }
  invitation: {
    id: string
    projectId: string
    tokenHash: string
    role: string
    reusable: Flag
    createdBy: string
    createdAt: string
    expiresAt: string
    uses: number
    revokedAt: string | null
  }
  /** `state`, `project`: packed; null once they were let go. `work`: JSON. `rowSha256` is over all else (version-content.ts). */
  version: {
    id: string
    projectId: string
    number: number
    kind: string
    name: string
    createdBy: string | null
    createdAt: string
    work: string | null
    state: Uint8Array | null
    project: Uint8Array | null
    letGoAt: string | null
    stateSha256: string
    sha256: string
    previousSha256: string | null
    rowSha256: string
  }
  /** `subject`: JSON. */
  thread: {
    id: string
    projectId: string
    number: number
    subject: string
    createdBy: string
    createdAt: string
    assigneeId: string | null
    resolvedBy: string | null
    resolvedAt: string | null
  }
  /** `number` counts within its thread, from 1. `mentions`: JSON. */
  comment: {
    id: string
    threadId: string
    number: number
    authorId: string
    body: string
    mentions: string
    createdAt: string
    editedAt: string | null
    deletedAt: string | null
  }
  threadRead: { threadId: string; userId: string; upTo: number }
  amendment: { id: string; projectId: string; number: number; authorId: string; createdAt: string }
  /** `proposal`: JSON. The last revision counts. */
  amendmentRevision: { amendmentId: string; number: number; proposal: string; reason: string; at: string }
  /** [A3] Append-only. `fate`: JSON. The last one counts. */
  amendmentFate: { amendmentId: string; number: number; fate: string; by: string; at: string }
  /** An acceptance that has no fate yet: where it began from, and (JSON) what takes it back. */
  amendmentAttempt: { amendmentId: string; revision: number; after: number; inverse: string }
  amendmentSupport: { amendmentId: string; userId: string; at: string }
  amendmentCosigner: { amendmentId: string; userId: string; signedAt: string | null }
  phaseDates: { projectId: string; phase: string; startsOn: string | null; endsOn: string | null }
  approver: { projectId: string; userId: string }
  approval: { projectId: string; sha256: string; userId: string; at: string }
  seal: { projectId: string; revision: number; versionId: string; sealedBy: string; sealedAt: string }
  sealedFile: { projectId: string; revision: number; format: string; bytes: Uint8Array; sha256: string }
  /** Append-only. `event`: JSON. `sha256` is over the row and the hash of the one before. */
  trail: {
    projectId: string
    number: number
    at: string
    userId: string | null
    userName: string | null
    event: string
    sha256: string
    previousSha256: string | null
  }
  /** `event`: JSON. */
  notification: {
    id: string
    userId: string
    projectId: string
    event: string
    createdAt: string
    readAt: string | null
    mailedAt: string | null
  }
  notificationPreference: { userId: string; type: string; mail: string }
  /** `seq` counts within its plan, from 1, and is never given out twice. */
  planUpdate: {
    projectId: string
    seq: number
    userId: string | null
    createdAt: string
    update: Uint8Array
  }
  /** What the rows up to `seq` make, and the SHA-256 (hex) of it; more than one only until the newest is verified. */
  planState: { projectId: string; seq: number; updatedAt: string; sha256: string; state: Uint8Array }
  /** [S3] Whose each Yjs client id is. */
  planClient: { projectId: string; clientId: number; userId: string }
  /** Which history of the data this is: one row. */
  lineage: { id: number; value: string }
}

export type Database = Kysely<Tables>
/** The time of now, ISO 8601 in UTC. */
export type Now = () => string
