import type { Amendment, AmendmentStanding } from '@concerte/api'
import {
  addedNodeId,
  examine,
  nodeWords,
  readFieldValue,
  spotOf,
  type BlockText,
  type Collision,
  type Examination,
  type FieldValue,
  type Proposal,
  type Spot,
  type TextProfile,
} from '@concerte/schema'

import type { PlanStore } from '../plan/store/plan-store.ts'
import { textNow } from './place-now.ts'

export type Standing = AmendmentStanding

/**
 * [A4] An amendment held against the plan of now. `merged`: the text that an acceptance would give; in a collision, all that agrees,
 * and the words of now where it does not.
 */
export type Look = {
  standing: Standing
  /** In a collision: what collides. `place`: where it was to stand is no longer in the plan. */
  collision?: Collision['what']
  text?: { profile: TextProfile; now: BlockText; merged: BlockText }
  value?: { now: FieldValue }
  withdrawn?: { now: string }
  moved?: { now: Spot }
}

export function lookAt(store: PlanStore, amendment: Pick<Amendment, 'id' | 'proposal' | 'revision'>): Look {
  const { id, proposal, revision } = amendment
  const examination = examine(store.plan, proposal, addedNodeId(id, revision))
  return {
    standing: examination.type,
    ...(examination.type === 'collision' && { collision: examination.what }),
    ...seenAt(store, proposal, examination),
  }
}

function seenAt(
  store: PlanStore,
  proposal: Proposal,
  examination: Examination,
): Omit<Look, 'standing' | 'collision'> {
  const { plan } = store
  switch (proposal.type) {
    case 'text': {
      const now = textNow(store, proposal)
      if (now === null) return {}
      return { text: { profile: now.profile, now: now.text, merged: mergedText(examination) ?? now.text } }
    }
    case 'field':
      return { value: { now: readFieldValue(plan, proposal.node, proposal.field) } }
    case 'add':
      return {}
    case 'withdraw':
      return { withdrawn: { now: nodeWords(plan, proposal.node) } }
    case 'move': {
      const now = spotOf(plan, proposal.node)
      return now === null ? {} : { moved: { now } }
    }
  }
}

function mergedText(examination: Examination): BlockText | undefined {
  switch (examination.type) {
    case 'clean':
    case 'moved-on':
      return examination.text
    case 'collision':
      return examination.what === 'text' ? examination.merged : undefined
    case 'done':
    case 'gone':
      return undefined
  }
}
