import type { CaretTarget, FieldPlace } from '@concerte/editor'
import {
  MisplacedNodeError,
  UnknownNodeError,
  type PlanDoc,
  type Trashed,
  type WriteRefusal,
} from '@concerte/schema'
import { flushSync } from 'react-dom'
import type * as Y from 'yjs'

import type { PlanFields } from '../fields/plan-fields.ts'
import type { Intent, PlanRights } from '../rights/plan-rights.ts'
import { undoNeeds } from './undo-needs.ts'

/** What a command leaves behind: where the caret goes, and what is worth saying. */
export type Outcome = {
  focus?: FieldPlace
  target?: CaretTarget
  /** Said at the foot of the page, and by screen readers. */
  said?: string
  /** What is said comes with a button that takes the command back. */
  canUndo?: boolean
  /** For screen readers alone: what the eye sees happen. */
  heard?: string
}

/** `isQuiet`: for screen readers alone. */
export type Said = { text: string; canUndo: boolean; isQuiet?: boolean } | null

export type PlanCommands = {
  /**
   * Runs a change of the plan as one step of undo, where all that it `needs` is allowed; else says why not. A node that
   * another person removed meanwhile is said, not thrown.
   */
  run: (needs: Intent | readonly Intent[], change: (plan: PlanDoc) => Outcome | undefined) => void
  /** What is changed from here on is a step of undo of its own. */
  separate: () => void
  undo: () => void
  redo: () => void
  /** The mark of a removal made here and now. */
  trashed: () => Trashed
  say: (said: Said) => void
}

export function createPlanCommands(options: {
  plan: PlanDoc
  undoManager: Y.UndoManager
  fields: Pick<PlanFields, 'focus' | 'current'>
  author: string | null
  now: () => Date
  say: (said: Said) => void
  rights: Pick<PlanRights, 'refusal'>
  onRefused: (refusal: WriteRefusal) => void
  onConflict: () => void
  /** Shows where a step was taken back whose caret was nowhere. */
  reveal: (node: string) => void
  /** What had the focus may be gone with what was taken back. */
  keepFocus: () => void
}): PlanCommands {
  const { plan, undoManager, fields, author, now, say, rights } = options

  /** Says why one of these may not be done; false where all may. */
  function isRefused(needs: Intent | readonly Intent[]): boolean {
    const all = 'type' in needs ? [needs] : needs
    const refusal = all.map(rights.refusal).find((found) => found !== null) ?? null
    if (refusal !== null) options.onRefused(refusal)
    return refusal !== null
  }

  /** The last step may no longer be taken back: rights changed, or its node went elsewhere. It leaves the stack, not to bar those before. */
  function isPast(stack: StackItem[]): boolean {
    const last = stack.at(-1)
    if (last === undefined || !isRefused(needsOf(last))) return false
    stack.pop()
    return true
  }

  // Each step keeps where the caret was, and undo brings it back there.
  undoManager.on('stack-item-added', ({ stackItem, changedParentTypes }) => {
    stackItem.meta.set('needs', undoNeeds(plan, changedParentTypes))
    stackItem.meta.set('caret', fields.current())
    // What was said before is no longer the last thing done, and its button would take back something else.
    say(null)
  })
  undoManager.on('stack-item-updated', ({ stackItem, changedParentTypes }) => {
    stackItem.meta.set('needs', distinct([...needsOf(stackItem), ...undoNeeds(plan, changedParentTypes)]))
  })
  undoManager.on('stack-item-popped', ({ stackItem }) => {
    const caret: unknown = stackItem.meta.get('caret')
    if (isCaret(caret)) return fields.focus(caret.place, caret.caret)
    const shown = needsOf(stackItem).find((need) => 'node' in need)
    if (shown !== undefined) options.reveal(shown.node)
  })

  return {
    run(needs, change) {
      if (isRefused(needs)) return
      undoManager.stopCapturing()
      let outcome: Outcome | undefined
      try {
        // The page shows the change before the caret moves into it.
        flushSync(() => {
          outcome = change(plan)
        })
      } catch (error) {
        if (!(error instanceof UnknownNodeError || error instanceof MisplacedNodeError)) throw error
        options.onConflict()
      }
      undoManager.stopCapturing()
      if (outcome?.focus !== undefined) fields.focus(outcome.focus, outcome.target ?? { type: 'end' })
      if (outcome?.said !== undefined) say({ text: outcome.said, canUndo: outcome.canUndo ?? false })
      else if (outcome?.heard !== undefined) say({ text: outcome.heard, canUndo: false, isQuiet: true })
    },
    separate: () => undoManager.stopCapturing(),
    undo() {
      say(null)
      if (isPast(undoManager.undoStack)) return
      flushSync(() => undoManager.undo())
      options.keepFocus()
    },
    redo() {
      say(null)
      if (isPast(undoManager.redoStack)) return
      flushSync(() => undoManager.redo())
      options.keepFocus()
    },
    trashed: () => ({ by: author, at: now().toISOString() }),
    say,
  }
}

type StackItem = Y.UndoManager['undoStack'][number]

function needsOf(item: StackItem): Intent[] {
  const needs: unknown = item.meta.get('needs')
  return Array.isArray(needs) ? needs : []
}

/** A step of undo grows with each letter; what it needs does not. */
function distinct(needs: readonly Intent[]): Intent[] {
  return [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()]
}

function isCaret(value: unknown): value is NonNullable<ReturnType<PlanFields['current']>> {
  return typeof value === 'object' && value !== null && 'place' in value && 'caret' in value
}
