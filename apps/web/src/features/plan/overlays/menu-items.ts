import { isAllowed, type NodeId, type OutlineNode } from '@concerte/schema'

import { indexOf, siblingsOf } from '../commands/node-commands.ts'
import type { PlanTools } from '../plan-context.ts'
import type { Intent } from '../rights/plan-rights.ts'

export type MenuKey =
  | 'up'
  | 'down'
  | 'carry'
  | 'move'
  | 'before'
  | 'after'
  | 'copy'
  | 'paste'
  | 'group'
  | 'dissolve'
  | 'colour'
  | 'lock'
  | 'unlock'
  | 'remove'
  | ReviewKey

/** What those who do not write may ask for. */
type ReviewKey = 'comment' | 'proposeText' | 'proposeAdd' | 'proposeMove' | 'proposeWithdraw'

/** What the menu of a node offers to this person now, in order; `isAtEdge` for what would do nothing. */
export function menuItems(
  { store, rights }: Pick<PlanTools, 'store' | 'rights'>,
  node: OutlineNode,
): { key: MenuKey; isAtEdge: boolean }[] {
  const structure = store.structure()
  const index = indexOf(structure, node)
  const last = siblingsOf(structure, node).length - 1
  const isPlaced = index !== -1
  const person = rights.current()
  // Who writes here need not propose; from the panel they may.
  const mayPropose =
    isAllowed('propose', person) && rights.refusal({ type: 'arrange', node: node.id }) !== null
  const offered: Record<MenuKey, boolean> = {
    up: isPlaced,
    down: isPlaced,
    carry: true,
    move: node.type !== 'axis',
    before: isPlaced,
    after: isPlaced,
    copy: true,
    paste: isPlaced && ['axis', 'group', 'action'].includes(node.type),
    group: node.type === 'action' && isPlaced,
    dissolve: node.type === 'group',
    colour: node.type === 'axis',
    lock: isPlaced && mayLock(rights, node) && !rights.current().locked.includes(node.id),
    unlock: mayLock(rights, node) && rights.current().locked.includes(node.id),
    remove: true,
    comment: isAllowed('comment', person),
    proposeText: mayPropose,
    proposeAdd: mayPropose && ['axis', 'group', 'action'].includes(node.type),
    proposeMove: mayPropose && isPlaced && node.type !== 'section',
    proposeWithdraw: mayPropose,
  }
  return keys
    .filter((key) => offered[key] && needsOf(key, node).every((need) => rights.refusal(need) === null))
    .map((key) => ({ key, isAtEdge: (key === 'up' && index === 0) || (key === 'down' && index === last) }))
}

const keys: readonly MenuKey[] = [
  'up',
  'down',
  'carry',
  'move',
  'before',
  'after',
  'copy',
  'paste',
  'group',
  'dissolve',
  'colour',
  'lock',
  'unlock',
  'comment',
  'proposeText',
  'proposeAdd',
  'proposeMove',
  'proposeWithdraw',
  'remove',
]

/** Whether a menu offers nothing but to speak of the node. */
export function isReviewOnly(items: readonly { key: MenuKey }[]): boolean {
  return items.every(({ key }) => key === 'comment' || key.startsWith('propose'))
}

/** What an item of the menu changes in the plan; locks are none of its contents. */
export function needsOf(key: MenuKey, node: OutlineNode): Intent[] {
  switch (key) {
    case 'up':
    case 'down':
    case 'carry':
    case 'move':
    case 'group':
    case 'dissolve':
    case 'remove':
      return [{ type: 'arrange', node: node.id }]
    case 'before':
    case 'after':
      return [{ type: 'addTo', parent: node.place.parent }]
    case 'colour':
      return [{ type: 'structure' }, { type: 'write', node: node.id }]
    case 'paste':
      return [{ type: 'addTo', parent: node.id }]
    case 'copy':
      return [{ type: 'write', node: node.id }]
    case 'lock':
    case 'unlock':
    case 'comment':
    case 'proposeText':
    case 'proposeAdd':
    case 'proposeMove':
    case 'proposeWithdraw':
      return []
  }
}

/** The axis that an action stands in, in a group of it or not. */
export function axisOf(nodes: ReadonlyMap<string, OutlineNode>, node: OutlineNode): NodeId | undefined {
  const parent = nodes.get(node.place.parent)
  return parent?.type === 'group' ? nodes.get(parent.place.parent)?.id : parent?.id
}

/** Leads lock and unlock while there is something to keep from being written. */
function mayLock(rights: PlanTools['rights'], { type }: OutlineNode): boolean {
  const { role, scope } = rights.current()
  return type === 'axis' && role === 'lead' && scope !== 'nothing'
}
