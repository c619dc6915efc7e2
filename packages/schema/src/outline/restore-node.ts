import type { NodeId } from '../ids.ts'
import { pathUp } from './path-up.ts'
import { edit, nodeMap, nodeTrashed, requireNode, type PlanDoc } from './plan-doc.ts'

/**
 * Takes a node out of the bin, and the nodes above it that are there too: it comes back where it stood.
 *
 * @throws {UnknownNodeError}
 */
export function restoreNode(plan: PlanDoc, id: NodeId): void {
  requireNode(plan, id)
  edit(plan, () => {
    for (const at of pathUp(plan, id)) {
      if (nodeTrashed(plan, at) !== undefined) nodeMap(plan, at)?.delete('trashed')
    }
  })
}
