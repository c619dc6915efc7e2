import {
  nodeIdSchema,
  readBlocks,
  readLine,
  type BlockText,
  type NodeId,
  type TextProfile,
} from '@concerte/schema'

import { profileOf } from '../checks/text-at.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'

export type TextNow = { profile: TextProfile; text: BlockText }

/** A text of the plan as it stands now; a line as one paragraph. Null where there is none. */
export function textNow(
  store: Pick<PlanStore, 'plan' | 'text'>,
  place: { node: string; field: string },
): TextNow | null {
  const node = place.node === 'cover' ? place.node : nodeIdAt(place.node)
  const profile = node === null ? undefined : profileOf(store, { node, field: place.field })
  const fragment = store.text(place)
  if (profile === undefined || fragment === undefined) return null
  const text: BlockText =
    profile === 'line' ? [{ type: 'paragraph', content: readLine(fragment) }] : readBlocks(fragment)
  return { profile, text }
}

/** The id that a place names; null for the cover and for what is no id. */
export function nodeIdAt(node: string): NodeId | null {
  return nodeIdSchema.safeParse(node).data ?? null
}
