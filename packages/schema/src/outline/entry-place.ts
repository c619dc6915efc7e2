import type * as Y from 'yjs'

import { isNodeId, type NodeId } from '../ids.ts'
import { MisplacedNodeError, nodeText, requireNode, UnknownNodeError, type PlanDoc } from './plan-doc.ts'
import { readChildren } from './read-outline.ts'

/** An entry that stands in a rubric, and its text; `index` among its siblings. */
export type PlacedEntry = { parent: NodeId; rubric: string; index: number; text: Y.XmlFragment }

/**
 * @throws {UnknownNodeError} when the node is no entry
 * @throws {MisplacedNodeError} when the entry waits in the tray
 */
export function requirePlacedEntry(plan: PlanDoc, id: NodeId): PlacedEntry {
  const { type, place } = requireNode(plan, id)
  const text = nodeText(plan, id, 'text')
  if (type !== 'entry' || text === undefined) throw new UnknownNodeError(id)
  const { parent, rubric } = place
  if (!isNodeId(parent) || rubric === undefined) {
    throw new MisplacedNodeError(`entry ${id} stands in no rubric`)
  }
  const index = readChildren(plan, place).findIndex((sibling) => sibling.id === id)
  return { parent, rubric, index, text }
}

/**
 * An entry's text, and the one before it in the same rubric with its own; null when there is none before.
 *
 * @throws {UnknownNodeError}
 */
export function readWithPrevious(
  plan: PlanDoc,
  id: NodeId,
): { text: Y.XmlFragment; previous: NodeId; before: Y.XmlFragment } | null {
  const { place } = requireNode(plan, id)
  const siblings = readChildren(plan, place)
  const previous = siblings[siblings.findIndex((sibling) => sibling.id === id) - 1]?.id
  const text = nodeText(plan, id, 'text')
  const before = previous && nodeText(plan, previous, 'text')
  return previous === undefined || text === undefined || before === undefined
    ? null
    : { text, previous, before }
}
