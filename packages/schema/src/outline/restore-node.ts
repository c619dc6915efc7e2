import type { NodeId } from '../ids.ts'
import { edit, nodeMap, nodePlace, nodeTrashed, requireNode, type PlanDoc } from './plan-doc.ts'

/**
 * Takes a node out of the bin, and the nodes above it that are there too: it comes back where it stood.
 *
 * @throws {UnknownNodeError}
 */
export function restoreNode(plan: PlanDoc, id: NodeId): void {
  requireNode(plan, id)
  edit(plan, () => {
    for (const at of withAncestors(plan, id)) {
      if (nodeTrashed(plan, at) !== undefined) nodeMap(plan, at)?.delete('trashed')
    }
  })
}

/** Places of a hostile replica can make a ring (the outline shows it in the tray): each node is met once. */
function withAncestors(plan: PlanDoc, id: string): Set<string> {
  const met = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !met.has(at); at = nodePlace(plan, at)?.parent) {
    met.add(at)
  }
  return met
}
