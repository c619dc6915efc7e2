import type { Amendment, AmendmentStanding } from '@concerte/api'
import {
  addedNodeId,
  examine,
  nodeWords,
  readFieldValue,
  spotOf,
  type BlockText,
  type Examination,
  type FieldValue,
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
  text?: { profile: TextProfile; now: BlockText; merged: BlockText }
  value?: { now: FieldValue }
  withdrawn?: { now: string }
  moved?: { now: Spot }
}

export function lookAt(store: PlanStore, amendment: Pick<Amendment, 'id' | 'proposal' | 'revision'>): Look {
  const { id, proposal, revision } = amendment
  const { plan } = store
  const examination = examine(plan, proposal, addedNodeId(id, revision))
  const standing = examination.type
  switch (proposal.type) {
    case 'text': {
      const now = textNow(store, proposal)
      if (now === null) return { standing }
      return {
        standing,
        text: { profile: now.profile, now: now.text, merged: mergedText(examination) ?? now.text },
      }
    }
    case 'field':
      return { standing, value: { now: readFieldValue(plan, proposal.node, proposal.field) } }
    case 'add':
      return { standing }
    case 'withdraw':
      return { standing, withdrawn: { now: nodeWords(plan, proposal.node) } }
    case 'move': {
      const now = spotOf(plan, proposal.node)
      return now === null ? { standing } : { standing, moved: { now } }
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
