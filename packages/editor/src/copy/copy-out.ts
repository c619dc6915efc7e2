import { Fragment } from '@tiptap/pm/model'
import { Plugin, type Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { lineToPlain, type LineText } from '@concerte/schema'

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
  const data = event.clipboardData
  if (selection.empty || data === null || view.composing) return false
  const text = fragmentText(selection.content().content)
  const [first] = text
  // Part of a paragraph is words, also in a list: pasted, they make no new one.
  const isWords = selection.$from.parent.isTextblock && selection.$from.sameParent(selection.$to)
  const words = isWords
    ? runsBetween(selection)
    : text.length === 1 && first?.type === 'paragraph'
      ? first.content
      : null
  event.preventDefault()
  data.clearData()
  data.setData('text/html', words === null ? textHtml(text) : lineHtml(words))
  data.setData('text/plain', words === null ? textPlain(text) : lineToPlain(words))
  return true
}

function runsBetween({ $from, from, to }: Selection): LineText {
  const part = $from.parent.cut(from - $from.start(), to - $from.start())
  const [block] = fragmentText(Fragment.from(part))
  return block?.type === 'paragraph' ? block.content : []
}
