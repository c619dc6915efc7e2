import { hasRoom } from './has-room.ts'
import type { NodeType, Place } from './node-types.ts'
import { ordersAt } from './order.ts'
import { MisplacedNodeError, nodeMap, typeAt, type PlanDoc } from './plan-doc.ts'
import { readChildren, type ListAddress } from './read-outline.ts'
import { readTemplate } from './read-template.ts'

/** Whether a node of `type` may stand in the list, its rubric included. @throws {MisplacedNodeError} */
export function requireRoom(plan: PlanDoc, type: NodeType, { parent, rubric }: ListAddress): void {
  const parentType = typeAt(plan, parent)
  if (hasRoom(readTemplate(plan), parentType, type, rubric)) return
  const list = rubric === undefined ? '' : ` in rubric ${rubric}`
  throw new MisplacedNodeError(`${type} cannot stand under ${parentType ?? 'nothing'}${list}`)
}

/**
 * Places for `count` nodes at `index` of a list, `moving` (which may stand in it) set aside. Gives siblings that
 * share an index a new one where the list has no room left. To be called within {@link edit}.
 */
export function placesAt(
  plan: PlanDoc,
  list: ListAddress,
  index: number,
  count: number,
  moving: ReadonlySet<string> = new Set(),
): Place[] {
  const siblings = readChildren(plan, list).filter(({ id }) => !moving.has(id))
  const at = Math.min(Math.max(0, index), siblings.length)
  const { orders, rekeyed } = ordersAt(
    siblings.map(({ id, place }) => ({ id, order: place.order })),
    at,
    count,
  )
  rekeyed.forEach(({ id, order }, position) =>
    nodeMap(plan, id)?.set('place', { ...siblings[position]!.place, order }),
  )
  return orders.map((order) => placeIn(list, order))
}

/** The place in a list that has this fractional index. */
export function placeIn({ parent, rubric }: ListAddress, order: string): Place {
  return rubric === undefined ? { parent, order } : { parent, order, rubric }
}
