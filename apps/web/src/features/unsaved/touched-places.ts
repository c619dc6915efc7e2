import type { FieldPlace } from '@concerte/editor'
import { coverText, coverTexts, nodeIdOf, type PlanDoc } from '@concerte/schema'
import * as Y from 'yjs'

import { coverNode } from '../plan/store/place.ts'

/**
 * The fields that a transaction changed, by what Yjs says that it changed: the cost is that of the change, however long the plan. Where
 * a node stands, and whether it is there, is its field ``.
 */
export function touchedPlaces(plan: PlanDoc, changed: Y.Transaction['changed']): FieldPlace[] {
  const places: FieldPlace[] = []
  for (const [type, keys] of changed) {
    // Yjs types what changed by its events, which no map of ours narrows.
    const changedType: unknown = type
    if (changedType === plan.nodes) {
      for (const node of keys) if (node !== null) places.push({ node, field: '' })
    } else if (changedType === plan.project) {
      places.push({ node: coverNode, field: '' })
    } else if (type instanceof Y.Map) {
      const node = nodeIdOf(plan, type)
      if (node === undefined) continue
      for (const key of keys) if (key !== null) places.push({ node, field: isPlacing(key) ? '' : key })
    } else {
      const place = placeOfText(plan, type)
      if (place !== null) places.push(place)
    }
  }
  return places
}

const placing = new Set(['type', 'place', 'trashed'])

/** Where words of an entry went to or came from (`to.<id>`, `from.<id>`) is no field of it either. */
function isPlacing(key: string): boolean {
  return placing.has(key) || key.includes('.')
}

function placeOfText(plan: PlanDoc, inner: unknown): FieldPlace | null {
  let at = inner
  while (at instanceof Y.AbstractType) {
    const text = at
    const parent: unknown = text.parent
    if (parent === null) {
      const field = coverTexts.find((name) => coverText(plan, name) === text)
      return field === undefined ? null : { node: coverNode, field }
    }
    if (parent instanceof Y.Map) {
      const node = nodeIdOf(plan, parent)
      const [field] = [...parent].find(([, value]) => value === text) ?? []
      return node === undefined || field === undefined ? null : { node, field }
    }
    at = parent
  }
  return null
}
