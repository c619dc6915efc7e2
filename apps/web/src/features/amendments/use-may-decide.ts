import { mayDecide, type Proposal } from '@concerte/schema'

import { usePlan } from '../plan/plan-context.ts'
import { useRights } from '../plan/rights/use-rights.ts'

/** `locked`: one might, were the axis not closed to everyone. */
export type MayDecide = 'yes' | 'no' | 'locked'

/** Who decides what, as the server judges it; another place of a node is another answer. */
export function useMayDecide(): (proposal: Proposal) => MayDecide {
  const { store } = usePlan()
  const rights = useRights()
  return (proposal) => {
    const refusal = mayDecide(store.plan, rights, proposal)
    if (refusal === null) return 'yes'
    return refusal === 'axis-locked' ? 'locked' : 'no'
  }
}
