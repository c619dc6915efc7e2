import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { toggleList } from './commands/lists.ts'
import { isTextEmpty } from './caret.ts'
import type { SlashHandlers, SlashKey } from './field-handlers.ts'

/**
 * Follows a `/` that is written in an empty text, and what is written behind it. The sign is a letter like another: whoever
 * wants it keeps it, with Escape or by writing what the menu does not know.
 */
export function slashMenu({ type, press }: SlashHandlers): Plugin {
  let isOpen = false
  const close = () => {
    if (!isOpen) return
    isOpen = false
    type(null, nothing)
  }
  const follow = (view: EditorView) => {
    const query = isOpen && view.hasFocus() ? queryIn(view) : null
    if (query === null) return close()
    type(query, (name) => {
      close()
      const { doc } = view.state
      view.dispatch(view.state.tr.delete(1, doc.content.size - 1))
      toggleList(view.state.schema, name)(view.state, view.dispatch, view)
    })
  }
  return new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) => {
        if (text === '/' && isTextEmpty(view.state.doc) && view.state.doc.childCount === 1) isOpen = true
        return false
      },
      handleKeyDown: (_view, event) => {
        if (!isOpen || event.isComposing || !isSlashKey(event.key)) return false
        if (event.key === 'Escape') {
          // It closes this menu and nothing else that listens on the page.
          event.stopPropagation()
          close()
          return true
        }
        if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false
        return press(event.key)
      },
      handleDOMEvents: {
        blur: () => {
          close()
          return false
        },
      },
    },
    view: () => ({ update: follow, destroy: close }),
  })
}

/** What stands behind the sign, where the text holds nothing else. */
function queryIn({ state: { doc } }: EditorView): string | null {
  const text = doc.childCount === 1 && doc.firstChild?.isTextblock === true ? doc.textContent : ''
  return text.startsWith('/') ? text.slice(1) : null
}

const keys: readonly string[] = ['ArrowUp', 'ArrowDown', 'Enter', 'Tab', 'Escape'] satisfies SlashKey[]

function isSlashKey(key: string): key is SlashKey {
  return keys.includes(key)
}

function nothing(): void {
  // There is no text to make a list of.
}
