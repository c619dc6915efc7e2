import type { z } from 'zod'

import { createNodeId, type NodeId } from '../ids.ts'
import { createNode } from '../outline/create-node.ts'
import { nodeTypes, type NodeType, type Place } from '../outline/node-types.ts'
import { edit, MisplacedNodeError, nodeMap, nodeText, type PlanDoc } from '../outline/plan-doc.ts'
import { freshKeys } from '../outline/order.ts'
import { placeIn, placesAt, requireRoom } from '../outline/places.ts'
import { setValue } from '../outline/set-value.ts'
import type { ListAddress } from '../outline/read-outline.ts'
import type { LineText } from '../text/rich-text.ts'
import { writeBlocks, writeLine } from '../text/write-fragment.ts'
import type { ActionDraft, Drafts, RubricDraft } from './drafts.ts'

/**
 * Where drafts go. `holder`: the axis or action that takes the entries; `entryIndex`: where those of its `rubric` start (others
 * follow what stands there). `parent`: the axis or group that takes actions and groups, from `index` on.
 */
export type DraftsPlace = {
  holder?: { id: NodeId; rubric: string; entryIndex: number }
  parent?: { id: NodeId; index: number }
}

/**
 * Makes nodes of drafts, with their texts and fields, in one step, and returns the last of them. Costs one look at the plan for each list
 * that holds something already, not one a node.
 *
 * @throws {MisplacedNodeError} when something of it has no room there; nothing was changed
 */
export function insertDrafts(plan: PlanDoc, drafts: Drafts, { holder, parent }: DraftsPlace): NodeId | null {
  const entries = drafts.rubrics.filter((draft) => draft.entries.length > 0)
  if (entries.length > 0 && holder === undefined) throw new MisplacedNodeError('entries need a holder')
  if (drafts.content.length > 0 && parent === undefined) throw new MisplacedNodeError('actions need a parent')
  for (const { rubric } of entries) requireRoom(plan, 'entry', { parent: holder!.id, rubric })
  for (const { type } of drafts.content) requireRoom(plan, type, { parent: parent!.id })
  return edit(plan, () => {
    if (holder !== undefined) setFields(plan, holder.id, 'action', drafts.fields)
    let last: NodeId | null = null
    for (const draft of entries) {
      const index = draft.rubric === holder!.rubric ? holder!.entryIndex : Number.POSITIVE_INFINITY
      const list = { parent: holder!.id, rubric: draft.rubric }
      last = addEntries(plan, draft, placesAt(plan, list, index, draft.entries.length)) ?? last
    }
    if (drafts.content.length === 0) return last
    const places = placesAt(plan, { parent: parent!.id }, parent!.index, drafts.content.length)
    return addContent(plan, drafts.content, places) ?? last
  })
}

function addContent(plan: PlanDoc, content: Drafts['content'], places: readonly Place[]): NodeId | null {
  let last: NodeId | null = null
  content.forEach((item, position) => {
    const id = addTitled(plan, item.type, places[position]!, item.title)
    if (item.type === 'action') setFields(plan, id, 'action', item.fields)
    const added =
      item.type === 'group'
        ? addContent(plan, item.actions, newPlaces({ parent: id }, item.actions.length))
        : addBody(plan, id, item)
    last = added ?? id
  })
  return last
}

function addBody(plan: PlanDoc, action: NodeId, { rubrics }: ActionDraft): NodeId | null {
  let last: NodeId | null = null
  for (const draft of rubrics) {
    const places = newPlaces({ parent: action, rubric: draft.rubric }, draft.entries.length)
    last = addEntries(plan, draft, places) ?? last
  }
  return last
}

/** Places in a list of a node that was just made: nothing stands in it. */
function newPlaces(list: ListAddress, count: number): Place[] {
  return freshKeys(count).map((order) => placeIn(list, order))
}

function addEntries(plan: PlanDoc, { entries }: RubricDraft, places: readonly Place[]): NodeId | null {
  let last: NodeId | null = null
  places.forEach((place, position) => {
    last = createNodeId()
    createNode(plan, last, 'entry', place)
    const text = nodeText(plan, last, 'text')
    if (text !== undefined) writeBlocks(text, entries[position]!.text)
    setFields(plan, last, 'entry', entries[position]!.fields)
  })
  return last
}

function addTitled(
  plan: PlanDoc,
  type: Extract<NodeType, 'action' | 'group'>,
  place: Place,
  title: LineText,
): NodeId {
  const id = createNodeId()
  createNode(plan, id, type, place)
  const text = nodeText(plan, id, 'title')
  if (text !== undefined) writeLine(text, title)
  return id
}

function setFields(plan: PlanDoc, id: NodeId, type: 'action' | 'entry', fields: object): void {
  const node = nodeMap(plan, id)
  const schemas: Record<string, z.ZodType> = nodeTypes[type].values.shape
  for (const [field, value] of Object.entries(fields)) {
    const schema = schemas[field]
    if (node !== undefined && schema !== undefined) setValue(node, field, schema, value)
  }
}
