import { z } from 'zod'

import { nodeIdSchema } from '../ids.ts'
import { mergeTexts } from '../merge/merge-texts.ts'
import { findText } from '../outline/find-text.ts'
import { moveNode } from '../outline/move-node.ts'
import type { Trashed } from '../outline/node-types.ts'
import { isInPlan } from '../outline/path-up.ts'
import { edit, nodeMap, nodeTrashed, nodeType, type PlanDoc } from '../outline/plan-doc.ts'
import { trashNode } from '../outline/trash-node.ts'
import { isSameValue, readFieldValue, writeFieldValue } from './field-value.ts'
import { nodeWords } from './node-words.ts'
import { proposalSchema } from './proposal.ts'
import { isSameText, normalText, readText, writeText } from './proposed-text.ts'
import { isAt, isSameList, resolveSpot, spotOf } from './spots.ts'

/** What takes an acceptance back: a proposal from what it left to what was there, or a node to be brought back from the bin. */
export const inverseSchema = z.union([
  z.object({ type: z.literal('restore'), node: nodeIdSchema }),
  proposalSchema,
])
export type Inverse = z.infer<typeof inverseSchema>

/** How much of an acceptance was taken back: what others changed since stays as they left it. */
export const takenBackSchema = z.enum(['all', 'some', 'nothing'])
export type TakenBack = z.infer<typeof takenBackSchema>

/** Takes an acceptance back as one edit, as far as nobody changed it since. Doing it again changes nothing. */
export function revertAcceptance(plan: PlanDoc, inverse: Inverse, trashed: Trashed): TakenBack {
  return edit(plan, () => {
    switch (inverse.type) {
      case 'text':
        return revertText(plan, inverse)
      case 'field':
        return revertField(plan, inverse)
      case 'withdraw':
        return removeAdded(plan, inverse, trashed)
      case 'restore': {
        const node = nodeMap(plan, inverse.node)
        if (node === undefined) return 'nothing'
        // Only itself: what stands above it was binned by somebody else.
        if (nodeTrashed(plan, inverse.node) !== undefined) node.delete('trashed')
        return 'all'
      }
      case 'move':
        return moveBack(plan, inverse)
      case 'add':
        return 'nothing'
    }
  })
}

function revertText(
  plan: PlanDoc,
  { node, field, base, text }: Extract<Inverse, { type: 'text' }>,
): TakenBack {
  const found = findText(plan, node, field)
  if (found === null) return 'nothing'
  const now = readText(found)
  if (isSameText(now, text)) return 'all'
  const merge = mergeTexts(base, now, text)
  const merged = normalText(found.profile, merge.text)
  writeText(found, merged)
  if (merge.type === 'merged') return 'all'
  return isSameText(merged, now) ? 'nothing' : 'some'
}

function revertField(
  plan: PlanDoc,
  { node, field, base, value }: Extract<Inverse, { type: 'field' }>,
): TakenBack {
  const now = readFieldValue(plan, node, field)
  if (isSameValue(now, value)) return 'all'
  if (!isSameValue(now, base)) return 'nothing'
  writeFieldValue(plan, node, field, value)
  return 'all'
}

/** What others wrote in an added node is theirs: it stays then. */
function removeAdded(
  plan: PlanDoc,
  { node, seen }: Extract<Inverse, { type: 'withdraw' }>,
  trashed: Trashed,
): TakenBack {
  if (!isInPlan(plan, node)) return 'all'
  if (nodeWords(plan, node) !== seen) return 'nothing'
  trashNode(plan, node, trashed)
  return 'all'
}

function moveBack(plan: PlanDoc, { node, base, to }: Extract<Inverse, { type: 'move' }>): TakenBack {
  const type = nodeType(plan, node)
  const now = spotOf(plan, node)
  const spot = type === undefined ? null : resolveSpot(plan, type, to, node)
  if (type === undefined || now === null || spot === null) return 'nothing'
  if (isAt(plan, { node, type, now }, spot)) return 'all'
  if (!isSameList(now, base)) return 'nothing'
  moveNode(plan, node, spot.list, spot.index)
  return 'all'
}
