import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { caretBookOf, type CaretBook, type RemoteCaret } from './caret-book.ts'
import type { FieldPlace } from './field-place.ts'
import { toPosition } from './relative-position.ts'

/*
 * Not the binding's own cursor plugin: that one writes style attributes (the Content-Security-Policy refuses them), looks
 * for every caret in every mounted field, and clears the caret of the focused field when another one is unmounted.
 * The form of `cursor` in the awareness state is the same.
 */

const key = new PluginKey<DecorationSet>('remote-carets')

/** Shows the named carets and selections of the others who are in this field. */
export function remoteCarets(
  awareness: Awareness,
  place: FieldPlace,
  fragment: Y.XmlFragment,
): Plugin<DecorationSet> {
  const field: Field = { book: caretBookOf(awareness), place, fragment }
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before, _old, state) {
        const isRemote: unknown = tr.getMeta(ySyncPluginKey)
        if (isRemote !== undefined || tr.getMeta(key) === true) return decorations(state, field)
        return tr.docChanged ? before.map(tr.mapping, tr.doc) : before
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => follow(view, field),
  })
}

type Field = { book: CaretBook; place: FieldPlace; fragment: Y.XmlFragment }

function follow(view: EditorView, { book, place }: Field) {
  let isQueued = false
  const refresh = () => {
    if (isQueued) return
    isQueued = true
    // Awareness fires in bursts, and may fire while the editor is in the middle of an update.
    queueMicrotask(() => {
      isQueued = false
      if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true))
    })
  }
  if (book.at(place).length > 0) refresh()
  return { destroy: book.subscribe(place, refresh) }
}

function decorations(state: EditorState, { book, place, fragment }: Field): DecorationSet {
  const found = book.at(place).flatMap((caret) => decorationsOf(state, fragment, caret))
  return found.length === 0 ? DecorationSet.empty : DecorationSet.create(state.doc, found)
}

function decorationsOf(state: EditorState, fragment: Y.XmlFragment, caret: RemoteCaret): Decoration[] {
  const anchor = positionIn(state, fragment, caret.anchor)
  const head = positionIn(state, fragment, caret.head)
  if (anchor === null || head === null) return []
  // Another element each time it goes elsewhere: the flag with its name shows anew, and rests where the caret does.
  const identity = `${caret.client} ${caret.name} ${JSON.stringify(caret.head)}`
  const shown = Decoration.widget(head, () => caretOf(caret), { key: identity, side: 10 })
  if (anchor === head) return [shown]
  const selection = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
    class: 'remote-selection',
    // Set through the CSSOM by ProseMirror, which the policy allows.
    style: `--person: ${caret.colour}`,
  })
  return [selection, shown]
}

function caretOf({ name, colour }: RemoteCaret): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'remote-caret'
  caret.style.setProperty('--person', colour)
  caret.setAttribute('aria-hidden', 'true')
  caret.dataset['name'] = name
  return caret
}

/** A position of another person's caret here; null when it is not one of this field, or not one at all. */
function positionIn(state: EditorState, fragment: Y.XmlFragment, relative: unknown): number | null {
  try {
    const position = toPosition(fragment, Y.createRelativePositionFromJSON(relative))
    return position === null ? null : Math.min(position, Math.max(0, state.doc.content.size - 1))
  } catch {
    // Presence is free-form: what another client put there may be anything. Its caret is not shown.
    return null
  }
}
