import type { NodeId } from '../ids.ts'
import { addNode } from './add-node.ts'
import { moveNodes } from './move-node.ts'
import { siblingsIn } from './places.ts'
import { edit, requireNode, type PlanDoc } from './plan-doc.ts'
import { trashNode } from './trash-node.ts'
import type { Trashed } from './node-types.ts'

/** Puts actions of an axis in a new group that stands where the first of them (or its group) stood. Returns the group. */
export function groupActions(plan: PlanDoc, axis: NodeId, actions: readonly NodeId[]): NodeId {
  return edit(plan, () => {
    const first = actions[0]
    const stands = first === undefined ? undefined : requireNode(plan, first).place.parent
    const siblings = siblingsIn(plan, { parent: axis })
    const index = siblings.findIndex(({ id }) => id === first || id === stands)
    const group = addNode(plan, { type: 'group', parent: axis }, index === -1 ? siblings.length : index)
    moveNodes(plan, actions, { parent: group }, 0)
    return group
  })
}

/** Puts the actions of a group back in its axis, where the group stood, and the empty group in the bin. */
export function dissolveGroup(plan: PlanDoc, group: NodeId, trashed: Trashed): void {
  const { place } = requireNode(plan, group)
  edit(plan, () => {
    const index = siblingsIn(plan, { parent: place.parent }).findIndex(({ id }) => id === group)
    const actions = siblingsIn(plan, { parent: group }).map(({ id }) => id)
    moveNodes(plan, actions, { parent: place.parent }, index)
    trashNode(plan, group, trashed)
  })
}
