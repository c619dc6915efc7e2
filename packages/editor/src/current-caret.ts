import { Plugin } from '@tiptap/pm/state'

/**
 * Brings the editor's selection up to the browser's before a key is handled. The browser tells of a moved caret in a later task,
 * and input goes before such tasks: on a busy page Enter right after an arrow would cut the text where the caret was before it.
 */
export function currentCaret(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view) => {
          // The view answers this event by reading the selection at once; it offers no other way to ask for it.
          if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
          return false
        },
      },
    },
  })
}
