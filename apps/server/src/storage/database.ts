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
  version: {
    id: string
    projectId: string
    number: number
    name: string
    createdBy: string
    createdAt: string
    state: Uint8Array
    project: string
    sha256: string
    previousSha256: string | null
  }
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
