import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

import { frenchTypography } from './french-typography.ts'
import type { TypographyEdit } from './typography-edit.ts'

export type TypographyOptions = {
  /** Asked at each character: the person may turn it off meanwhile. */
  isOn: () => boolean
  undoManager: Y.UndoManager
  undo: () => void
}

/**
 * Mends what the person types here, and nothing else. What was typed is written first, and its mending is a step of undo of its
 * own: Ctrl+Z, or Backspace right after, gives back what was typed, and the same character there is then left alone.
 */
export function typographyAsTyped({ isOn, undoManager, undo }: TypographyOptions): Plugin<Memory> {
  return new Plugin<Memory>({
    key,
    state: { init: () => nothing, apply: remember },
    props: {
      handleTextInput(view, from, _to, text, deflt) {
        if (!isOn() || view.composing || text.length !== 1) return false
        const $from = view.state.doc.resolve(from)
        if (!$from.parent.isTextblock) return false
        const start = Math.max(0, $from.parentOffset - longestLookedAt)
        const before = $from.parent.textBetween(start, $from.parentOffset)
        const edits = frenchTypography(before, text)
        const [first] = edits
        if (first === undefined) return false
        const base = $from.start() + start
        const made = { from: base + first.from, typed: (before + text).slice(first.from) }
        if (isSame(key.getState(view.state)?.refused, made)) return false
        view.dispatch(deflt())
        undoManager.stopCapturing()
        mend(view, base, edits, made)
        undoManager.stopCapturing()
        return true
      },
      handleKeyDown(view, event) {
        if (event.key !== 'Backspace' || event.ctrlKey || event.metaKey || event.altKey) return false
        const { made } = key.getState(view.state) ?? nothing
        const { selection } = view.state
        if (made === null || !selection.empty || selection.head !== made.to) return false
        undo()
        return true
      },
    },
  })
}

type Stretch = { from: number; typed: string }
type Memory = {
  /** What was just mended, as long as the caret stays behind it. */
  made: (Stretch & { to: number }) | null
  /** What was mended and given back: not again. */
  refused: Stretch | null
}

const key = new PluginKey<Memory>('typography')
const nothing: Memory = { made: null, refused: null }

/** Enough for any quotation, and no more work in a longer paragraph. */
const longestLookedAt = 2000

function mend(view: EditorView, base: number, edits: readonly TypographyEdit[], made: Stretch): void {
  const { tr, schema } = view.state
  const superscript = schema.marks['superscript']
  // From the last to the first, so that the places of those before stay true.
  for (const edit of edits.toReversed()) {
    const [from, to] = [base + edit.from, base + edit.to]
    if ('text' in edit) tr.insertText(edit.text, from, to)
    else if (superscript !== undefined) tr.addMark(from, to, superscript.create())
  }
  // Raised already: there is nothing to take back.
  if (!tr.docChanged) return
  view.dispatch(tr.setMeta(key, { ...made, to: tr.selection.head }).scrollIntoView())
}

function remember(
  tr: Transaction,
  { made, refused }: Memory,
  _old: EditorState,
  { doc }: EditorState,
): Memory {
  const mended: Memory['made'] | undefined = tr.getMeta(key)
  if (mended !== undefined) return { made: mended, refused: null }
  if (!tr.docChanged) return tr.selectionSet ? { made: null, refused } : { made, refused }
  if (tr.getMeta(ySyncPluginKey) === undefined) {
    return { made: null, refused: refused && { ...refused, from: tr.mapping.map(refused.from, -1) } }
  }
  // Undo, or someone else: the binding replaces the whole document, and says nothing of where things went.
  if (made !== null && stands(doc, made) && !isRaised(doc, made)) return { made: null, refused: made }
  return { made: null, refused: refused !== null && stands(doc, refused) ? refused : null }
}

function stands(doc: Node, { from, typed }: Stretch): boolean {
  const to = from + typed.length
  return to <= doc.content.size && doc.textBetween(from, to, '\n') === typed
}

function isRaised(doc: Node, { from, typed }: Stretch): boolean {
  const { superscript } = doc.type.schema.marks
  return superscript !== undefined && doc.rangeHasMark(from, from + typed.length, superscript)
}

function isSame(refused: Stretch | null | undefined, { from, typed }: Stretch): boolean {
  return refused?.from === from && refused.typed === typed
}
