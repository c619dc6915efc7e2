import type { Command } from '@tiptap/pm/state'

import { selectionAtEnd, selectionAtStart } from '../caret.ts'
import type { FieldHandlers, LeaveDirection } from '../field-handlers.ts'

/** An arrow that has no further to go in its field crosses into the next one, keeping its column up and down. */
export function arrow(direction: LeaveDirection, handlers: FieldHandlers): Command {
  return (state, _dispatch, view) => {
    if (handlers.leave === undefined || view === undefined || !state.selection.empty) return false
    if (direction === 'left' ? !selectionAtStart(state) : direction === 'right' && !selectionAtEnd(state)) {
      return false
    }
    const isVertical = direction === 'up' || direction === 'down'
    const caret = () => view.coordsAtPos(state.selection.head).left
    const left = isVertical ? (handlers.column?.(caret) ?? caret()) : 0
    if (!view.endOfTextblock(direction)) return false
    if (isVertical && !isOutermost(direction, state)) return false
    return handlers.leave(direction, left)
  }
}

/** Whether no paragraph stands above (below) the caret's within the field. */
function isOutermost(direction: 'up' | 'down', { selection, doc }: Parameters<Command>[0]): boolean {
  const { $head } = selection
  for (let depth = $head.depth - 1; depth >= 0; depth -= 1) {
    const last = direction === 'up' ? 0 : $head.node(depth).childCount - 1
    if ($head.index(depth) !== last) return false
  }
  return doc.childCount > 0
}
