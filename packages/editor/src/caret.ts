import type { Node } from '@tiptap/pm/model'
import { Selection, TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import type { CaretTarget } from './field-handlers.ts'
import { positionOf } from './text-position.ts'

/** Whether the caret (no selection) stands before the first character of the field. */
export function selectionAtStart({ selection, doc }: EditorState): boolean {
  return selection.empty && selection.from === Selection.atStart(doc).from
}

/** Whether the caret (no selection) stands after the last character of the field. */
export function selectionAtEnd({ selection, doc }: EditorState): boolean {
  return selection.empty && selection.to === Selection.atEnd(doc).to
}

export function isInList({ selection }: EditorState): boolean {
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === 'listItem') return true
  }
  return false
}

export function isTextEmpty(doc: Node): boolean {
  return doc.textContent.trim() === ''
}

/** Where the caret stands once it is put at `target`. */
export function selectionFor(view: EditorView, target: CaretTarget): Selection {
  const { doc } = view.state
  switch (target.type) {
    case 'start':
      return Selection.atStart(doc)
    case 'end':
      return Selection.atEnd(doc)
    case 'point':
      return TextSelection.near(doc.resolve(positionOf(doc, target.point)))
    case 'column': {
      const edge = target.line === 'first' ? Selection.atStart(doc) : Selection.atEnd(doc)
      const line = view.coordsAtPos(edge.head)
      const found = view.posAtCoords({ left: target.left, top: (line.top + line.bottom) / 2 })
      return found === null ? edge : TextSelection.near(doc.resolve(found.pos))
    }
  }
}
