import type { ProjectId } from '@concerte/api'

import { updateToProject } from '../plan.ts'
import { canonicalJson } from '../storage/canonical-json.ts'
import type { Storage } from '../storage/port.ts'
import { sha256Of } from '../storage/sha256-of.ts'
import { unpackProject, unpackState, versionRowHash } from '../storage/version-content.ts'
import type { StoredVersion } from '../storage/version-port.ts'

/** What is wrong, and in which version or entry of the trail; `number` null: with the whole. */
export type Fault = { type: FaultType; number: number | null }
export type FaultType =
  | 'unreadable'
  | 'gap'
  | 'broken-chain'
  | 'changed'
  | 'changed-state'
  | 'changed-words'
  | 'words-missing'
  | 'state-differs'
  | 'astray'
  | 'trail'
  | 'trail-unreadable'
  | 'trail-astray'
  | 'unknown-version'

export type Verification = { versions: number; entries: number; faults: Fault[] }

/**
 * Reads every version of a plan and its trail, and looks whether each is as it was written: its hashes, the hash of the one
 * before, whether the Yjs state reads as the plan that is kept beside it, whether the trail names a version that is not there.
 */
export async function verifyPlan(
  storage: Pick<Storage, 'versions' | 'trail'>,
  projectId: ProjectId,
): Promise<Verification> {
  const versions = await verifyVersions(storage.versions, projectId)
  const trail = await verifyTrail(storage.trail, projectId, versions.hashes)
  const astray: Fault[] = []
  if ((await storage.versions.countAstray()) > 0) astray.push({ type: 'astray', number: null })
  if ((await storage.trail.countAstray()) > 0) astray.push({ type: 'trail-astray', number: null })
  return {
    versions: versions.count,
    entries: trail.count,
    faults: [...versions.faults, ...astray, ...trail.faults],
  }
}

async function verifyVersions(store: Storage['versions'], projectId: ProjectId) {
  const faults: Fault[] = []
  const hashes = new Set<string>()
  let before: StoredVersion['head'] | null = null
  let count = 0
  try {
    for await (const version of store.stored(projectId)) {
      const { head } = version
      const { number } = head
      count += 1
      hashes.add(head.sha256)
      if (number !== (before?.number ?? 0) + 1) faults.push({ type: 'gap', number })
      else if (head.previousSha256 !== (before?.sha256 ?? null)) faults.push({ type: 'broken-chain', number })
      if (head.rowSha256 !== versionRowHash(head)) faults.push({ type: 'changed', number })
      const type = contentFault(version)
      if (type !== null) faults.push({ type, number })
      before = head
    }
  } catch {
    // A number that is no number, a text that is none: what was read before is said with it.
    faults.push({ type: 'unreadable', number: before === null ? 1 : before.number + 1 })
  }
  return { faults, hashes, count }
}

function contentFault({ head, state, project }: StoredVersion): FaultType | null {
  if (head.letGoAt !== null) return state === null && project === null ? null : 'changed'
  if (state === null || project === null) return 'words-missing'
  const update = unpacked(() => unpackState(state))
  if (update === null || sha256Of(update) !== head.stateSha256) return 'changed-state'
  const json = unpacked(() => unpackProject(project))
  if (json === null || sha256Of(json) !== head.sha256) return 'changed-words'
  const read = unpacked(() => canonicalJson(updateToProject(update)))
  return read === json ? null : 'state-differs'
}

/** Null where the bytes cannot be read: that is the answer. */
function unpacked<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

async function verifyTrail(store: Storage['trail'], projectId: ProjectId, hashes: ReadonlySet<string>) {
  try {
    const number = await store.firstFault(projectId)
    const faults: Fault[] = number === null ? [] : [{ type: 'trail', number }]
    const entries = await store.list(projectId)
    for (const { number, event } of entries) {
      const names = event.type === 'version-named' || event.type === 'sealed'
      if (names && !hashes.has(event.sha256)) faults.push({ type: 'unknown-version', number })
    }
    return { faults, count: entries.length }
  } catch {
    const faults: Fault[] = [{ type: 'trail-unreadable', number: null }]
    return { faults, count: 0 }
  }
}
