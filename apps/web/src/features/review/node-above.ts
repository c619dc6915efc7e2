import type { NodeId } from '@concerte/schema'

import { withAncestors, type PlanStructure } from '../plan/store/structure.ts'

/** The axis that a node stands in; null outside the axes, and for what is nowhere. */
export function axisOfNode(structure: PlanStructure, node: string): NodeId | null {
  return withAncestors(structure, node).find(({ type }) => type === 'axis')?.id ?? null
}

/** The action that a node stands in, or is. */
export function actionOfNode({ outline }: PlanStructure, node: string): NodeId | null {
  const found = outline.nodes.get(node)
  if (found?.type === 'action') return found.id
  const parent = found?.type === 'entry' ? outline.nodes.get(found.place.parent) : undefined
  return parent?.type === 'action' ? parent.id : null
}
