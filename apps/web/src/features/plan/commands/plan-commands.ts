import type { CaretTarget, FieldPlace } from '@concerte/editor'
import { MisplacedNodeError, UnknownNodeError, type PlanDoc, type Trashed } from '@concerte/schema'
import { flushSync } from 'react-dom'
import type * as Y from 'yjs'

import type { PlanFields } from '../fields/plan-fields.ts'

/** What a command leaves behind: where the caret goes, and what is worth saying. */
export type Outcome = {
  focus?: FieldPlace
  target?: CaretTarget
  /** Said at the foot of the page, and by screen readers. */
  said?: string
  /** What is said comes with a button that takes the command back. */
  canUndo?: boolean
}

export type Said = { text: string; canUndo: boolean } | null

export type PlanCommands = {
  /** Runs a change of the plan as one step of undo. A node that another person removed meanwhile is said, not thrown. */
  run: (change: (plan: PlanDoc) => Outcome | undefined) => void
  undo: () => void
  redo: () => void
  /** The mark of a removal made here and now. */
  trashed: () => Trashed
  say: (said: Said) => void
}

export function createPlanCommands(options: {
  plan: PlanDoc
  undoManager: Y.UndoManager
  fields: PlanFields
  author: string | null
  now: () => Date
  say: (said: Said) => void
  onConflict: () => void
}): PlanCommands {
  const { plan, undoManager, fields, author, now, say } = options

  // Each step keeps where the caret was, and undo brings it back there.
  undoManager.on('stack-item-added', ({ stackItem }) => {
    stackItem.meta.set('caret', fields.current())
    // What was said before is no longer the last thing done, and its button would take back something else.
    say(null)
  })
  undoManager.on('stack-item-popped', ({ stackItem }) => {
    const caret: unknown = stackItem.meta.get('caret')
    if (isCaret(caret)) fields.focus(caret.place, caret.caret)
  })

  return {
    run(change) {
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
    },
    undo() {
      say(null)
      flushSync(() => undoManager.undo())
    },
    redo() {
      say(null)
      flushSync(() => undoManager.redo())
    },
    trashed: () => ({ by: author, at: now().toISOString() }),
    say,
  }
}

function isCaret(value: unknown): value is NonNullable<ReturnType<PlanFields['current']>> {
  return typeof value === 'object' && value !== null && 'place' in value && 'caret' in value
}
