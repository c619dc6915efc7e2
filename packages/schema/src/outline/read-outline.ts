import { nodeIdSchema, type NodeId } from '../ids.ts'
import type { Template } from '../template.ts'
import { readTemplate } from './read-template.ts'
import {
  isNodeType,
  isRoot,
  mayHold,
  placeSchema,
  trashedSchema,
  type NodeType,
  type Place,
  type Trashed,
} from './node-types.ts'
import { nodeMap, nodeType, type PlanDoc } from './plan-doc.ts'
import { compareSiblings } from './order.ts'
import { compareUnplaced } from './compare-unplaced.ts'

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

/** Reads the structure of a plan, without its texts. Cost: one pass over the nodes. Pure. */
export function readOutline(plan: PlanDoc): Outline {
  const template = readTemplate(plan)
  const nodes = new Map<string, OutlineNode>()
  for (const id of plan.nodes.keys()) {
    const node = outlineNode(plan, id)
    if (node !== undefined) nodes.set(id, node)
  }
  const lists = new Map<string, OutlineNode[]>()
  const unplaced: OutlineNode[] = []
  const trash: OutlineNode[] = []
  for (const node of nodes.values()) {
    if (node.trashed !== undefined) trash.push(node)
    else if (hasRoom(plan, template, node)) append(lists, listKey(node.place.parent, node.place.rubric), node)
    else unplaced.push(node)
  }
  for (const list of lists.values()) list.sort(byOrder)
  return {
    template,
    nodes,
    children: (parent, rubric) => lists.get(listKey(parent, rubric)) ?? [],
    unplaced: unplaced.sort(byPlace),
    trash: trash.sort((a, b) => compareTrash(a, b)),
  }
}

function outlineNode(plan: PlanDoc, id: string): OutlineNode | undefined {
  const node = nodeMap(plan, id)
  const type = node?.get('type')
  const place = placeSchema.safeParse(node?.get('place')).data
  const parsedId = nodeIdSchema.safeParse(id).data
  if (node === undefined || parsedId === undefined || !isNodeType(type)) return undefined
  const trashed = trashedSchema.safeParse(node.get('trashed')).data
  return {
    id: parsedId,
    type,
    // A node whose place cannot be read stands nowhere, so that the tray shows it.
    place: place ?? { parent: '', order: '' },
    ...(trashed !== undefined && { trashed }),
  }
}

function hasRoom(plan: PlanDoc, template: Template, { type, place }: OutlineNode): boolean {
  const parentType = isRoot(place.parent) ? place.parent : nodeType(plan, place.parent)
  if (parentType === undefined || !mayHold(parentType, type)) return false
  if (type !== 'entry') return place.rubric === undefined
  const slots = template[parentType === 'axis' ? 'axis' : 'action']
  return slots.some((slot) => slot.type === 'rubric' && slot.id === place.rubric)
}

function listKey(parent: string, rubric: string | undefined): string {
  return rubric === undefined ? parent : `${parent} ${rubric}`
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

function byOrder(a: OutlineNode, b: OutlineNode): number {
  return compareSiblings({ id: a.id, order: a.place.order }, { id: b.id, order: b.place.order })
}

function byPlace(a: OutlineNode, b: OutlineNode): number {
  return compareUnplaced(a.place, b.place) || byOrder(a, b)
}

/** Latest first; the id breaks ties. */
function compareTrash(a: OutlineNode, b: OutlineNode): number {
  const [timeA, timeB] = [a.trashed?.at ?? '', b.trashed?.at ?? '']
  if (timeA !== timeB) return timeA < timeB ? 1 : -1
  return a.id < b.id ? -1 : 1
}
