import type { PersonWork, ProjectId, UserId, VersionKind } from '@concerte/api'
import type { Project } from '@concerte/schema'

import type { PackedVersion, VersionHead } from './version-content.ts'

/**
 * `sha256` (hex) is that of the canonical JSON; `previousSha256` is the one of the version before, so that versions form a
 * chain. `createdBy`: a name. `isKept`: its words are there.
 */
export type VersionRecord = {
  id: string
  projectId: ProjectId
  number: number
  kind: VersionKind
  name: string
  createdBy: string | null
  createdAt: string
  sha256: string
  previousSha256: string | null
  isKept: boolean
  work: PersonWork[] | null
}

export type NewVersionRecord = {
  id: string
  projectId: ProjectId
  kind: VersionKind
  /** Empty for those that are kept by themselves. */
  name: string
  createdBy: UserId | null
  work: PersonWork[] | null
  content: PackedVersion
}

/** A row as it is, its contents packed: for whoever verifies it. */
export type StoredVersion = {
  head: VersionHead & { rowSha256: string }
  state: Uint8Array | null
  project: Uint8Array | null
}

export type VersionStore = {
  /** Takes the next number, and the hash of the one before; one that somebody asked for with an entry in the trail. */
  add(version: NewVersionRecord): Promise<VersionRecord>
  /** Newest first. */
  list(projectId: ProjectId): Promise<VersionRecord[]>
  find(projectId: ProjectId, id: string): Promise<VersionRecord | null>
  /** Null also where its words were let go. */
  read(
    projectId: ProjectId,
    id: string,
  ): Promise<{ version: VersionRecord; project: Project; state: Uint8Array } | null>
  /** What is stored of a version, as it is. */
  content(projectId: ProjectId, id: string): Promise<{ state: Uint8Array; project: Uint8Array } | null>
  newest(projectId: ProjectId): Promise<VersionRecord | null>
  /** With an entry in the trail. Resolves to null where there is no such version. */
  rename(
    projectId: ProjectId,
    id: string,
    change: { name: string; kind: VersionKind; by: UserId },
  ): Promise<VersionRecord | null>
  /** Lets go of the words of these; their place in the chain stays. */
  letGo(projectId: ProjectId, ids: readonly string[]): Promise<void>
  /** Every row of a plan, by number, one at a time. */
  stored(projectId: ProjectId): AsyncIterable<StoredVersion>
  /** How many versions are of no plan that exists. */
  countAstray(): Promise<number>
}
