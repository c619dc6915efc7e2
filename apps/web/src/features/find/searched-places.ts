import type { FieldPlace } from '@concerte/editor'
import {
  blocksToPlain,
  coverTexts,
  lineToPlain,
  nodeIdSchema,
  nodeMap,
  nodeTypes,
  readBlocks,
  readLine,
  readValues,
  type NodeId,
  type OutlineNode,
  type TextProfile,
} from '@concerte/schema'

import { coverNode } from '../plan/store/place.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'

/** A field that holds words: a text, or a structured field of a node of a type. */
export type SearchedPlace = FieldPlace &
  ({ kind: 'text'; profile: TextProfile } | { kind: 'value'; id: NodeId; nodeType: 'action' | 'entry' })

const actionValues = ['lead', 'partners', 'schedule', 'continues', 'announcedTitle'] as const
const indicatorValues = ['unit', 'baseline', 'target', 'source', 'frequency'] as const
const axisHead = ['title', 'slogan'] as const

const valueFields = new Set<string>([...actionValues, ...indicatorValues])

/** Whether a field is one of the structured fields that are searched. */
export function isValueField(field: string): boolean {
  return valueFields.has(field)
}

/** Every field of the plan that holds words, in the order of the page; what waits in the tray comes last, what is in the bin not at all. */
export function searchedPlaces({ plan, structure }: Pick<PlanStore, 'plan' | 'structure'>): SearchedPlace[] {
  const { outline, template } = structure()
  const places: SearchedPlace[] = []
  const text = (node: string, field: string, profile: TextProfile) => {
    places.push({ node, field, kind: 'text', profile })
  }
  const values = (id: NodeId, nodeType: 'action' | 'entry', fields: readonly string[]) => {
    const node = nodeMap(plan, id)
    for (const field of fields) {
      if (node?.has(field) === true) places.push({ node: id, field, kind: 'value', id, nodeType })
    }
  }
  const indicators = new Set(
    [...template.axis, ...template.action].flatMap((slot) =>
      slot.type === 'rubric' && slot.entryType === 'indicator' ? [slot.id] : [],
    ),
  )
  const entry = ({ id, place }: OutlineNode) => {
    text(id, 'text', 'block')
    if ([...indicators].some((rubric) => rubric === place.rubric)) values(id, 'entry', indicatorValues)
  }
  const section = (id: NodeId) => {
    for (const [field, profile] of Object.entries(nodeTypes.section.texts)) text(id, field, profile)
  }
  const action = (id: NodeId) => {
    text(id, 'title', 'line')
    values(id, 'action', actionValues)
    for (const slot of template.action)
      if (slot.type === 'rubric') outline.children(id, slot.id).forEach(entry)
  }
  const group = (id: NodeId) => {
    text(id, 'title', 'line')
    for (const child of outline.children(id)) action(child.id)
  }
  const axis = (id: NodeId) => {
    for (const field of axisHead) text(id, field, 'line')
    for (const slot of template.axis) {
      if (slot.type === 'introduction') text(id, 'introduction', 'block')
      else if (slot.type === 'rubric') outline.children(id, slot.id).forEach(entry)
    }
    for (const child of outline.children(id)) {
      if (child.type === 'group') group(child.id)
      else action(child.id)
    }
  }
  const any = (node: OutlineNode) => {
    switch (node.type) {
      case 'section':
        return section(node.id)
      case 'axis':
        return axis(node.id)
      case 'group':
        return group(node.id)
      case 'action':
        return action(node.id)
      case 'entry':
        return entry(node)
    }
  }
  for (const field of coverTexts) text(coverNode, field, 'line')
  outline.children('front').forEach(any)
  outline.children('axes').forEach(any)
  outline.children('back').forEach(any)
  outline.unplaced.forEach(any)
  return places
}

/** The words of a field as they are now; empty where it holds none. */
export function readWords(store: Pick<PlanStore, 'plan' | 'text'>, place: SearchedPlace): string {
  if (place.kind === 'value') return wordsOfValue(readValue(store, place))
  const fragment = store.text(place)
  if (fragment === undefined) return ''
  return place.profile === 'line' ? lineToPlain(readLine(fragment)) : blocksToPlain(readBlocks(fragment))
}

/** A structured field as the plan has it. */
export function readValue(
  { plan }: Pick<PlanStore, 'plan'>,
  { node, field, nodeType }: Extract<SearchedPlace, { kind: 'value' }>,
): unknown {
  const id = nodeIdSchema.safeParse(node).data
  if (id === undefined) return undefined
  const values: Record<string, unknown> = readValues(plan, id, nodeType)
  return values[field]
}

function wordsOfValue(value: unknown): string {
  if (typeof value === 'string') return value
  const isDated = typeof value === 'object' && value !== null && 'value' in value
  return isDated && typeof value.value === 'string' ? value.value : ''
}
