import { lineToPlain, nodeText, readLine, type NodeId } from '@concerte/schema'

import type { PlanStore } from '../plan/store/plan-store.ts'

/** «Axe 2 Réussir»: an axis or an action in a list to choose from. */
export function numberedTitle(
  { plan, structure }: Pick<PlanStore, 'plan' | 'structure'>,
  label: string,
  node: NodeId,
): string {
  const title = nodeText(plan, node, 'title')
  const words = title === undefined ? '' : lineToPlain(readLine(title))
  return `${label} ${structure().numbers.get(node) ?? ''} ${words}`.trim()
}
