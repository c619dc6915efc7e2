import type { FieldPlace } from '@concerte/editor'
import {
  addNode,
  moveNode,
  nodeIdSchema,
  trashNode,
  type NewNode,
  type NodeType,
  type OutlineNode,
  type PlanDoc,
  type Root,
  type Trashed,
} from '@concerte/schema'

import type { PlanStructure } from '../store/structure.ts'
import type { Outcome } from './plan-commands.ts'

/** The text of a node that takes the caret when one comes to the node. */
export function mainText(node: { id: string; type: NodeType }): FieldPlace {
  return { node: node.id, field: node.type === 'entry' ? 'text' : 'title' }
}

/** The siblings among which a node stands, itself included. */
export function siblingsOf(structure: PlanStructure, node: OutlineNode) {
  return structure.list(node.place.parent, node.place.rubric)
}

export function indexOf(structure: PlanStructure, node: OutlineNode): number {
  return siblingsOf(structure, node).findIndex(({ id }) => id === node.id)
}

/** Adds a node beside another one of its kind. */
export function addBeside(
  plan: PlanDoc,
  structure: PlanStructure,
  node: OutlineNode,
  offset: 0 | 1,
): Outcome {
  const added = newBeside(node)
  if (added === null) return {}
  return addAt(plan, added, indexOf(structure, node) + offset)
}

export function addAt(plan: PlanDoc, added: NewNode, index?: number): Outcome {
  const id = addNode(plan, added, index)
  return { focus: mainText({ id, type: added.type }), target: { type: 'start' } }
}

/** Moves a node by one place among its siblings; null at the edge. */
export function moveByOne(
  plan: PlanDoc,
  structure: PlanStructure,
  node: OutlineNode,
  direction: -1 | 1,
): true | null {
  const siblings = siblingsOf(structure, node)
  const index = indexOf(structure, node) + direction
  if (index < 0 || index >= siblings.length) return null
  moveNode(plan, node.id, { parent: node.place.parent, rubric: node.place.rubric }, index)
  return true
}

/** Puts a node in the bin, and the caret in the one before it, else in the one after, else in its parent. */
export function remove(
  plan: PlanDoc,
  structure: PlanStructure,
  node: OutlineNode,
  trashed: Trashed,
): Outcome {
  const focus = neighbour(structure, node)
  trashNode(plan, node.id, trashed)
  return focus === null ? {} : { focus: mainText(focus), target: { type: 'end' } }
}

function neighbour(structure: PlanStructure, node: OutlineNode): { id: string; type: NodeType } | null {
  const siblings = siblingsOf(structure, node)
  const index = indexOf(structure, node)
  return siblings[index - 1] ?? siblings[index + 1] ?? structure.outline.nodes.get(node.place.parent) ?? null
}

function newBeside({ type, place }: OutlineNode): NewNode | null {
  const parent = nodeIdSchema.safeParse(place.parent).data
  if (parent === undefined) return null
  switch (type) {
    case 'axis':
      return { type }
    case 'section':
      return isSectionRoot(place.parent) ? { type, parent: place.parent } : null
    case 'group':
    case 'action':
      return { type, parent }
    case 'entry':
      return place.rubric === undefined ? null : { type, parent, rubric: place.rubric }
  }
}

function isSectionRoot(parent: string): parent is Exclude<Root, 'axes'> {
  return parent === 'front' || parent === 'back'
}
