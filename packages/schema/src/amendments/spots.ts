import { isNodeId, rubricIdSchema } from '../ids.ts'
import { hasRoom } from '../outline/has-room.ts'
import { isRoot, type NodeType } from '../outline/node-types.ts'
import { compareSiblings } from '../outline/order.ts'
import { isInPlan } from '../outline/path-up.ts'
import { nodePlace, typeAt, type PlanDoc } from '../outline/plan-doc.ts'
import { readChildren, type ListAddress } from '../outline/read-outline.ts'
import { readTemplate } from '../outline/read-template.ts'
import type { Spot } from './proposal.ts'

/** Where a node stands now, as proposals say it; null for what is not in the plan, waits in the tray, or is a section. */
export function spotOf(plan: PlanDoc, id: string): Spot | null {
  const place = nodePlace(plan, id)
  if (place === undefined || !isInPlan(plan, id)) return null
  const { parent, rubric } = place
  if (parent !== 'axes' && !isNodeId(parent)) return null
  const siblings = readChildren(plan, { parent, rubric })
  const index = siblings.findIndex((sibling) => sibling.id === id)
  if (index === -1) return null
  const spot: Spot = { parent, after: siblings[index - 1]?.id ?? null }
  return rubric === undefined ? spot : { ...spot, rubric: rubricIdSchema.parse(rubric) }
}

/** A list, and the index in it. */
export type ResolvedSpot = { list: ListAddress; index: number }

/**
 * The list and the index in it that a spot means now, for a node of `type`; `moving` is the node itself where it may
 * stand there already. Where the sibling to follow is gone, the place that it had, or else the end of the list.
 * Null when the list is gone, or has no room for such a node.
 */
export function resolveSpot(
  plan: PlanDoc,
  type: NodeType,
  { parent, rubric, after }: Spot,
  moving?: string,
): ResolvedSpot | null {
  const list: ListAddress = rubric === undefined ? { parent } : { parent, rubric }
  if (!isRoot(parent) && !isInPlan(plan, parent)) return null
  if (!hasRoom(readTemplate(plan), typeAt(plan, parent), type, rubric)) return null
  if (after === null) return { list, index: 0 }
  const siblings = readChildren(plan, list).filter(({ id }) => id !== moving)
  const at = siblings.findIndex(({ id }) => id === after)
  if (at !== -1) return { list, index: at + 1 }
  const former = nodePlace(plan, after)
  if (former === undefined || former.parent !== parent || former.rubric !== rubric) {
    return { list, index: siblings.length }
  }
  const before = siblings.filter(
    ({ id, place }) => compareSiblings({ id, order: place.order }, { id: after, order: former.order }) < 0,
  )
  return { list, index: before.length }
}

/** Whether a node of `type` that stands at `now` stands already where it is to stand. */
export function isAt(
  plan: PlanDoc,
  { node, type, now }: { node: string; type: NodeType; now: Spot },
  { list, index }: ResolvedSpot,
): boolean {
  return isSameList(now, list) && resolveSpot(plan, type, now, node)?.index === index
}

/** Whether two spots are in one list. */
export function isSameList(a: ListAddress, b: ListAddress): boolean {
  return a.parent === b.parent && a.rubric === b.rubric
}
