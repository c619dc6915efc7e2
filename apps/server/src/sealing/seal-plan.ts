import type { ProjectId, Seal, UserId } from '@concerte/api'
import type { PlanRooms } from '@concerte/sync'

import { ApiError } from '../api-error.ts'
import type { SealedFilesMaker } from '../jobs/sealed-files.ts'
import { isApproved } from '../storage/approvals.ts'
import type { Storage } from '../storage/port.ts'
import type { Versions } from '../versions/versions.ts'
import type { Holds } from './holds.ts'

/** `sha256`: of the text that is sealed, as whoever seals it saw it. */
export type SealOrder = { projectId: ProjectId; sha256: string; name: string; by: UserId }
/** @throws ApiError `text-changed`, `approvals-missing`, `phase-forbids`, and what the PDF may refuse */
export type PlanSealer = (order: SealOrder) => Promise<Seal>

/**
 * Seals a plan. What takes long comes first: its files and its version are made of the text as it stands. Then the plan is held
 * for a moment, in which one transaction asks whether it is still that text and whether all approved it, and writes everything; a
 * server that dies before it has sealed nothing.
 */
export function createPlanSealer(options: {
  storage: Pick<Storage, 'approvals' | 'seals'>
  rooms: Pick<PlanRooms, 'read'>
  versions: Pick<Versions, 'prepare'>
  makeFiles: SealedFilesMaker
  holds: Holds
  now: () => string
}): PlanSealer {
  const { storage, rooms, versions, makeFiles, holds, now } = options
  const { approvals, seals } = storage

  return async ({ projectId, sha256, name, by }) => {
    if (!isApproved(await approvals.approvers(projectId), sha256)) throw new ApiError('approvals-missing')
    const revision = await seals.revision(projectId)
    // Before the text is read: what comes in between counts as a change.
    const lastUpdate = await seals.lastUpdate(projectId)
    const sealedAt = now()
    const update = await rooms.read(projectId)
    const { sha256: found, files } = await makeFiles({ update, projectId, revision, sealedAt })
    if (found !== sha256) throw new ApiError('text-changed')
    const version = await versions.prepare({ projectId, kind: 'final', name, userId: by })
    if (version.content.sha256 !== sha256) throw new ApiError('text-changed')
    const result = await holds.hold(projectId, () =>
      seals.seal({ projectId, revision, lastUpdate, sha256, sealedBy: by, sealedAt, version, files }),
    )
    if (result !== 'sealed') throw new ApiError(result)
    const seal = (await seals.list(projectId)).find((one) => one.revision === revision)
    if (seal === undefined) throw new Error('What was sealed is not there')
    return seal
  }
}
