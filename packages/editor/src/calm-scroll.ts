import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Pixels kept free over the caret (the bar lies there) and under it. */
const margin = { top: 96, bottom: 48 }

/**
 * Keeps the caret in the window while one writes. ProseMirror's own way asks the layout of every ancestor within the work of a key,
 * which makes the browser lay the page out for it alone; here one question is asked, once a frame, when the page is laid out anyway.
 */
export function calmScroll(): Plugin {
  let frame = 0
  return new Plugin({
    props: {
      handleScrollToSelection(view) {
        if (frame === 0) {
          frame = requestAnimationFrame(() => {
            frame = 0
            if (!view.isDestroyed && view.hasFocus()) bringIntoView(view)
          })
        }
        return true
      },
    },
    view: () => ({ destroy: () => cancelAnimationFrame(frame) }),
  })
}

function bringIntoView(view: EditorView): void {
  const caret = view.coordsAtPos(view.state.selection.head)
  // What a keyboard on the screen leaves of the window.
  const { visualViewport } = window
  const top = visualViewport?.offsetTop ?? 0
  const bottom = top + (visualViewport?.height ?? innerHeight)
  const over = caret.top - (top + margin.top)
  const under = caret.bottom - (bottom - margin.bottom)
  if (over < 0) scrollBy({ top: over, behavior: 'instant' })
  else if (under > 0) scrollBy({ top: Math.min(under, over), behavior: 'instant' })
}
