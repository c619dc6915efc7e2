import type { ProjectId } from '@concerte/api'
import { planTexts, unsharedTexts, type PlanText } from '@concerte/schema'
import type { KeptPlan } from '@concerte/sync'
import * as Y from 'yjs'

import type { KeptPlans } from './kept-plans.ts'
import { newId } from './new-id.ts'
import type { Rescue, RescueReason } from './rescue.ts'
import { shelveRescue } from './rescue-shelf.ts'

/**
 * Takes a plan off the device, because the server refused what was written in it or because the person lost access to it, and
 * leaves a copy of what they had written and not shared. `mine`: the open document, with all that was typed; without it, what is kept
 * counts. `edits`: what goes of those on the device, all when left out. `mustTell`: leaves a copy even when there is no word in it,
 * so that the person reads why.
 */
export function giveUpPlan(
  plans: KeptPlans,
  projectId: ProjectId,
  reason: RescueReason,
  options: GivingUp = {},
): Promise<void> {
  // The page's line and its requests may learn it at once: the second finds nothing left to be done.
  const last = underWay.then(() => giveUp(plans, projectId, reason, options))
  underWay = last.catch(() => undefined)
  return last
}

type GivingUp = { mine?: Y.Doc; edits?: readonly number[]; mustTell?: boolean }

let underWay: Promise<void> = Promise.resolve()

async function giveUp(
  plans: KeptPlans,
  projectId: ProjectId,
  reason: RescueReason,
  { mine, edits, mustTell = false }: GivingUp,
): Promise<void> {
  const kept = await plans.read(projectId).catch(() => null)
  const texts = textsToRescue(kept, mine, reason)
  const rescue = texts.length > 0 || mustTell ? newRescue(projectId, reason, texts) : null
  try {
    await plans.drop(projectId, { rescue, ...(edits !== undefined && { edits }) })
  } catch (error) {
    reportError(error)
    // The device keeps nothing: this page does, as long as it is open.
    if (rescue !== null) shelveRescue(rescue)
  }
}

/**
 * What the person wrote beyond what the server had when the state was kept. Where no state is kept, all that was there: it is
 * compared with the plan of now when it is shown. Of a plan that may not be read any longer, only what is the person's own is kept.
 */
function textsToRescue(kept: KeptPlan | null, open: Y.Doc | undefined, reason: RescueReason): PlanText[] {
  const state = kept?.state ?? null
  if (state === null && (reason === 'forbidden' || open === undefined)) return []
  const states = state === null ? [] : [state]
  const edits = kept?.edits ?? []
  if (open === undefined && edits.length === 0) return []
  const mine = open ?? docOf([...states, ...edits.map(({ update }) => update)])
  return unsharedTexts(planTexts(mine), { base: planTexts(docOf(states)), now: null })
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

function newRescue(projectId: ProjectId, reason: RescueReason, texts: PlanText[]): Rescue {
  return { id: newId(), projectId, at: new Date().toISOString(), reason, texts }
}
