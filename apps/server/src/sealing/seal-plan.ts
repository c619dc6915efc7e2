import type { ProjectId, Seal, UserId } from '@concerte/api'
import type { UpdateLog } from '@concerte/sync'

import { ApiError } from '../api-error.ts'
import type { SealedFilesMaker } from '../jobs/sealed-files.ts'
import { isApproved } from '../storage/approvals.ts'
import type { Storage } from '../storage/port.ts'
import type { Versions } from '../versions/versions.ts'
import type { Holds } from './holds.ts'

/** `sha256`: of the text that is sealed, as whoever seals it saw it. */
export type SealOrder = { projectId: ProjectId; sha256: string; name: string; by: UserId }
/** @throws ApiError `text-changed`, `approvals-missing`, `phase-forbids`, `unavailable` while another seals it, and what the PDF may refuse */
export type PlanSealer = (order: SealOrder) => Promise<Seal>

/**
 * Seals a plan. What takes long comes first: its files and its version are made of the text as it stands, in threads, and the files
 * are written where nobody is given them. Then the plan is held for a moment, in which one transaction asks whether it is still that
 * text and whether all approved it, and seals it; a server that dies before it has sealed nothing.
 */
export function createPlanSealer(options: {
  storage: Pick<Storage, 'approvals' | 'seals'>
  log: Pick<UpdateLog, 'load'>
  versions: Pick<Versions, 'prepare'>
  makeFiles: SealedFilesMaker
  holds: Holds
  now: () => string
}): PlanSealer {
  const { storage, log, versions, makeFiles, holds, now } = options
  const { approvals, seals } = storage
  const underWay = new Set<ProjectId>()

  async function seal({ projectId, sha256, name, by }: SealOrder): Promise<Seal> {
    if (!isApproved(await approvals.approvers(projectId), sha256)) throw new ApiError('approvals-missing')
    const revision = await seals.revision(projectId)
    // Before the text is read: what comes in between counts as a change.
    const lastUpdate = await seals.lastUpdate(projectId)
    const sealedAt = now()
    const { state, updates } = await log.load(projectId)
    const rows = { state, updates }
    const { sha256: found, files } = await makeFiles({ rows, projectId, revision, sealedAt })
    if (found !== sha256) throw new ApiError('text-changed')
    const version = await versions.prepare({ projectId, kind: 'final', name, userId: by })
    if (version.content.sha256 !== sha256) throw new ApiError('text-changed')
    try {
      await seals.stage(projectId, revision, files)
      const result = await holds.hold(projectId, () =>
        seals.seal({ projectId, revision, lastUpdate, sha256, sealedBy: by, sealedAt, version }),
      )
      if (result !== 'sealed') throw new ApiError(result)
    } catch (error) {
      // What stays, and is nobody's, goes with the next try.
      await seals.unstage(projectId, revision).catch(() => undefined)
      throw error
    }
    const made = (await seals.list(projectId)).find((one) => one.revision === revision)
    if (made === undefined) throw new Error('What was sealed is not there')
    return made
  }

  return async (order) => {
    const { projectId } = order
    // Two would put each other's files in place of their own.
    if (underWay.has(projectId)) throw new ApiError('unavailable')
    underWay.add(projectId)
    try {
      return await seal(order)
    } finally {
      underWay.delete(projectId)
    }
  }
}
