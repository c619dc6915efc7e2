import type { ProjectId, SealReadiness } from '@concerte/api'
import type { NodeId } from '@concerte/schema'
import type { UpdateLog } from '@concerte/sync'

import type { StoredRows } from '../plan.ts'
import type { SealStore } from '../storage/validation-port.ts'
import type { Gate } from './gate.ts'
import { runThread } from './run-thread.ts'

/** What is known of a plan as it stands. `findings`: none where the checks were not asked for. */
export type PlanDigest = {
  sha256: string
  axes: NodeId[]
  findings: SealReadiness['findings']
  unplaced: number
}
export type DigestRequest = { rows: StoredRows; withChecks: boolean }

export type PlanDigester = (projectId: ProjectId, options?: { withChecks: boolean }) => Promise<PlanDigest>

/**
 * Tells the hash of a plan as it stands in the log, and what the checks say, without reading it twice: the number of its last
 * update says whether it is still the same. `gate` bounds how many threads read at once.
 */
export function createPlanDigester(options: {
  log: Pick<UpdateLog, 'load'>
  seals: Pick<SealStore, 'lastUpdate'>
  gate: Gate
}): PlanDigester {
  const { log, seals, gate } = options
  const kept = new Map<string, { lastUpdate: number; digest: Promise<PlanDigest> }>()

  return async (projectId, { withChecks } = { withChecks: false }) => {
    const key = `${projectId} ${withChecks}`
    // Asked before the plan is read: what is kept under it is of then or later, and later it has another number.
    const lastUpdate = await seals.lastUpdate(projectId)
    const known = kept.get(key)
    if (known?.lastUpdate === lastUpdate) return known.digest
    const digest = gate(async () => {
      const { state, updates } = await log.load(projectId)
      const request: DigestRequest = { rows: { state, updates }, withChecks }
      return runThread<PlanDigest>(new URL('./plan-digest-thread.ts', import.meta.url), request)
    })
    kept.set(key, { lastUpdate, digest })
    digest.catch(() => kept.delete(key))
    return digest
  }
}
