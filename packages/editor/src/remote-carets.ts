import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { z } from 'zod'

import type { FieldPlace } from './field-place.ts'
import { toPosition, toRelative } from './relative-position.ts'

/*
 * Not the binding's own cursor plugin: that one writes style attributes (the Content-Security-Policy refuses them), looks
 * for every caret in every mounted field, and clears the caret of the focused field when another one is unmounted.
 * The form of `cursor` in the awareness state is the same.
 */

const key = new PluginKey<DecorationSet>('remote-carets')

const cursorSchema = z.object({ anchor: z.unknown(), head: z.unknown() })
/** `color` as y-prosemirror and the server spell it. */
const stateSchema = z.object({
  user: z.object({ name: z.string(), color: z.string().regex(/^#[0-9a-f]{6}$/i) }),
  place: z.object({ node: z.string(), field: z.string() }),
  cursor: cursorSchema,
})

/** Shows the named carets and selections of the others who are in this field, and tells them where ours is. */
export function remoteCarets(
  awareness: Awareness,
  place: FieldPlace,
  fragment: Y.XmlFragment,
): Plugin<DecorationSet> {
  const field: Field = { awareness, place, fragment }
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

type Field = { awareness: Awareness; place: FieldPlace; fragment: Y.XmlFragment }

function follow(view: EditorView, field: Field) {
  const { awareness, place, fragment } = field
  let isQueued = false
  let isOurs = false
  let hadOthers = false

  const refresh = () => {
    const hasOthers = othersIn(awareness, place).length > 0
    if ((!hasOthers && !hadOthers) || isQueued) return
    hadOthers = hasOthers
    isQueued = true
    // Awareness fires in bursts, and may fire while the editor is in the middle of an update.
    queueMicrotask(() => {
      isQueued = false
      if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true))
    })
  }
  const tell = () => {
    if (view.hasFocus()) {
      const cursor = cursorOf(view.state, fragment)
      const before = cursorSchema.safeParse(awareness.getLocalState()?.['cursor']).data
      isOurs = true
      if (cursor !== null && JSON.stringify(cursor) !== JSON.stringify(before)) {
        awareness.setLocalStateField('cursor', cursor)
      }
    } else if (isOurs) {
      isOurs = false
      awareness.setLocalStateField('cursor', null)
    }
  }
  awareness.on('change', refresh)
  view.dom.addEventListener('focusin', tell)
  view.dom.addEventListener('focusout', tell)
  refresh()
  return {
    update: tell,
    destroy() {
      awareness.off('change', refresh)
      view.dom.removeEventListener('focusin', tell)
      view.dom.removeEventListener('focusout', tell)
      if (isOurs) awareness.setLocalStateField('cursor', null)
    },
  }
}

type Other = { client: number; state: z.infer<typeof stateSchema> }

function othersIn(awareness: Awareness, place: FieldPlace): Other[] {
  const others: Other[] = []
  for (const [client, raw] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const state = stateSchema.safeParse(raw).data
    if (state?.place.node === place.node && state.place.field === place.field) others.push({ client, state })
  }
  return others
}

function decorations(state: EditorState, { awareness, place, fragment }: Field): DecorationSet {
  const found = othersIn(awareness, place).flatMap((other) => decorationsOf(state, fragment, other))
  return DecorationSet.create(state.doc, found)
}

function decorationsOf(
  state: EditorState,
  fragment: Y.XmlFragment,
  { client, state: { user, cursor } }: Other,
): Decoration[] {
  const anchor = positionIn(state, fragment, cursor.anchor)
  const head = positionIn(state, fragment, cursor.head)
  if (anchor === null || head === null) return []
  const caret = Decoration.widget(head, () => caretOf(user), { key: `${client} ${user.name}`, side: 10 })
  if (anchor === head) return [caret]
  const selection = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
    class: 'remote-selection',
    // Set through the CSSOM by ProseMirror, which the policy allows.
    style: `--person: ${user.color}`,
  })
  return [selection, caret]
}

function caretOf(user: { name: string; color: string }): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'remote-caret'
  caret.style.setProperty('--person', user.color)
  caret.setAttribute('aria-hidden', 'true')
  caret.dataset['name'] = user.name
  return caret
}

function cursorOf(state: EditorState, fragment: Y.XmlFragment): { anchor: unknown; head: unknown } | null {
  const anchor = toRelative(fragment, state.doc, state.selection.anchor)
  const head = toRelative(fragment, state.doc, state.selection.head)
  if (anchor === null || head === null) return null
  return { anchor: Y.relativePositionToJSON(anchor), head: Y.relativePositionToJSON(head) }
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
