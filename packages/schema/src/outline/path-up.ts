import { isRoot } from './node-types.ts'
import { nodeMap, nodePlace, nodeTrashed, nodeType, type PlanDoc } from './plan-doc.ts'

/** The node and those above it, innermost first. Places of a hostile replica can make a ring: each is met once. */
export function pathUp(plan: PlanDoc, id: string): string[] {
  const met = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !isRoot(at) && !met.has(at);) {
    if (nodeMap(plan, at) === undefined) break
    met.add(at)
    at = nodePlace(plan, at)?.parent
  }
  return [...met]
}

/** Whether a node is there and neither it nor anything above it is in the bin. What waits in the tray is in the plan. */
export function isInPlan(plan: PlanDoc, id: string): boolean {
  return (
    nodeType(plan, id) !== undefined && pathUp(plan, id).every((at) => nodeTrashed(plan, at) === undefined)
  )
}
