import { deflateRawSync, inflateRawSync } from 'node:zlib'

import { canonicalJson } from './canonical-json.ts'
import { sha256Of } from './sha256-of.ts'

/** What a version holds, as it is stored: packed, a third to a tenth of its length. Hashes are in hex. */
export type PackedVersion = {
  state: Uint8Array
  project: Uint8Array
  /** Over the Yjs state. */
  stateSha256: string
  /** Over the canonical JSON of the plan. */
  sha256: string
}

/** `json`: the canonical JSON of the plan that `state` reads as. */
export function packVersion(state: Uint8Array, json: string): PackedVersion {
  return {
    state: new Uint8Array(deflateRawSync(state)),
    project: new Uint8Array(deflateRawSync(json)),
    stateSha256: sha256Of(state),
    sha256: sha256Of(json),
  }
}

/** @throws when the bytes were not packed here */
export function unpackState(state: Uint8Array): Uint8Array {
  return new Uint8Array(inflateRawSync(state))
}

/** @throws when the bytes were not packed here */
export function unpackProject(project: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(inflateRawSync(project))
}

/** What is said of a version beside its contents. */
export type VersionHead = {
  id: string
  projectId: string
  number: number
  kind: string
  name: string
  createdBy: string | null
  createdAt: string
  work: string | null
  letGoAt: string | null
  stateSha256: string
  sha256: string
  previousSha256: string | null
}

export function versionRowHash(head: VersionHead): string {
  const { id, projectId, number, kind, name, createdBy, createdAt, work, letGoAt } = head
  const { stateSha256, sha256, previousSha256 } = head
  const about = { id, projectId, number, kind, name, createdBy, createdAt, work, letGoAt }
  return sha256Of(canonicalJson({ ...about, stateSha256, sha256, previousSha256 }))
}
