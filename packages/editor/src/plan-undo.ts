import type { PlanDoc } from '@concerte/schema'
import { coverText, coverTexts, dismissalMap, isLineage } from '@concerte/schema'
import * as Y from 'yjs'

/** What is typed without a pause of half a second is one step, but no more than this, in milliseconds: one gives up a thought, not a page. */
const longestStep = 4000

/**
 * One undo for the whole plan: what is typed in any field and what the commands of `plan` do, in the order in which it
 * was done here; never what others did. Undoing the addition of a node in which someone else has written meanwhile takes
 * back our words only: the node stays with theirs. `now`: milliseconds.
 */
export function createPlanUndo(plan: PlanDoc, now: () => number = Date.now): Y.UndoManager {
  const covers = coverTexts.map((field) => coverText(plan, field))
  const scope = [plan.nodes, plan.project, dismissalMap(plan), ...covers]
  const undo = new Y.UndoManager(scope, {
    trackedOrigins: new Set([plan.origin]),
    deleteFilter: (item) => !isLineage(item) && !holdsOthersWords(item, plan.nodes),
  })
  let begun = 0
  undo.on('stack-item-added', () => {
    begun = now()
  })
  undo.on('stack-item-updated', () => {
    if (now() - begun >= longestStep) undo.stopCapturing()
  })
  return undo
}

/**
 * Undo deletes from the last thing made to the first, so that when it comes to a node, its texts or its paragraphs, our
 * own words are gone from them already, and words that are still there are someone else's.
 */
function holdsOthersWords(item: Y.Item, nodes: Y.Map<Y.Map<unknown>>): boolean {
  if (item.content instanceof Y.ContentType) return hasWords(item.content.type)
  const isOfNode = item.parent instanceof Y.Map && item.parent.parent === nodes
  return isOfNode && (item.parentSub === 'type' || item.parentSub === 'place') && hasWords(item.parent)
}

function hasWords(type: unknown): boolean {
  if (type instanceof Y.Text) return type.length > 0
  if (type instanceof Y.XmlFragment) return type.toArray().some(hasWords)
  return type instanceof Y.Map && [...type.values()].some(hasWords)
}
