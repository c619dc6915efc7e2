import {
  nodeIdOf,
  nodeMap,
  type NodeId,
  type OutlineNode,
  type PlanDoc,
  type Trashed,
} from '@concerte/schema'
import * as Y from 'yjs'

import { withAncestors, type PlanStructure } from '../store/structure.ts'

/** A node that a transaction moved or put in the bin, and the Yjs client that did. */
export type NodeChange = { type: 'moved' | 'reordered' | 'removed'; client: number }

/** What happened to something that one looks at or writes in: to the node itself, or to one that it stands in. */
export type Happening = NodeChange & { node: NodeId }

/** The nodes that a transaction moved or removed. Costs nothing where it only changed texts. To be called while it ends. */
export function changedNodes(plan: PlanDoc, { changedParentTypes }: Y.Transaction): Map<NodeId, NodeChange> {
  const found = new Map<NodeId, NodeChange>()
  const nodes: unknown = plan.nodes
  for (const [type, events] of changedParentTypes) {
    const changedType: unknown = type
    if (changedType !== nodes) continue
    for (const event of events) {
      const id = event instanceof Y.YMapEvent ? nodeIdOf(plan, event.target) : undefined
      const change = id === undefined ? null : changeOf(plan, id, event)
      if (id !== undefined && change !== null) found.set(id, change)
    }
  }
  return found
}

/** The first change among a node and those that it stands in. */
export function happeningAt(
  structure: PlanStructure,
  changes: ReadonlyMap<string, NodeChange>,
  node: string,
): Happening | null {
  for (const at of withAncestors(structure, node)) {
    const change = changes.get(at.id)
    if (change !== undefined) return { ...change, node: at.id }
  }
  return null
}

/** The one of a node and what it stands in that was put in the bin itself. */
export function binnedAt(
  structure: PlanStructure,
  node: string,
): (OutlineNode & { trashed: Trashed }) | null {
  for (const at of withAncestors(structure, node)) {
    if (at.trashed !== undefined) return { ...at, trashed: at.trashed }
  }
  return null
}

function changeOf(plan: PlanDoc, id: NodeId, event: Y.YEvent<Y.AbstractType<unknown>>): NodeChange | null {
  const { keys } = event.changes
  const map = nodeMap(plan, id)
  if (map === undefined) return null
  const trashed = keys.get('trashed')
  if (trashed !== undefined && trashed.oldValue === undefined && map.get('trashed') !== undefined) {
    return { type: 'removed', client: writerOf(map, 'trashed') }
  }
  const place = keys.get('place')
  if (place?.action !== 'update') return null
  const isSame = listOf(place.oldValue) === listOf(map.get('place'))
  return { type: isSame ? 'reordered' : 'moved', client: writerOf(map, 'place') }
}

function listOf(place: unknown): string {
  if (typeof place !== 'object' || place === null) return ''
  const { parent, rubric }: { parent?: unknown; rubric?: unknown } = place
  return JSON.stringify([parent, rubric])
}

/** Who wrote the value of a key: Yjs tells it nowhere else. The server has seen to it that a client id is one person's [S3]. */
export function writerOf(map: Y.Map<unknown>, key: string): number {
  // oxlint-disable-next-line eslint/no-underscore-dangle
  return map._map.get(key)?.id.client ?? -1
}
