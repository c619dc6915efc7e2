import type { PlanDoc } from '@concerte/schema'
import {
  bringWordsBack,
  coverText,
  coverTexts,
  dismissalMap,
  isLineage,
  type CharacterStretch,
} from '@concerte/schema'
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
  const undo = new PlanUndo(plan, scope, {
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

/** Words that go back into a paragraph which somebody cut off or removed meanwhile: Yjs alone gives them up [D2]. */
class PlanUndo extends Y.UndoManager {
  readonly #plan: PlanDoc
  constructor(plan: PlanDoc, ...options: ConstructorParameters<typeof Y.UndoManager>) {
    super(...options)
    this.#plan = plan
  }

  override undo() {
    return this.#take(this.undoStack, () => super.undo())
  }

  override redo() {
    return this.#take(this.redoStack, () => super.redo())
  }

  #take(stack: Step[], pop: () => Step | null): Step | null {
    const { doc } = this.#plan
    const step = stack.at(-1)
    if (step === undefined) return pop()
    const homeless = () => doc.transact((transaction) => homelessWords(transaction, step), homecoming)
    if (homeless().length === 0) return pop()
    // Yjs would go on to the step before where it can do nothing for this one.
    const others = stack.splice(0, stack.length - 1)
    pop()
    stack.unshift(...others)
    doc.transact(() => {
      for (const words of homeless()) bringWordsBack(this.#plan, words, () => true)
    }, homecoming)
    return step
  }
}

type Step = Y.UndoManager['undoStack'][number]

/** Not tracked: Yjs would take it for a new edit, after which nothing can be done again. */
const homecoming = { from: 'undo' }

/** What a step should have written again, and whose text is gone. */
function homelessWords(transaction: Y.Transaction, { insertions, deletions }: Step): CharacterStretch[] {
  const found: CharacterStretch[] = []
  Y.iterateDeletedStructs(transaction, deletions, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
    const { id, content, parent, redone } = struct
    if (redone !== null || !(parent instanceof Y.XmlText) || Y.isDeleted(insertions, id)) return
    // Whether a type is still there Yjs tells nowhere else.
    // oxlint-disable-next-line eslint/no-underscore-dangle
    if (parent._item?.deleted === true) found.push({ client: id.client, clock: id.clock, words: content.str })
  })
  return found
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
