import type { NodeId } from '../ids.ts'
import { mergeTexts } from '../merge/merge-texts.ts'
import { findText } from '../outline/find-text.ts'
import { isInPlan } from '../outline/path-up.ts'
import { nodeTrashed, nodeType, type PlanDoc } from '../outline/plan-doc.ts'
import type { BlockText } from '../text/rich-text.ts'
import { isSameValue, proposedField, readFieldValue } from './field-value.ts'
import { nodeWords } from './node-words.ts'
import type { FieldValue, Proposal, Spot } from './proposal.ts'
import { isSameText, normalText, readText } from './proposed-text.ts'
import { isAt, isSameList, resolveSpot, spotOf } from './spots.ts'

/** What a decider must see of a collision: what the author started from, what stands there now, what is proposed. */
export type Collision =
  /** `merged`: the proposal where nothing stands against it, the words of now where something does. */
  | { what: 'text'; base: BlockText; now: BlockText; proposed: BlockText; merged: BlockText }
  | { what: 'field'; base: FieldValue; now: FieldValue; proposed: FieldValue }
  | { what: 'withdraw'; seen: string; now: string }
  /** `now`: null where it stands in no list. */
  | { what: 'move'; base: Spot; now: Spot | null; proposed: Spot }
  /** There is no room any more where it is to stand, be it added or moved there. */
  | { what: 'place'; proposed: Spot }

/**
 * How a proposal stands to the plan of now. `clean`: nothing changed that it touches. `moved-on`: others changed other
 * words of its place; it merges with them. `done`: the plan reads so already. `gone`: what it is about is in the bin, or
 * is nowhere. `text`: what its text would read, for a proposal of a text.
 */
export type Examination =
  | { type: 'clean' | 'moved-on'; text?: BlockText }
  | ({ type: 'collision' } & Collision)
  | { type: 'done' }
  | { type: 'gone' }

/**
 * [A4] Examines a proposal. Pure. Cost: that of its place; but a withdrawal of what holds others, and everything that
 * says where in a list, read the outline (a pass over the nodes where the plan is not followed).
 *
 * @param added id that its node would take (`addedNodeId`), for a proposal that adds one
 */
export function examine(plan: PlanDoc, proposal: Proposal, added?: NodeId): Examination {
  switch (proposal.type) {
    case 'text':
      return examineText(plan, proposal)
    case 'field':
      return examineField(plan, proposal)
    case 'add': {
      if (added !== undefined && isInPlan(plan, added)) return { type: 'done' }
      const spot = resolveSpot(plan, proposal.draft.type, proposal.at)
      return spot === null ? { type: 'collision', what: 'place', proposed: proposal.at } : { type: 'clean' }
    }
    case 'withdraw':
      return examineWithdrawal(plan, proposal)
    case 'move':
      return examineMove(plan, proposal)
  }
}

function examineText(
  plan: PlanDoc,
  { node, field, base, text }: Extract<Proposal, { type: 'text' }>,
): Examination {
  const found = findText(plan, node, field)
  if (found === null || (node !== 'cover' && !isInPlan(plan, node))) return { type: 'gone' }
  const now = readText(found)
  const [from, proposed] = [normalText(found.profile, base), normalText(found.profile, text)]
  if (isSameText(now, proposed)) return { type: 'done' }
  if (isSameText(now, from)) return { type: 'clean', text: proposed }
  const merge = mergeTexts(from, now, proposed)
  const merged = normalText(found.profile, merge.text)
  if (merge.type === 'collision')
    return { type: 'collision', what: 'text', base: from, now, proposed, merged }
  return isSameText(merged, now) ? { type: 'done' } : { type: 'moved-on', text: merged }
}

function examineField(
  plan: PlanDoc,
  { node, field, base, value }: Extract<Proposal, { type: 'field' }>,
): Examination {
  if (proposedField(plan, node, field) === null || !isInPlan(plan, node)) return { type: 'gone' }
  const now = readFieldValue(plan, node, field)
  if (isSameValue(now, value)) return { type: 'done' }
  if (isSameValue(now, base)) return { type: 'clean' }
  return { type: 'collision', what: 'field', base, now, proposed: value }
}

function examineWithdrawal(
  plan: PlanDoc,
  { node, seen }: Extract<Proposal, { type: 'withdraw' }>,
): Examination {
  if (nodeTrashed(plan, node) !== undefined) return { type: 'done' }
  if (!isInPlan(plan, node)) return { type: 'gone' }
  const now = nodeWords(plan, node)
  return now === seen ? { type: 'clean' } : { type: 'collision', what: 'withdraw', seen, now }
}

function examineMove(plan: PlanDoc, { node, base, to }: Extract<Proposal, { type: 'move' }>): Examination {
  const type = nodeType(plan, node)
  if (type === undefined || !isInPlan(plan, node)) return { type: 'gone' }
  const now = spotOf(plan, node)
  const target = resolveSpot(plan, type, to, node)
  if (target === null) return { type: 'collision', what: 'place', proposed: to }
  const collision: Examination = { type: 'collision', what: 'move', base, now, proposed: to }
  if (now === null) return collision
  if (isAt(plan, { node, type, now }, target)) return { type: 'done' }
  if (!(isSameList(now, base) || isSameList(now, to))) return collision
  return isSameList(now, base) && now.after === base.after ? { type: 'clean' } : { type: 'moved-on' }
}
