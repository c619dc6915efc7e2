import type { NodeId } from '../ids.ts'
import type { PlanDoc } from '../outline/plan-doc.ts'
import { mayAddTo, mayArrangeNode, mayWriteCover, mayWriteNode } from '../rights/may-write.ts'
import type { Rights } from '../rights/rights.ts'
import { graver, type WriteRefusal } from '../rights/write-refusal.ts'
import type { Proposal } from './proposal.ts'

/**
 * Why a person may not decide on a proposal, null when they may: those decide whose it is to write, in the phases in
 * which they decide (which are more than those in which they write). In a locked axis nobody does.
 */
export function mayDecide(plan: PlanDoc, rights: Rights, proposal: Proposal): WriteRefusal | null {
  const deciding: Rights = { ...rights, scope: rights.decides }
  switch (proposal.type) {
    case 'text':
      return proposal.node === 'cover' ? mayWriteCover(deciding) : mayWriteNode(plan, deciding, proposal.node)
    case 'field':
      return mayWriteNode(plan, deciding, proposal.node)
    case 'add':
      return mayAddTo(plan, deciding, proposal.at.parent)
    case 'withdraw':
      return mayArrangeNode(plan, deciding, proposal.node)
    case 'move': {
      const arranged = mayArrangeNode(plan, deciding, proposal.node)
      return graver(arranged, mayAddTo(plan, deciding, proposal.to.parent))
    }
  }
}

/** The place that a proposal is about: a node, `cover`, or for something to be added what it is to stand in (`axes`: the plan). */
export function amendmentNode(proposal: Proposal): NodeId | 'cover' | 'axes' {
  return proposal.type === 'add' ? proposal.at.parent : proposal.node
}
