import type { z } from 'zod'

import { nodeIdSchema, type NodeId } from '../ids.ts'
import { createNode } from '../outline/create-node.ts'
import { findText } from '../outline/find-text.ts'
import { nodeTypes, type NodeType, type Place } from '../outline/node-types.ts'
import { freshKeys } from '../outline/order.ts'
import { nodeMap, type PlanDoc } from '../outline/plan-doc.ts'
import { placeIn } from '../outline/places.ts'
import type { ListAddress } from '../outline/read-outline.ts'
import { setValue } from '../outline/set-value.ts'
import type { BlockText } from '../text/rich-text.ts'
import type { Draft } from './proposal.ts'
import { writeText } from './proposed-text.ts'

/**
 * Makes a node of a draft, with what stands in it. What is in it takes ids made of the node's own, so that the same
 * draft under the same id is the same nodes. To be called within an edit.
 */
export function insertDraft(plan: PlanDoc, id: NodeId, place: Place, draft: Draft): void {
  createNode(plan, id, draft.type, place)
  switch (draft.type) {
    case 'entry': {
      const { type, text, ...fields } = draft
      setText(plan, id, 'text', text)
      return setFields(plan, id, type, fields)
    }
    case 'action': {
      const { type, title, rubrics = [], ...fields } = draft
      setText(plan, id, 'title', title)
      setFields(plan, id, type, fields)
      let count = 0
      for (const { rubric, entries } of rubrics) {
        const places = newPlaces({ parent: id, rubric }, entries.length)
        entries.forEach((entry, index) => {
          count += 1
          insertDraft(plan, innerId(id, count), places[index]!, entry)
        })
      }
      return
    }
    case 'axis': {
      const actions = draft.actions ?? []
      setText(plan, id, 'title', draft.title)
      const places = newPlaces({ parent: id }, actions.length)
      actions.forEach((action, index) => insertDraft(plan, innerId(id, index + 1), places[index]!, action))
    }
  }
}

function innerId(id: NodeId, index: number): NodeId {
  return nodeIdSchema.parse(`${id}-${index}`)
}

/** Places in a list of a node that was just made: nothing stands in it. */
function newPlaces(list: ListAddress, count: number): Place[] {
  return freshKeys(count).map((order) => placeIn(list, order))
}

function setText(plan: PlanDoc, id: NodeId, field: string, words: BlockText): void {
  const text = findText(plan, id, field)
  if (text !== null) writeText(text, words)
}

function setFields(
  plan: PlanDoc,
  id: NodeId,
  type: Extract<NodeType, 'action' | 'entry'>,
  fields: object,
): void {
  const node = nodeMap(plan, id)
  const schemas: Record<string, z.ZodType> = nodeTypes[type].values.shape
  for (const [field, value] of Object.entries(fields)) {
    const schema = schemas[field]
    if (node !== undefined && schema !== undefined) setValue(node, field, schema, value)
  }
}
