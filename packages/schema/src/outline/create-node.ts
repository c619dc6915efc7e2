import * as Y from 'yjs'

import { createEmptyText } from '../text/write-fragment.ts'
import { textsOf, type NodeType, type Place } from './node-types.ts'
import type { PlanDoc } from './plan-doc.ts'

/** Puts a new node with its empty texts in the plan. To be called within {@link edit}. */
export function createNode(plan: PlanDoc, id: string, type: NodeType, place: Place): Y.Map<unknown> {
  if (plan.nodes.has(id)) throw new Error(`node id ${id} is taken`)
  const node = new Y.Map<unknown>()
  node.set('type', type)
  node.set('place', place)
  for (const [field] of textsOf(type)) node.set(field, createEmptyText())
  plan.nodes.set(id, node)
  return node
}
