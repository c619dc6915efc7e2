import { joinTextblockBackward } from '@tiptap/pm/commands'
import type { Command, EditorState } from '@tiptap/pm/state'

import { isInList, isTextEmpty, selectionAtStart } from '../caret.ts'
import type { FieldHandlers } from '../field-handlers.ts'

/**
 * Backspace at the very start of a text: what the page makes of it (join with the entry before, or remove it). At the start
 * of an item, its words go on at the end of those before, as in an outliner.
 */
export function backspace(handlers: FieldHandlers): Command {
  return (state, dispatch, view) => {
    if (isInList(state)) {
      return (
        isAtStartOfItem(state) && !selectionAtStart(state) && joinTextblockBackward(state, dispatch, view)
      )
    }
    if (handlers.backspaceAtStart === undefined || !selectionAtStart(state)) return false
    return handlers.backspaceAtStart({ isEmpty: isTextEmpty(state.doc) })
  }
}

function isAtStartOfItem({ selection: { $head, empty } }: EditorState): boolean {
  return empty && $head.parentOffset === 0 && $head.index(-1) === 0
}
