import type {
  Amendment,
  AmendmentId,
  Decision,
  DecisionResult,
  Fate,
  ProjectId,
  TrailEvent,
  User,
} from '@concerte/api'
import {
  addedNodeId,
  amendmentNode,
  applyProposal,
  meantBy,
  openPlan,
  revertAcceptance,
  type Instead,
  type Inverse,
  type Rights,
} from '@concerte/schema'
import type { PlanRooms } from '@concerte/sync'

import { ApiError } from '../api-error.ts'
import type { Turns } from '../jobs/turns.ts'
import type { Language } from '../language/language.ts'
import type { Notify } from '../notices/notify.ts'
import { rightsOf } from '../rights-of.ts'
import type { Holds } from '../sealing/holds.ts'
import type { Storage } from '../storage/port.ts'
import type { Versions } from '../versions/versions.ts'
import type { AheadOfCommit } from './ahead-of-commit.ts'
import { fateName } from './fate-name.ts'
import { isOther } from './is-other.ts'
import { relatedStandings, type Stand } from './related-standings.ts'
import { decided, requireUndecided } from './require-undecided.ts'
import { requireDecider } from './require-decider.ts'

export type DecisionRequest = {
  projectId: ProjectId
  amendmentId: AmendmentId
  decision: Decision
  user: User
  /** Of what a refusal says. */
  language: Language
}

type Ports = {
  storage: Pick<Storage, 'amendments' | 'members' | 'rights'>
  rooms: Pick<PlanRooms, 'edit' | 'look' | 'tell'>
  notify: Notify
  turns: Turns
  versions: Pick<Versions, 'keepBefore'>
  holds: Pick<Holds, 'count'>
  aheadOfCommit: AheadOfCommit
  nowMs: () => number
}

/** Decisions that are no further apart are one series. */
const seriesMs = 30 * 60_000

/** What is decided on: as it is kept, and by what right. `requireRights`: throws when they may be void, because a seal came. */
type Case = {
  amendment: Amendment
  inverse: Inverse | null
  begun: Inverse | null
  rights: Rights
  requireRights: () => void
}

/** What came of a decision in the plan. */
type Outcome = { fate: Fate; inverse: Inverse | null; before: Stand[]; after: Stand[] }

/**
 * Decides on amendments, one at a time in each plan: of two who decide at once, the second is told who was first [A3].
 * An acceptance is an edit of the plan first and a fate afterwards; what takes it back is written before both. Where the
 * server fell between the two, deciding again finds the plan as it is to be, changes nothing of it and gives the fate.
 *
 * @throws ApiError `not-found`, `amendment-changed`, `amendment-decided`, `amendment-collision`, `amendment-gone`, `unavailable` where a seal came
 * between, and why it is not the person's
 */
