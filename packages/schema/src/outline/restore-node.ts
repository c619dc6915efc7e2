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
    for (let at: string | undefined = id; at !== undefined; at = nodePlace(plan, at)?.parent) {
      if (nodeTrashed(plan, at) !== undefined) nodeMap(plan, at)?.delete('trashed')
    }
  })
}
