import type { NodeId } from '@concerte/schema'

import type { PlanStructure } from '../plan/store/structure.ts'

/** The axis that a node stands in; null outside the axes, and for what is nowhere. */
export function axisOfNode({ outline }: PlanStructure, node: string): NodeId | null {
  let found = outline.nodes.get(node)
  // Each step goes up one of four layers.
  for (let steps = 0; steps < 4 && found !== undefined && found.type !== 'axis'; steps += 1) {
    found = outline.nodes.get(found.place.parent)
  }
  return found?.type === 'axis' ? found.id : null
}

/** The action that a node stands in, or is. */
export function actionOfNode({ outline }: PlanStructure, node: string): NodeId | null {
  const found = outline.nodes.get(node)
  if (found?.type === 'action') return found.id
  const parent = found?.type === 'entry' ? outline.nodes.get(found.place.parent) : undefined
  return parent?.type === 'action' ? parent.id : null
}
