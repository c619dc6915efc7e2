import { isRoot, mayHold, type NodeType, type Place } from './node-types.ts'
import { ordersAt, type Sibling } from './order.ts'
import { MisplacedNodeError, nodeMap, nodePlace, nodeType, type PlanDoc } from './plan-doc.ts'
import { readOutline, type OutlineNode } from './read-outline.ts'

/** A list of siblings: the children of a node or root, for entries those of one rubric. */
export type ListAddress = { parent: string; rubric?: string | undefined }

/** Whether a node of `type` may stand in the list, its rubric included. @throws {MisplacedNodeError} */
export function requireRoom(plan: PlanDoc, type: NodeType, parent: string, rubric: string | undefined): void {
  const parentType = isRoot(parent) ? parent : nodeType(plan, parent)
  if (parentType === undefined || !mayHold(parentType, type)) {
    throw new MisplacedNodeError(`${type} cannot stand under ${parentType ?? 'nothing'}`)
  }
  if ((type === 'entry') !== (rubric !== undefined)) {
    throw new MisplacedNodeError('an entry stands under a rubric, and nothing else does')
  }
  if (type !== 'entry') return
  const slots = readOutline(plan).template[parentType === 'axis' ? 'axis' : 'action']
  if (!slots.some((slot) => slot.type === 'rubric' && slot.id === rubric)) {
    throw new MisplacedNodeError(`no rubric ${rubric} for ${parentType}`)
  }
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
  const siblings = siblingsIn(plan, list).filter(({ id }) => !moving.has(id))
  const at = Math.min(Math.max(0, index), siblings.length)
  const { orders, rekeyed } = ordersAt(siblings.map(toSibling), at, count)
  for (const { id, order } of rekeyed) {
    const place = nodePlace(plan, id)
    if (place !== undefined) nodeMap(plan, id)?.set('place', { ...place, order })
  }
  return orders.map((order) => ({
    parent: list.parent,
    order,
    ...(list.rubric !== undefined && { rubric: list.rubric }),
  }))
}

/** The nodes of a list, in reading order. */
export function siblingsIn(plan: PlanDoc, { parent, rubric }: ListAddress): readonly OutlineNode[] {
  return readOutline(plan).children(parent, rubric)
}

function toSibling({ id, place }: OutlineNode): Sibling {
  return { id, order: place.order }
}
