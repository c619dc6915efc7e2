import { nodeIdSchema, type NodeId } from '../ids.ts'
import { createNode } from '../outline/create-node.ts'
import { findText } from '../outline/find-text.ts'
import type { Place } from '../outline/node-types.ts'
import { freshKeys } from '../outline/order.ts'
import type { PlanDoc } from '../outline/plan-doc.ts'
import { placeIn } from '../outline/places.ts'
import type { ListAddress } from '../outline/read-outline.ts'
import type { BlockText } from '../text/rich-text.ts'
import { writeFieldValue } from './field-value.ts'
import type { Draft, FieldValue } from './proposal.ts'
import { writeText } from './proposed-text.ts'

/**
 * Makes a node of a draft, with what stands in it. What is in it takes ids made of the node's own, so that the same
 * draft under the same id is the same nodes. To be called within an edit.
 */
export function insertDraft(plan: PlanDoc, id: NodeId, place: Place, draft: Draft): void {
  createNode(plan, id, draft.type, place)
  switch (draft.type) {
    case 'entry': {
      const { type: _entry, text, ...fields } = draft
      setText(plan, id, 'text', text)
      return setFields(plan, id, fields)
    }
    case 'action': {
      const { type: _action, title, rubrics = [], ...fields } = draft
      setText(plan, id, 'title', title)
      setFields(plan, id, fields)
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

function setFields(plan: PlanDoc, id: NodeId, fields: Record<string, FieldValue | undefined>): void {
  for (const [field, value] of Object.entries(fields)) writeFieldValue(plan, id, field, value ?? null)
}
