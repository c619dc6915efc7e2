import type { NodeId } from '../ids.ts'
import { addNode } from './add-node.ts'
import { moveNodes } from './move-node.ts'
import type { Trashed } from './node-types.ts'
import { edit, MisplacedNodeError, requireNode, UnknownNodeError, type PlanDoc } from './plan-doc.ts'
import { readChildren } from './read-outline.ts'
import { trashNode } from './trash-node.ts'

/**
 * Puts actions in a new group of an axis, which stands where the first of them (or its group) stood. Returns the group.
 *
 * @throws {UnknownNodeError | MisplacedNodeError} before anything is written
 */
export function groupActions(plan: PlanDoc, axis: NodeId, actions: readonly NodeId[]): NodeId {
  const found = actions.map((id) => requireNode(plan, id))
  if (found.some(({ type }) => type !== 'action')) {
    throw new MisplacedNodeError('nothing but actions stands in a group')
  }
  const [first] = actions
  const stands = found[0]?.place.parent
  return edit(plan, () => {
    const siblings = readChildren(plan, { parent: axis })
    const index = siblings.findIndex(({ id }) => id === first || id === stands)
    const group = addNode(plan, { type: 'group', parent: axis }, index === -1 ? siblings.length : index)
    moveNodes(plan, actions, { parent: group }, 0)
    return group
  })
}

/**
 * Puts the actions of a group back in its axis, where the group stood, and the empty group in the bin.
 *
 * @throws {UnknownNodeError | MisplacedNodeError} before anything is written
 */
export function dissolveGroup(plan: PlanDoc, group: NodeId, trashed: Trashed): void {
  const { type, place } = requireNode(plan, group)
  if (type !== 'group') throw new UnknownNodeError(group)
  edit(plan, () => {
    const index = readChildren(plan, { parent: place.parent }).findIndex(({ id }) => id === group)
    const actions = readChildren(plan, { parent: group }).map(({ id }) => id)
    moveNodes(plan, actions, { parent: place.parent }, index)
    trashNode(plan, group, trashed)
  })
}
