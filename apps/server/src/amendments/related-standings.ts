import type { Amendment, AmendmentStanding } from '@concerte/api'
import { addedNodeId, amendmentNode, examine, pathUp, type PlanDoc } from '@concerte/schema'

export type Stand = { amendment: Amendment; standing: AmendmentStanding }

/**
 * [A4] How the open amendments stand that a change at a place may touch: those of the place and of what is in it, and
 * the withdrawals of what it is in. `place`: a node, `cover` or `axes`.
 */
export function relatedStandings(plan: PlanDoc, open: readonly Amendment[], place: string): Stand[] {
  const above = new Set(pathUp(plan, place))
  return open
    .filter(({ proposal }) => {
      const node = amendmentNode(proposal)
      if (node === place) return true
      if (proposal.type === 'withdraw' && above.has(node)) return true
      return pathUp(plan, node).includes(place)
    })
    .map((amendment) => ({
      amendment,
      standing: examine(plan, amendment.proposal, addedNodeId(amendment.id, amendment.revision)).type,
    }))
}
