import type { Command } from '@tiptap/pm/state'

import { isInList, isTextEmpty, selectionAtStart } from '../caret.ts'
import type { FieldHandlers } from '../field-handlers.ts'

/** Backspace at the very start of a text: what the page makes of it (join with the entry before, or remove it). */
export function backspace(handlers: FieldHandlers): Command {
  return (state) => {
    if (handlers.backspaceAtStart === undefined || !selectionAtStart(state) || isInList(state)) return false
    return handlers.backspaceAtStart({ isEmpty: isTextEmpty(state.doc) })
  }
}
