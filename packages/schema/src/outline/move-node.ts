import type { NodeId } from '../ids.ts'
import { edit, requireNode, type PlanDoc } from './plan-doc.ts'
import { placesAt, requireRoom } from './places.ts'
import type { ListAddress } from './read-outline.ts'

/**
 * Moves nodes, in the order given, to `index` of a list; the index counts the siblings without the moved nodes.
 * Writes places only: what others type in the nodes meanwhile is kept.
 *
 * @throws {UnknownNodeError | MisplacedNodeError} before anything is written
 */
export function moveNodes(plan: PlanDoc, ids: readonly NodeId[], list: ListAddress, index: number): void {
  const nodes = ids.map((id) => requireNode(plan, id))
  for (const { type } of nodes) requireRoom(plan, type, list)
  edit(plan, () => {
    const places = placesAt(plan, list, index, ids.length, new Set(ids))
    nodes.forEach(({ node }, position) => node.set('place', places[position]))
  })
}

/** Moves one node; see {@link moveNodes}. */
export function moveNode(plan: PlanDoc, id: NodeId, list: ListAddress, index: number): void {
  moveNodes(plan, [id], list, index)
}
