import type { Proposal } from '@concerte/schema'

import type { Placed } from '../plan/overlays/destinations.ts'
import type { PlanStructure } from '../plan/store/structure.ts'

/** What a proposal gives a place, as the choice of places takes it; null for a node that the plan does not know. */
export function placedBy(
  { outline }: PlanStructure,
  proposal: Extract<Proposal, { type: 'add' | 'move' }>,
): Placed | null {
  if (proposal.type === 'move') return outline.nodes.get(proposal.node) ?? null
  const { at, draft } = proposal
  // Not a node yet: no id of the plan is empty.
  return { id: '', type: draft.type, place: { parent: at.parent, rubric: at.rubric } }
}
