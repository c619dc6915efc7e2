import type { Amendment, AmendmentId, ProjectId, User, UserId } from '@concerte/api'
import { openPlan, soundProposal, type Proposal } from '@concerte/schema'
import type { PlanRooms } from '@concerte/sync'

import { ApiError } from '../../api-error.ts'
import type { Turns } from '../../jobs/turns.ts'
import type { Notify } from '../../notices/notify.ts'
import type { AmendmentRefusal, AmendmentResult, BackingResult } from '../../storage/amendments-port.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'

/** What every route that changes an amendment takes. */
export type AmendmentRoutes = Pick<Storage, 'amendments'> & {
  access: Access
  rooms: Pick<PlanRooms, 'look' | 'tell'>
  notify: Notify
  turns: Turns
}

/** @throws ApiError when the change was refused */
export function changedAmendment(result: AmendmentResult): Amendment {
  if (result.type === 'done') return result.amendment
  throw refusalOf(result.type)
}

/** @throws ApiError when the person may not, or it is not open any more */
export function requireDone(result: BackingResult): void {
  if (result !== 'done') throw refusalOf(result)
}

function refusalOf(refusal: AmendmentRefusal | 'forbidden'): ApiError {
  return new ApiError(refusal === 'changed' ? 'amendment-changed' : refusal)
}

/** @throws ApiError `not-found` */
export async function findAmendment(
  { amendments }: Pick<Storage, 'amendments'>,
  { projectId, amendmentId }: { projectId: ProjectId; amendmentId: AmendmentId },
): Promise<Amendment> {
  const found = await amendments.find(projectId, amendmentId)
  if (found === null) throw new ApiError('not-found')
  return found.amendment
}

/** What a proposal may be at most, as JSON: merging texts costs more than their length. */
const maxProposal = 400_000

/** The proposal as it is to be kept. @throws ApiError `amendment-gone`, `amendment-empty`, `invalid-request` */
export async function keptProposal(
  rooms: Pick<PlanRooms, 'look'>,
  projectId: ProjectId,
  proposal: Proposal,
): Promise<Proposal> {
  const isTooLong = proposal.type !== 'withdraw' && JSON.stringify(proposal).length > maxProposal
  const soundness = isTooLong
    ? ({ type: 'malformed' } as const)
    : await rooms.look(projectId, (doc) => soundProposal(openPlan(doc), proposal))
  switch (soundness.type) {
    case 'sound':
      return soundness.proposal
    case 'gone':
    case 'empty':
      throw new ApiError(`amendment-${soundness.type}`)
    case 'misplaced':
    case 'malformed':
      throw new ApiError('invalid-request', { fields: [{ path: 'proposal', message: soundness.type }] })
  }
}

/** Asks people to sign an amendment. */
export async function askToSign(
  notify: Notify,
  {
    projectId,
    user,
    amendment,
    to,
  }: { projectId: ProjectId; user: User; amendment: Amendment; to: readonly UserId[] },
): Promise<void> {
  const { id, number } = amendment
  const notice = { type: 'cosign', by: user.name, amendmentId: id, number } as const
  await notify({ projectId, to, by: user.id, notice })
}
