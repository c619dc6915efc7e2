import { mergeTexts } from '../merge/merge-texts.ts'
import { findText } from '../outline/find-text.ts'
import { hasRoom } from '../outline/has-room.ts'
import { isInPlan } from '../outline/path-up.ts'
import { nodeType, type PlanDoc } from '../outline/plan-doc.ts'
import { readTemplate } from '../outline/read-template.ts'
import { isBlockTextEmpty } from '../text/plain-text.ts'
import { isFieldValue, isSameValue } from './field-value.ts'
import { nodeWords } from './node-words.ts'
import { maxSeen, type Draft, type Proposal } from './proposal.ts'
import { isSameText, normalText, readText } from './proposed-text.ts'
import { isAt, resolveSpot, spotOf } from './spots.ts'

/**
 * `sound`: the proposal as it is to be kept. `gone`: the plan holds nothing of the kind that it is about. `misplaced`:
 * what it adds or moves has no room there. `malformed`: its value is not of the form of its field. `empty`: it changes
 * nothing.
 */
export type Soundness =
  | { type: 'sound'; proposal: Proposal }
  | { type: 'gone' }
  | { type: 'misplaced' }
  | { type: 'malformed' }
  | { type: 'empty' }

/**
 * Looks at a proposal that somebody makes now. Its texts come back in normal form, and brought up to the plan of now
 * where they merge with it: the base that is kept is then one that the plan truly had.
 */
export function soundProposal(plan: PlanDoc, proposal: Proposal): Soundness {
  switch (proposal.type) {
    case 'text':
      return soundText(plan, proposal)
    case 'field': {
      const { node, field, base, value } = proposal
      if (!isInPlan(plan, node)) return { type: 'gone' }
      if (!isFieldValue(plan, node, field, value) || !isFieldValue(plan, node, field, base))
        return { type: 'malformed' }
      return isSameValue(base, value) ? { type: 'empty' } : { type: 'sound', proposal }
    }
    case 'add':
      return soundAddition(plan, proposal)
    case 'withdraw': {
      if (!isInPlan(plan, proposal.node)) return { type: 'gone' }
      const seen = nodeWords(plan, proposal.node)
      return seen.length > maxSeen
        ? { type: 'malformed' }
        : { type: 'sound', proposal: { ...proposal, seen } }
    }
    case 'move':
      return soundMove(plan, proposal)
  }
}

function soundText(plan: PlanDoc, proposal: Extract<Proposal, { type: 'text' }>): Soundness {
  const { node, field } = proposal
  const found = findText(plan, node, field)
  if (found === null || (node !== 'cover' && !isInPlan(plan, node))) return { type: 'gone' }
  const now = readText(found)
  const base = normalText(found.profile, proposal.base)
  const text = normalText(found.profile, proposal.text)
  if (isSameText(base, text)) return { type: 'empty' }
  if (isSameText(base, now)) return { type: 'sound', proposal: { ...proposal, base, text } }
  const merge = mergeTexts(base, now, text)
  if (merge.type === 'collision') return { type: 'sound', proposal: { ...proposal, base, text } }
  const merged = normalText(found.profile, merge.text)
  return isSameText(merged, now)
    ? { type: 'empty' }
    : { type: 'sound', proposal: { ...proposal, base: now, text: merged } }
}

function soundAddition(plan: PlanDoc, proposal: Extract<Proposal, { type: 'add' }>): Soundness {
  const { draft, at } = proposal
  if (isBlankDraft(draft)) return { type: 'empty' }
  if (resolveSpot(plan, draft.type, at) === null) return { type: 'misplaced' }
  const template = readTemplate(plan)
  const actions = draft.type === 'axis' ? (draft.actions ?? []) : draft.type === 'action' ? [draft] : []
  const rubrics = actions.flatMap((action) => action.rubrics ?? [])
  const isRoomy = rubrics.every(({ rubric }) => hasRoom(template, 'action', 'entry', rubric))
  return isRoomy ? { type: 'sound', proposal } : { type: 'misplaced' }
}

function isBlankDraft(draft: Draft): boolean {
  return isBlockTextEmpty(draft.type === 'entry' ? draft.text : draft.title)
}

function soundMove(plan: PlanDoc, proposal: Extract<Proposal, { type: 'move' }>): Soundness {
  const { node, to } = proposal
  const type = nodeType(plan, node)
  const now = spotOf(plan, node)
  if (type === undefined || now === null) return { type: 'gone' }
  const spot = resolveSpot(plan, type, to, node)
  if (spot === null) return { type: 'misplaced' }
  if (isAt(plan, { node, type, now }, spot)) return { type: 'empty' }
  return { type: 'sound', proposal: { ...proposal, base: now } }
}
