import { Plugin, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { toRelative } from './relative-position.ts'

/** Milliseconds at least between two tellings: ten times a second is as often as an eye follows a caret. */
const pace = 100

/**
 * Tells the others where our caret is while it is in this field, a little behind it and never within the work of a key. Nothing
 * is told while nobody else is here to see it.
 */
export function ownCaret(awareness: Awareness, fragment: Y.XmlFragment): Plugin {
  return new Plugin({ view: (view) => tellFrom(view, awareness, fragment) })
}

function tellFrom(view: EditorView, awareness: Awareness, fragment: Y.XmlFragment) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told: string | null = null

  const tell = () => {
    timer = undefined
    // Someone who comes asks again.
    if (view.isDestroyed || !view.hasFocus() || awareness.getStates().size < 2) return
    const cursor = cursorOf(view.state, fragment)
    const words = JSON.stringify(cursor)
    if (cursor === null || words === told) return
    told = words
    awareness.setLocalStateField('cursor', cursor)
  }
  const soon = () => {
    timer ??= setTimeout(tell, pace)
  }
  const leave = () => {
    clearTimeout(timer)
    timer = undefined
    if (told !== null) awareness.setLocalStateField('cursor', null)
    told = null
  }
  const onPeople = ({ added }: { added: number[] }) => {
    if (added.length > 0) soon()
  }
  awareness.on('change', onPeople)
  view.dom.addEventListener('focusin', soon)
  view.dom.addEventListener('focusout', leave)
  return {
    update: (_: EditorView, before: EditorState) => {
      const { doc, selection } = view.state
      if (doc !== before.doc || !selection.eq(before.selection)) soon()
    },
    destroy() {
      awareness.off('change', onPeople)
      view.dom.removeEventListener('focusin', soon)
      view.dom.removeEventListener('focusout', leave)
      leave()
    },
  }
}

function cursorOf(state: EditorState, fragment: Y.XmlFragment): { anchor: unknown; head: unknown } | null {
  const anchor = toRelative(fragment, state.doc, state.selection.anchor)
  const head = toRelative(fragment, state.doc, state.selection.head)
  if (anchor === null || head === null) return null
  return { anchor: Y.relativePositionToJSON(anchor), head: Y.relativePositionToJSON(head) }
}
