import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'

import { toPosition, toRelative } from './relative-position.ts'

/** Keeps the selection on its words when others, or undo, change the text around it. */
export function steadyCaret(fragment: Y.XmlFragment): Plugin {
  let before: { anchor: Y.RelativePosition | null; head: Y.RelativePosition | null } | null = null
  return new Plugin({
    view(view) {
      const remember = () => {
        const { doc, selection } = view.state
        before = view.hasFocus()
          ? {
              anchor: toRelative(fragment, doc, selection.anchor),
              head: toRelative(fragment, doc, selection.head),
            }
          : null
      }
      fragment.doc?.on('beforeAllTransactions', remember)
      return { destroy: () => fragment.doc?.off('beforeAllTransactions', remember) }
    },
    appendTransaction(transactions, _old, state) {
      const isFromText = transactions.some((tr) => tr.docChanged && tr.getMeta(ySyncPluginKey) !== undefined)
      if (!isFromText || before?.anchor == null || before.head === null) return null
      const anchor = toPosition(fragment, before.anchor)
      const head = toPosition(fragment, before.head)
      before = null
      const { size } = state.doc.content
      if (anchor === null || head === null || anchor > size || head > size) return null
      const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
      return selection.eq(state.selection) ? null : state.tr.setSelection(selection)
    },
  })
}
