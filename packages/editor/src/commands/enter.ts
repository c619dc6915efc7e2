import { chainCommands } from '@tiptap/pm/commands'
import type { Command, EditorState } from '@tiptap/pm/state'
import { liftListItem, splitListItem } from '@tiptap/pm/schema-list'

import type { FieldHandlers } from '../field-handlers.ts'
import { isInList, isTextEmpty, selectionAtEnd, selectionAtStart } from '../caret.ts'
import { pointAt } from '../text-position.ts'
import { outdent } from './lists.ts'

/** Enter: the next item within a list, out of it from an item without words; else what the page makes of it. */
export function enter(handlers: FieldHandlers): Command {
  return (state, dispatch, view) => {
    const { listItem } = state.schema.nodes
    if (listItem !== undefined && isInList(state)) {
      if (isItemEmpty(state) && outdent(handlers)(state, dispatch, view)) return true
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

function isItemEmpty({ selection: { $head } }: EditorState): boolean {
  return $head.depth > 1 && isTextEmpty($head.node(-1))
}
