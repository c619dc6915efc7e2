import { layerOf, type ProjectNode } from '../normalize-project.ts'
import { createNode } from './create-node.ts'
import { freshKeys, keysBetween } from './order.ts'
import { placeIn } from './places.ts'
import { nodeMap, nodePlace, nodeTrashed, type PlanDoc } from './plan-doc.ts'
import type { ListAddress } from './read-outline.ts'

/** A node of the target and the list that it stands in. */
export type Wanted = ListAddress & { node: ProjectNode }

/**
 * Puts every node of the target in its list, in the order given: makes those that are missing, takes the others out of
 * the bin, and moves as few as can be. To be called within {@link edit}.
 */
export function applyPlaces(plan: PlanDoc, wanted: readonly Wanted[]): void {
  for (const list of Map.groupBy(wanted, ({ parent, rubric }) => JSON.stringify([parent, rubric])).values()) {
    const current = list.map((item) => currentOrder(plan, item))
    wantedOrders(current).forEach((order, position) => {
      const item = list[position]!
      const place = placeIn(item, order)
      const existing = nodeMap(plan, item.node.id)
      if (existing === undefined) createNode(plan, item.node.id, layerOf(item.node), place)
      else if (order !== current[position]) existing.set('place', place)
    })
    for (const { node } of list) {
      if (nodeTrashed(plan, node.id) !== undefined) nodeMap(plan, node.id)?.delete('trashed')
    }
  }
}

/** The node's key when it already stands in the list wanted; null when it must get one. */
function currentOrder(plan: PlanDoc, { node, parent, rubric }: Wanted): string | null {
  const place = nodePlace(plan, node.id)
  return place?.parent === parent && place.rubric === rubric ? place.order : null
}

/** Rising keys, as many of the current ones among them as can be; all new where those leave no room (foreign keys). */
function wantedOrders(current: readonly (string | null)[]): string[] {
  const kept = longestRise(current)
  const orders: string[] = []
  while (orders.length < current.length) {
    const start = orders.length
    if (kept.has(start)) {
      orders.push(current[start]!)
      continue
    }
    let end = start
    while (end < current.length && !kept.has(end)) end += 1
    const keys = keysBetween(orders.at(-1), current[end] ?? undefined, end - start)
    if (keys === undefined) return freshKeys(current.length)
    orders.push(...keys)
  }
  return orders
}

/** Positions of a longest strictly rising run of keys, nulls left aside (patience sorting, n log n). */
function longestRise(keys: readonly (string | null)[]): Set<number> {
  const tails: number[] = []
  const previous = new Map<number, number | undefined>()
  keys.forEach((key, position) => {
    if (key === null) return
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (keys[tails[middle]!]! < key) low = middle + 1
      else high = middle
    }
    previous.set(position, tails[low - 1])
    tails[low] = position
  })
  const rise = new Set<number>()
  for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) rise.add(at)
  return rise
}
