import * as Y from 'yjs'

import { isNodeId, type NodeId } from '../ids.ts'
import { rubricsOf } from '../reading.ts'
import type { Template } from '../template.ts'
import { compareUnplaced } from './compare-unplaced.ts'
import { hasRoom } from './has-room.ts'
import {
  isNodeType,
  isPlace,
  isRoot,
  nowhere,
  trashedSchema,
  type NodeType,
  type Place,
  type Trashed,
} from './node-types.ts'
import { compareSiblings } from './order.ts'
import { typeAt, type PlanDoc } from './plan-doc.ts'
import { readTemplate } from './read-template.ts'

/** One node as the outline sees it. */
export type OutlineNode = { id: NodeId; type: NodeType; place: Place; trashed?: Trashed }

/**
 * Where every node of a known type stands. A node is in exactly one of: the children of its parent, `unplaced`
 * (the tray: its parent or its rubric is gone), `trash` (put in the bin itself; what stands under it goes with it).
 */
export type Outline = {
  template: Template
  nodes: ReadonlyMap<string, OutlineNode>
  /** Children of a node or root in reading order; for entries, those of one rubric. */
  children(parent: string, rubric?: string): readonly OutlineNode[]
  unplaced: readonly OutlineNode[]
  trash: readonly OutlineNode[]
}

/** All that stands right under a node, in reading order: entries rubric by rubric, then the others. */
export function allChildren(outline: Outline, { id, type }: { id: string; type: NodeType }): OutlineNode[] {
  const rubrics = type === 'axis' || type === 'action' ? rubricsOf(outline.template, type) : []
  return [...rubrics.flatMap((rubric) => outline.children(id, rubric.id)), ...outline.children(id)]
}

/** A list of siblings: the children of a node or root, for entries those of one rubric. */
export type ListAddress = { parent: string; rubric?: string | undefined }

/**
 * Reads the structure of a plan, without its texts. Cost: one pass over the nodes, or next to nothing where the plan is
 * followed (`followPlan`). Pure.
 */
export function readOutline(plan: PlanDoc): Outline {
  if (plan.live !== undefined) return plan.live.current()
  const template = readTemplate(plan)
  const nodes = new Map<string, OutlineNode>()
  plan.nodes.forEach((found: unknown, id) => {
    const node = outlineNode(found, id)
    if (node !== undefined) nodes.set(id, node)
  })
  const lists = new Map<string, OutlineNode[]>()
  const unplaced: OutlineNode[] = []
  const trash: OutlineNode[] = []
  for (const node of nodes.values()) {
    const { parent, rubric } = node.place
    const parentType = isRoot(parent) ? parent : nodes.get(parent)?.type
    if (node.trashed !== undefined) trash.push(node)
    else if (hasRoom(template, parentType, node.type, rubric)) append(lists, listKey(parent, rubric), node)
    else unplaced.push(node)
  }
  for (const list of lists.values()) list.sort(byOrder)
  return {
    template,
    nodes,
    children: (parent, rubric) => lists.get(listKey(parent, rubric)) ?? [],
    unplaced: unplaced.toSorted(byPlace),
    trash: trash.toSorted(byTrashed),
  }
}

/**
 * The nodes of one list, in reading order: what `readOutline(plan).children` gives, for the commands. Of the nodes
 * elsewhere it looks at the place alone, which makes it ten times cheaper in a long plan.
 */
export function readChildren(plan: PlanDoc, { parent, rubric }: ListAddress): readonly OutlineNode[] {
  if (plan.live !== undefined) return plan.live.current().children(parent, rubric)
  const template = readTemplate(plan)
  const parentType = typeAt(plan, parent)
  const children: OutlineNode[] = []
  plan.nodes.forEach((found: unknown, id) => {
    const place: unknown = found instanceof Y.Map ? found.get('place') : undefined
    if (!isPlace(place) || place.parent !== parent || place.rubric !== rubric) return
    const node = outlineNode(found, id)
    if (node === undefined || node.trashed !== undefined) return
    if (hasRoom(template, parentType, node.type, rubric)) children.push(node)
  })
  return children.toSorted(byOrder)
}

/** What stands under an id in the document, which a hostile replica can make anything. */
export function outlineNode(node: unknown, id: string): OutlineNode | undefined {
  if (!(node instanceof Y.Map) || !isNodeId(id)) return undefined
  const type: unknown = node.get('type')
  if (!isNodeType(type)) return undefined
  const place: unknown = node.get('place')
  const outlined = { id, type, place: isPlace(place) ? place : nowhere }
  const raw: unknown = node.get('trashed')
  const trashed = raw === undefined ? undefined : trashedSchema.safeParse(raw).data
  return trashed === undefined ? outlined : { ...outlined, trashed }
}

/** One string a list. */
export function listKey(parent: string, rubric: string | undefined): string {
  return rubric === undefined ? parent : `${parent} ${rubric}`
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

/** Reading order of siblings. */
export function byOrder(a: OutlineNode, b: OutlineNode): number {
  return compareSiblings({ id: a.id, order: a.place.order }, { id: b.id, order: b.place.order })
}

/** Order of the tray. */
export function byPlace(a: OutlineNode, b: OutlineNode): number {
  return compareUnplaced(a.place, b.place) || byOrder(a, b)
}

/** Order of the bin: latest first; the id breaks ties. */
export function byTrashed(a: OutlineNode, b: OutlineNode): number {
  const [timeA, timeB] = [a.trashed?.at ?? '', b.trashed?.at ?? '']
  if (timeA !== timeB) return timeA < timeB ? 1 : -1
  return a.id < b.id ? -1 : 1
}
