import * as Y from 'yjs'

import { isNodeId, type NodeId } from '../ids.ts'
import type { LiveOutline } from './live-outline.ts'
import {
  isNodeType,
  isPlace,
  isRoot,
  nowhere,
  trashedSchema,
  type NodeType,
  type Place,
  type Root,
  type Trashed,
} from './node-types.ts'

/** The texts of the cover. They are root types of the document, so that no two replicas can ever make one twice. */
export const coverTexts = ['title', 'academy', 'slogan', 'mention'] as const
export type CoverText = (typeof coverTexts)[number]

/**
 * A plan's Y.Doc and its parts. `origin` marks the transactions of this holder, so that an undo manager can tell
 * its own edits from those of others.
 */
export type PlanDoc = {
  readonly doc: Y.Doc
  readonly nodes: Y.Map<Y.Map<unknown>>
  readonly project: Y.Map<unknown>
  readonly origin: unknown
  /** Where the plan is followed (`followPlan`): answers what would else be a pass over all nodes. */
  readonly live?: LiveOutline
}

/** Opens a plan for reading and for the outline commands. Writes nothing. */
export function openPlan(doc: Y.Doc, origin: unknown = null): PlanDoc {
  return { doc, nodes: doc.getMap('nodes'), project: doc.getMap('project'), origin }
}

export function coverText(plan: PlanDoc, field: CoverText): Y.XmlFragment {
  return plan.doc.getXmlFragment(`cover.${field}`)
}

/** Runs `change` as one transaction of this holder: one update, one step of undo. */
export function edit<T>(plan: PlanDoc, change: () => T): T {
  return plan.doc.transact(change, plan.origin)
}

/** The node's map, or undefined when there is none (a hostile replica can put anything there). */
export function nodeMap(plan: PlanDoc, id: string): Y.Map<unknown> | undefined {
  const node: unknown = plan.nodes.get(id)
  return node instanceof Y.Map ? node : undefined
}

/** The id of the node that a shared type is the map of; undefined for any other type, and for a map that another took the place of. */
export function nodeIdOf({ nodes }: PlanDoc, type: unknown): NodeId | undefined {
  if (!(type instanceof Y.Map) || type.parent !== nodes) return undefined
  // Yjs tells the key of a map in its parent nowhere else.
  // oxlint-disable-next-line eslint/no-underscore-dangle
  const id: unknown = type._item?.parentSub
  return typeof id === 'string' && isNodeId(id) && nodes.get(id) === type ? id : undefined
}

/** The node's type; undefined when there is no such node or when a newer version knows the type and this one does not. */
export function nodeType(plan: PlanDoc, id: string): NodeType | undefined {
  const type = isNodeId(id) ? nodeMap(plan, id)?.get('type') : undefined
  return isNodeType(type) ? type : undefined
}

/** The type of a node, or the root itself; undefined when there is neither. */
export function typeAt(plan: PlanDoc, parent: string): NodeType | Root | undefined {
  return isRoot(parent) ? parent : nodeType(plan, parent)
}

export function nodePlace(plan: PlanDoc, id: string): Place | undefined {
  const place = nodeMap(plan, id)?.get('place')
  return isPlace(place) ? place : undefined
}

/** Who put the node itself in the bin and when; undefined when it is not there (its parent may be). */
export function nodeTrashed(plan: PlanDoc, id: string): Trashed | undefined {
  return trashedSchema.safeParse(nodeMap(plan, id)?.get('trashed')).data
}

/** One of the node's texts; undefined when the node or the text is missing. */
export function nodeText(plan: PlanDoc, id: NodeId, field: string): Y.XmlFragment | undefined {
  const text = nodeMap(plan, id)?.get(field)
  return text instanceof Y.XmlFragment ? text : undefined
}

/** The node that a command names, with its place ({@link nowhere} when that is damaged). @throws {UnknownNodeError} */
export function requireNode(
  plan: PlanDoc,
  id: string,
): { node: Y.Map<unknown>; type: NodeType; place: Place } {
  const node = nodeMap(plan, id)
  const type = nodeType(plan, id)
  if (node === undefined || type === undefined) throw new UnknownNodeError(id)
  return { node, type, place: nodePlace(plan, id) ?? nowhere }
}

/** The command named a node that the plan does not hold, or not of the type it works on. Nothing was changed. */
export class UnknownNodeError extends Error {
  override name = 'UnknownNodeError'
  readonly code = 'unknown-node'
  readonly id: string
  constructor(id: string) {
    super(`no node ${id} in this plan`)
    this.id = id
  }
}

/** The command would put a node where its type cannot stand. Nothing was changed. */
export class MisplacedNodeError extends Error {
  override name = 'MisplacedNodeError'
  readonly code = 'misplaced-node'
}
