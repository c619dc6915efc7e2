import type { VersionRecord } from '../storage/version-port.ts'

const hour = 3_600_000
const day = 24 * hour

/**
 * Which versions may let go of their words, as time passes: of those that were kept by themselves, all of the last two days stay,
 * then the last of each hour for a month, then the last of each day (UTC). Named ones, milestones, sealed ones, the first and the
 * newest stay for good. `versions`: newest first.
 */
export function versionsToLetGo(versions: readonly VersionRecord[], nowMs: number): string[] {
  const taken = new Set<string>()
  return versions.flatMap(({ id, number, kind, createdAt, isKept }, index) => {
    const isLasting = kind === 'named' || kind === 'milestone' || kind === 'final'
    if (!isKept || isLasting || index === 0 || number === 1) return []
    const age = nowMs - Date.parse(createdAt)
    if (age <= 2 * day) return []
    const period = createdAt.slice(0, age <= 30 * day ? 'yyyy-mm-ddThh'.length : 'yyyy-mm-dd'.length)
    if (taken.has(period)) return [id]
    taken.add(period)
    return []
  })
}
