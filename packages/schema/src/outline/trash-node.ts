import type { NodeId } from '../ids.ts'
import type { Trashed } from './node-types.ts'
import { edit, requireNode, type PlanDoc } from './plan-doc.ts'

/** Puts a node in the bin, with what stands under it. Its content is not touched. @throws {UnknownNodeError} */
export function trashNode(plan: PlanDoc, id: NodeId, trashed: Trashed): void {
  const { node } = requireNode(plan, id)
  edit(plan, () => node.set('trashed', trashed))
}