export function createDecide(ports: Ports): (request: DecisionRequest) => Promise<DecisionResult> {
  const { storage, rooms, notify, turns, versions, holds, aheadOfCommit, nowMs } = ports
  const now = () => new Date(nowMs()).toISOString()
  /** When words were last taken in, or back, in each plan. */
  const lastEdits = new Map<ProjectId, number>()

  /** Who decides on many amendments can go back to what the plan was before the first. */
  async function keepBefore({ projectId, user }: DecisionRequest): Promise<void> {
    const last = lastEdits.get(projectId)
    if (last === undefined || nowMs() - last > seriesMs)
      await versions.keepBefore(projectId, 'before-decisions', user.id)
    lastEdits.set(projectId, nowMs())
  }

  async function decide(request: DecisionRequest): Promise<DecisionResult> {
    const { projectId, amendmentId, decision, user } = request
    const found = await storage.amendments.find(projectId, amendmentId)
    const seals = holds.count(projectId)
    const rights = await rightsOf(storage, user, projectId)
    if (found === null || rights === null) throw new ApiError('not-found')
    const { amendment } = found
    const requireRights = () => {
      if (holds.count(projectId) !== seals) throw new ApiError('unavailable')
    }
    await rooms.look(projectId, (doc) => requireDecider(openPlan(doc), rights, amendment.proposal))
    requireUndecided(amendment, request)
    const outcome = await carryOut(request, { ...found, rights, requireRights })
    const result = await storage.amendments.addFate({
      projectId,
      amendmentId,
      revision: amendment.revision,
      after: amendment.fates.length,
      fate: outcome.fate,
      by: user.id,
      inverse: outcome.inverse,
      event: eventOf(amendment, outcome.fate, decision.reason),
    })
    if (result.type !== 'done')
      throw new ApiError(result.type === 'changed' ? 'amendment-changed' : 'not-found')
    rooms.tell(projectId, 'amendments')
    await tellOf(request, result.amendment, outcome)
    return {
      amendment: result.amendment,
      others: outcome.after.map((other) => ({
        id: other.amendment.id,
        number: other.amendment.number,
        standing: other.standing,
      })),
    }
  }

  async function carryOut(request: DecisionRequest, kept: Case): Promise<Outcome> {
    const { projectId, decision } = request
    const inPlan = { inverse: null, before: [], after: [] }
    switch (decision.type) {
      case 'accept':
        return accept(request, kept, decision)
      case 'reopen':
        return reopen(request, kept, decision.reason)
      case 'merge': {
        const into = await storage.amendments.find(projectId, decision.into)
        if (into === null || into.amendment.id === kept.amendment.id) throw new ApiError('not-found')
        const { fate } = into.amendment
        if (fate.type !== 'open' && fate.type !== 'accepted') throw decided(into.amendment, request.language)
        return { ...inPlan, fate: { type: 'merged', into: decision.into, reason: decision.reason } }
      }
      case 'refuse':
        return { ...inPlan, fate: { type: 'refused', reason: decision.reason } }
      case 'refer':
        return { ...inPlan, fate: { type: 'referred', to: decision.to, reason: decision.reason } }
      case 'obsolete':
        return { ...inPlan, fate: { type: 'obsolete', reason: decision.reason } }
    }
  }

  async function accept(
    request: DecisionRequest,
    { amendment, begun, rights, requireRights }: Case,
    { reason, instead }: { reason: string; instead?: Instead | undefined },
  ): Promise<Outcome> {
    const { projectId, user } = request
    const { proposal } = amendment
    const withChanges = isOther(proposal, instead)
    if (withChanges && reason === '')
      throw new ApiError('invalid-request', { fields: [{ path: 'reason', message: 'required' }] })
    const open = await openOthers(projectId, amendment)
    const meant = meantBy(proposal, instead)
    if (meant === null)
      throw new ApiError('invalid-request', { fields: [{ path: 'instead', message: 'of another kind' }] })
    const added = addedNodeId(amendment.id, amendment.revision)
    const place = amendmentNode(meant)
    await keepBefore(request)
    const { applied, before, after } = await rooms.edit(
      projectId,
      user.id,
      (doc) => {
        requireRights()
        const plan = openPlan(doc)
        requireDecider(plan, rights, meant)
        const before = relatedStandings(plan, open, place)
        const applied = applyProposal(plan, proposal, {
          added,
          trashed: { by: user.name, at: now() },
          ...(instead !== undefined && { instead }),
        })
        if (applied.type !== 'applied') throw new ApiError(`amendment-${applied.type}`)
        const { inverse } = applied
        if (inverse !== null) {
          const { id: amendmentId, revision, fates } = amendment
          aheadOfCommit(() =>
            storage.amendments.begin({ amendmentId, revision, after: fates.length, inverse }),
          )
        }
        return { applied, before, after: relatedStandings(plan, open, place) }
      },
      // [S3] The author's words are the author's, whoever takes them in; a synthesis is by whoever wrote it.
      withChanges ? user.id : amendment.author.userId,
    )
    const fate: Fate = { type: 'accepted', withChanges, node: applied.node, reason }
    return { fate, inverse: applied.inverse ?? begun, before, after }
  }

  async function reopen(
    request: DecisionRequest,
    { amendment, inverse, requireRights }: Case,
    reason: string,
  ): Promise<Outcome> {
    const fate: Fate = { type: 'open', ...(reason !== '' && { reason }) }
    if (amendment.fate.type !== 'accepted') return { fate, inverse: null, before: [], after: [] }
    // Where nothing had to be changed, nothing is anybody's to take back.
    if (inverse === null)
      return { fate: { ...fate, takenBack: 'nothing' }, inverse: null, before: [], after: [] }
    const { projectId, user } = request
    const open = await openOthers(projectId, amendment)
    const place = amendmentNode(amendment.proposal)
    await keepBefore(request)
    const { takenBack, before, after } = await rooms.edit(projectId, user.id, (doc) => {
      requireRights()
      const plan = openPlan(doc)
      const before = relatedStandings(plan, open, place)
      const takenBack = revertAcceptance(plan, inverse, { by: user.name, at: now() })
      return { takenBack, before, after: relatedStandings(plan, open, place) }
    })
    return { fate: { ...fate, takenBack }, inverse: null, before, after }
  }

  async function openOthers(projectId: ProjectId, { id }: Amendment): Promise<Amendment[]> {
    const all = await storage.amendments.list(projectId)
    return all.filter((other) => other.fate.type === 'open' && other.id !== id)
  }

  async function tellOf(
    { projectId, decision, user }: DecisionRequest,
    { id, number, author, cosigners, supporters }: Amendment,
    { fate, before, after }: Outcome,
  ): Promise<void> {
    const { reason } = decision
    const to = [...new Set([author, ...cosigners, ...supporters].map(({ userId }) => userId))]
    const notice = {
      type: 'decision',
      by: user.name,
      amendmentId: id,
      number,
      fate: fateName(fate),
      reason,
    } as const
    await notify({ projectId, to, by: user.id, notice })
    for (const [index, { amendment: other, standing }] of after.entries()) {
      const isNew = before[index]?.standing !== standing
      if (!isNew || standing === 'clean' || standing === 'moved-on') continue
      const told = { ...notice, amendmentId: other.id, number: other.number, fate: standing, reason: '' }
      await notify({ projectId, to: [other.author.userId], by: user.id, notice: told })
    }
  }

  return (request) => turns.take(request.projectId, () => decide(request))
}

function eventOf({ number }: Amendment, fate: Fate, reason: string): TrailEvent {
  return { type: 'amendment-decided', number, fate: fateName(fate), reason }
}
