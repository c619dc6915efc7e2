import {
  blocksToPlain,
  isBlockTextEmpty,
  nodeWords,
  normalizeBlocks,
  readFieldValue,
  spotOf,
  type BlockText,
  type Proposal,
  type Spot,
} from '@concerte/schema'

import type { PlanStore } from '../plan/store/plan-store.ts'
import type { AmendAsk } from '../review/use-review.ts'
import { addOptions, startAddition } from './add-options.ts'
import { nodeIdAt, textNow } from './place-now.ts'

/** What is asked to be amended, as it stands now, with nothing changed yet; null where the plan has no such place any more. */
export function startProposal(store: PlanStore, ask: AmendAsk): Proposal | null {
  const node = nodeIdAt(ask.node)
  switch (ask.what) {
    case 'text': {
      const now = textNow(store, ask)
      const at = ask.node === 'cover' ? 'cover' : node
      if (now === null || at === null) return null
      return { type: 'text', node: at, field: ask.field, base: now.text, text: now.text }
    }
    case 'field': {
      if (node === null || !store.structure().outline.nodes.has(node)) return null
      const field = ask.field.replace(/^(baseline|target)Date$/, '$1')
      const base = readFieldValue(store.plan, node, field)
      return { type: 'field', node, field, base, value: base }
    }
    case 'add': {
      const structure = store.structure()
      const [first] = addOptions(structure, ask.node)
      return first === undefined ? null : startAddition(structure, first, ask.node)
    }
    case 'withdraw':
      return node === null || !store.structure().outline.nodes.has(node)
        ? null
        : { type: 'withdraw', node, seen: nodeWords(store.plan, node) }
    case 'move': {
      const base = node === null ? null : spotOf(store.plan, node)
      return node === null || base === null ? null : { type: 'move', node, base, to: base }
    }
  }
}

/** Why a proposal cannot be sent yet: it changes nothing, or adds nothing. */
export function proposalFault(proposal: Proposal): 'same' | 'empty' | null {
  switch (proposal.type) {
    case 'text':
      return isSameText(proposal.base, proposal.text) ? 'same' : null
    case 'field':
      return JSON.stringify(proposal.base) === JSON.stringify(proposal.value) ? 'same' : null
    case 'add':
      return isBlockTextEmpty(proposal.draft.type === 'entry' ? proposal.draft.text : proposal.draft.title)
        ? 'empty'
        : null
    case 'withdraw':
      return null
    case 'move':
      return isSameSpot(proposal.base, proposal.to) ? 'same' : null
  }
}

export function isSameText(a: BlockText, b: BlockText): boolean {
  return JSON.stringify(normalizeBlocks(a)) === JSON.stringify(normalizeBlocks(b))
}

export function isSameSpot(a: Spot, b: Spot): boolean {
  return a.parent === b.parent && a.rubric === b.rubric && a.after === b.after
}

/** The words of a proposal, for searching and for telling it from others. */
export function proposedWords(proposal: Proposal): string {
  switch (proposal.type) {
    case 'text':
      return blocksToPlain(proposal.text)
    case 'field':
      return fieldWords(proposal.value)
    case 'add':
      return blocksToPlain(proposal.draft.type === 'entry' ? proposal.draft.text : proposal.draft.title)
    case 'withdraw':
      return proposal.seen
    case 'move':
      return ''
  }
}

function fieldWords(value: Extract<Proposal, { type: 'field' }>['value']): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : value.value
}
