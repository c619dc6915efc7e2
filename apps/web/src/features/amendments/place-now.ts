import {
  nodeIdSchema,
  readProposedText,
  type BlockText,
  type NodeId,
  type TextProfile,
} from '@concerte/schema'

import { profileOf } from '../checks/text-at.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'

export type TextNow = { profile: TextProfile; text: BlockText }

/** A text of the plan as it stands now; a line as one paragraph. Null where there is none. */
export function textNow(
  { plan }: Pick<PlanStore, 'plan'>,
  { node, field }: { node: string; field: string },
): TextNow | null {
  const profile = profileOf({ plan }, { node, field })
  const text = readProposedText(plan, node, field)
  return profile === undefined || text === null ? null : { profile, text }
}

/** The id that a place names; null for the cover and for what is no id. */
export function nodeIdAt(node: string): NodeId | null {
  return nodeIdSchema.safeParse(node).data ?? null
}
