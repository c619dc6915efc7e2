import type { TextPoint, TextProfile } from '@concerte/schema'
import { EditorState, Plugin } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { initProseMirrorDoc, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { calmScroll } from './calm-scroll.ts'
import { selectionFor } from './caret.ts'
import { copyOut } from './copy/copy-out.ts'
import { currentCaret } from './current-caret.ts'
import type { CaretTarget, FieldHandlers } from './field-handlers.ts'
import { fieldKeys } from './field-keys.ts'
import type { FieldPlace } from './field-place.ts'
import { schemaOf } from './field-schema.ts'
import { pasteInto } from './paste.ts'
import { ownCaret } from './own-caret.ts'
import { remoteCarets } from './remote-carets.ts'
import { steadyCaret } from './steady-caret.ts'
import { isSupportedText } from './supported-text.ts'
import { pointAt } from './text-position.ts'
import { typographyAsTyped } from './typography/typography-as-typed.ts'

export type FieldEditorOptions = {
  /** Becomes the editable element itself; what it held is replaced, and is not put back on `destroy`. */
  element: HTMLElement
  fragment: Y.XmlFragment
  profile: TextProfile
  place: FieldPlace
  awareness: Awareness
  /** The one of the whole plan; it is told to follow what is typed here. */
  undoManager: Y.UndoManager
  handlers: FieldHandlers
  /** Whether what is typed here takes the signs and spaces of French typography; asked at each character. */
  isTypographyOn: () => boolean
  /** The text was about to hold what this version does not know: the editor has destroyed itself, before it could do harm. */
  onUnsupported: () => void
}

export type FieldEditor = {
  focus(target?: CaretTarget): void
  hasFocus(): boolean
  /** Where the caret stands; while an edit is being written, where it stood before. Null while it is elsewhere. */
  caret(): TextPoint | null
  destroy(): void
}

/** A live editor on one text, which must be one that `isSupportedText` accepts. */
export function createFieldEditor(options: FieldEditorOptions): FieldEditor {
  const { element, fragment, profile, handlers, awareness, place } = options
  const schema = schemaOf(profile)
  const { doc: read, mapping } = initProseMirrorDoc(fragment, schema)
  // A text without any paragraph reads as one empty paragraph; the binding writes it with the first character.
  const doc = read.childCount === 0 ? (schema.topNodeType.createAndFill() ?? read) : read
  let caret: TextPoint | null = null
  // After the binding, which writes an edit to the text before it comes here.
  const lastCaret = new Plugin({
    view: () => ({
      update: ({ state }) => {
        caret = pointAt(state.selection.$head)
      },
    }),
  })
  options.undoManager.addTrackedOrigin(ySyncPluginKey)
  const view = new EditorView(
    { mount: element },
    {
      state: EditorState.create({
        doc,
        plugins: [
          currentCaret(),
          ySyncPlugin(fragment, { mapping }),
          steadyCaret(fragment),
          remoteCarets(awareness, place, fragment),
          ownCaret(awareness, fragment),
          calmScroll(),
          lastCaret,
          pasteInto(profile, handlers),
          copyOut(),
          typographyAsTyped({
            isOn: options.isTypographyOn,
            undoManager: options.undoManager,
            undo: handlers.undo,
          }),
          ...fieldKeys(schema, profile, handlers),
        ],
      }),
    },
  )
  const stopWatch = watch(fragment, profile, () => {
    destroy()
    options.onUnsupported()
  })

  function destroy(): void {
    if (view.isDestroyed) return
    stopWatch()
    view.destroy()
  }

  return {
    focus(target) {
      if (view.isDestroyed) return
      view.focus()
      if (target === undefined) return
      view.dispatch(view.state.tr.setSelection(selectionFor(view, target)).scrollIntoView())
    },
    hasFocus: () => !view.isDestroyed && view.hasFocus(),
    caret: () => (view.isDestroyed || !view.hasFocus() ? null : caret),
    destroy,
  }
}

/** Calls `stop` before the binding sees a change that it would answer by deleting. */
function watch(fragment: Y.XmlFragment, profile: TextProfile, stop: () => void): () => void {
  const { doc } = fragment
  const check = (transaction: Y.Transaction) => {
    if (isTouched(fragment, transaction) && !isSupportedText(fragment, profile)) stop()
  }
  doc?.on('beforeObserverCalls', check)
  return () => doc?.off('beforeObserverCalls', check)
}

function isTouched(fragment: Y.XmlFragment, { changed }: Y.Transaction): boolean {
  for (const type of changed.keys()) {
    let at: unknown = type
    while (at instanceof Y.AbstractType) {
      if (at === fragment) return true
      at = at.parent
    }
  }
  return false
}
