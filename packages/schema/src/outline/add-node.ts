import { createNodeId, type NodeId } from '../ids.ts'
import { createNode } from './create-node.ts'
import type { NodeType } from './node-types.ts'
import { edit, type PlanDoc } from './plan-doc.ts'
import { placesAt, requireRoom } from './places.ts'

/** What to add, and under what: sections and axes stand at the plan's roots, entries under a rubric of their parent. */
export type NewNode =
  | { type: 'section'; parent: 'front' | 'back' }
  | { type: 'axis' }
  | { type: 'group'; parent: NodeId }
  | { type: 'action'; parent: NodeId }
  | { type: 'entry'; parent: NodeId; rubric: string }

/**
 * Adds an empty node at `index` among its future siblings (at their end by default) and returns its id.
 *
 * @throws {MisplacedNodeError} when the parent cannot hold it
 */
export function addNode(
  plan: PlanDoc,
  added: NewNode,
  index = Number.POSITIVE_INFINITY,
  newId: () => NodeId = createNodeId,
): NodeId {
  const parent = added.type === 'axis' ? 'axes' : added.parent
  const rubric = added.type === 'entry' ? added.rubric : undefined
  const type: NodeType = added.type
  requireRoom(plan, type, { parent, rubric })
  const id = newId()
  edit(plan, () => {
    const [place] = placesAt(plan, { parent, rubric }, index, 1)
    const node = createNode(plan, id, type, place!)
    if (added.type === 'section') node.set('kind', added.parent === 'front' ? 'foreword' : 'annex')
  })
  return id
}
