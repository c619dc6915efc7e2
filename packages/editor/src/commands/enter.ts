import { chainCommands } from '@tiptap/pm/commands'
import type { Command } from '@tiptap/pm/state'
import { liftListItem, splitListItem } from '@tiptap/pm/schema-list'

import type { FieldHandlers } from '../field-handlers.ts'
import { isInList, isTextEmpty, selectionAtEnd, selectionAtStart } from '../caret.ts'
import { pointAt } from '../text-position.ts'

/** Enter: the next item within a list, else what the page makes of it (the next entry, the next field). */
export function enter(handlers: FieldHandlers): Command {
  return (state, dispatch, view) => {
    const { listItem } = state.schema.nodes
    if (listItem !== undefined && isInList(state)) {
      const next = chainCommands(splitListItem(listItem), liftListItem(listItem))
      if (next(state, dispatch, view)) return true
    }
    return leaveByEnter(handlers)(state, dispatch, view)
  }
}

/** Ctrl+Enter: goes on to the next entry or field also from within a list. */
export function leaveByEnter(handlers: FieldHandlers): Command {
  return (state, dispatch, view) => {
    if (handlers.enter === undefined || view?.composing) return false
    if (!state.selection.empty) dispatch?.(state.tr.deleteSelection())
    const after = view?.state ?? state
    return handlers.enter({
      point: pointAt(after.selection.$from),
      isEmpty: isTextEmpty(after.doc),
      isAtStart: selectionAtStart(after),
      isAtEnd: selectionAtEnd(after),
    })
  }
}

/** Enter in a line, where the page has nothing after it: nothing happens, for a line holds one paragraph. */
export const stayInLine: Command = () => true
