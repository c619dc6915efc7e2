import { nodeIdSchema, type NodeId } from '../ids.ts'
import { findText } from '../outline/find-text.ts'
import type { Trashed } from '../outline/node-types.ts'
import { edit, nodeMap, nodeType, type PlanDoc } from '../outline/plan-doc.ts'
import { moveNode } from '../outline/move-node.ts'
import { placesAt } from '../outline/places.ts'
import { restoreNode } from '../outline/restore-node.ts'
import { trashNode } from '../outline/trash-node.ts'
import { examine } from './examine.ts'
import { readFieldValue, writeFieldValue } from './field-value.ts'
import { insertDraft } from './insert-draft.ts'
import { nodeWords } from './node-words.ts'
import type { Instead, Proposal } from './proposal.ts'
import { readText, writeText } from './proposed-text.ts'
import type { Inverse } from './revert.ts'
import { resolveSpot, spotOf } from './spots.ts'

export type ApplyOptions = {
  /** Id that an added node takes; {@link addedNodeId}. */
  added: NodeId
  /** For what is withdrawn: who, when. */
  trashed: Trashed
  /** What the decider wrote in its place. */
  instead?: Instead
}

/**
 * `applied`: the plan reads so now. `node`: where it led to (`cover` for the cover). `inverse`: what takes it back, null
 * where nothing had to be changed. After the two others nothing was changed.
 */
export type Applied =
  | { type: 'applied'; node: string; inverse: Inverse | null }
  | { type: 'collision' }
  | { type: 'gone' }

/** The id of the node that an amendment adds: always the same, so that accepting it again adds nothing. */
export function addedNodeId(amendmentId: string, revision: number): NodeId {
  return nodeIdSchema.parse(`${amendmentId}-${revision}`)
}

/**
 * Brings a proposal into the plan as it is now, as one edit. Texts merge word by word; what others changed of the same
 * words, or of what is withdrawn, is a collision and is left alone. Applying it again changes nothing.
 */
export function applyProposal(plan: PlanDoc, proposal: Proposal, options: ApplyOptions): Applied {
  const meant = meantBy(proposal, options.instead)
  if (meant === null) return { type: 'collision' }
  const examination = examine(plan, meant, options.added)
  switch (examination.type) {
    case 'gone':
    case 'collision':
      return { type: examination.type }
    case 'done':
      return { type: 'applied', node: nodeOf(meant, options.added), inverse: null }
    case 'clean':
    case 'moved-on':
      return edit(plan, () => {
        const inverse = write(plan, meant, options, examination.text ?? null)
        return inverse === null
          ? { type: 'collision' }
          : { type: 'applied', node: nodeOf(meant, options.added), inverse }
      })
  }
}

/** The proposal with what the decider put in its place; null when that is of another kind. */
export function meantBy(proposal: Proposal, instead: Instead | undefined): Proposal | null {
  if (instead === undefined) return proposal
  switch (proposal.type) {
    case 'text':
      return instead.type === 'text' ? { ...proposal, base: instead.seen, text: instead.text } : null
    case 'field':
      return instead.type === 'field' ? { ...proposal, base: instead.seen, value: instead.value } : null
    case 'add':
      return instead.type === 'add' ? { ...proposal, at: instead.at, draft: instead.draft } : null
    case 'withdraw':
      return instead.type === 'withdraw' ? { ...proposal, seen: instead.seen } : null
    case 'move':
      return instead.type === 'move'
        ? { ...proposal, base: instead.seen, to: instead.to ?? proposal.to }
        : null
  }
}

/** Null when there turned out to be no place for it. */
function write(
  plan: PlanDoc,
  proposal: Proposal,
  { added, trashed }: ApplyOptions,
  merged: Extract<Proposal, { type: 'text' }>['text'] | null,
): Inverse | null {
  switch (proposal.type) {
    case 'text': {
      const { node, field } = proposal
      const text = findText(plan, node, field)
      if (text === null || merged === null) return null
      const before = readText(text)
      writeText(text, merged)
      return { type: 'text', node, field, base: readText(text), text: before }
    }
    case 'field': {
      const { node, field, value } = proposal
      const before = readFieldValue(plan, node, field)
      writeFieldValue(plan, node, field, value)
      return { type: 'field', node, field, base: value, value: before }
    }
    case 'add': {
      const { draft, at } = proposal
      const spot = resolveSpot(plan, draft.type, at)
      if (spot === null) return null
      // It was taken back before: it comes back as it is, with what others wrote in it.
      if (nodeType(plan, added) === draft.type) restoreNode(plan, added)
      else if (nodeMap(plan, added) !== undefined) return null
      else insertDraft(plan, added, placesAt(plan, spot.list, spot.index, 1)[0]!, draft)
      return { type: 'withdraw', node: added, seen: nodeWords(plan, added) }
    }
    case 'withdraw':
      trashNode(plan, proposal.node, trashed)
      return { type: 'restore', node: proposal.node }
    case 'move': {
      const { node, to } = proposal
      const type = nodeType(plan, node)
      const before = spotOf(plan, node)
      const spot = type === undefined ? null : resolveSpot(plan, type, to, node)
      if (spot === null || before === null) return null
      moveNode(plan, node, spot.list, spot.index)
      return { type: 'move', node, base: to, to: before }
    }
  }
}

function nodeOf(proposal: Proposal, added: NodeId): string {
  return proposal.type === 'add' ? added : proposal.node
}
