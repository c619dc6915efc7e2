import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { fragmentText } from '../text-fragment.ts'
import { lineHtml, textHtml, textPlain } from './clean-text.ts'

/** What is copied or cut goes out as clean rich text, and as plain text with bullets. */
export function copyOut(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        copy: (view, event) => copy(view, event),
        cut: (view, event) => {
          if (!view.editable || !copy(view, event)) return false
          view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'))
          return true
        },
      },
    },
  })
}

function copy(view: EditorView, event: ClipboardEvent): boolean {
  const { selection } = view.state
  if (selection.empty || event.clipboardData === null || view.composing) return false
  const text = fragmentText(selection.content().content)
  const [first] = text
  // Part of a paragraph is words, also in a list: pasted, they make no new one.
  const isWords = selection.$from.sameParent(selection.$to)
  const words = isWords ? wordsOf(view) : null
  event.preventDefault()
  event.clipboardData.clearData()
  event.clipboardData.setData(
    'text/html',
    words === null || first === undefined ? textHtml(text) : lineHtml(words),
  )
  event.clipboardData.setData(
    'text/plain',
    words === null ? textPlain(text) : words.map((run) => run.text).join(''),
  )
  return true
}

/** The runs of a selection within one paragraph. */
function wordsOf({ state }: EditorView) {
  const { $from, from, to } = state.selection
  const cut = $from.parent.cut(from - $from.start(), to - $from.start())
  const [block] = fragmentText(state.doc.type.create(null, cut).content)
  return block?.type === 'paragraph' ? block.content : []
}
