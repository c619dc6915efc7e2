import type { Mark, MarkType } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import type { FieldHandlers } from '../field-handlers.ts'
import { safeLink } from '../link-attributes.ts'

/** Ctrl+K: asks the page for the address of the selection, or of the link that the caret stands in. */
export function link(handlers: FieldHandlers): Command {
  return (state, _dispatch, view) => {
    const type = state.schema.marks['link']
    if (type === undefined || handlers.link === undefined || view === undefined) return false
    const current = linkAt(state, type)
    const { from, to } = state.selection.empty ? linkRange(state, type) : state.selection
    handlers.link({
      href: current === undefined ? null : String(current.attrs['href']),
      apply: (href) => apply(view, type, { from, to }, href),
    })
    return true
  }
}

function apply(
  view: EditorView,
  type: MarkType,
  range: { from: number; to: number },
  href: string | null,
): void {
  if (view.isDestroyed) return
  const size = view.state.doc.content.size
  const [from, to] = [Math.min(range.from, size), Math.min(range.to, size)]
  const tr = view.state.tr.removeMark(from, to, type)
  if (href !== null && safeLink.test(href)) {
    // Nothing is selected: the address itself becomes the words of the link.
    if (from === to) tr.insert(from, view.state.schema.text(href, [type.create({ href })]))
    else tr.addMark(from, to, type.create({ href }))
  }
  view.dispatch(tr)
}

function linkAt({ selection }: EditorState, type: MarkType): Mark | undefined {
  const { $from } = selection
  return (
    type.isInSet($from.marks()) ??
    ($from.nodeAfter === null ? undefined : type.isInSet($from.nodeAfter.marks))
  )
}

/** The whole of the link around the caret; an empty range where there is none. */
function linkRange(state: EditorState, type: MarkType): { from: number; to: number } {
  const { $from } = state.selection
  const mark = linkAt(state, type)
  if (mark === undefined) return { from: $from.pos, to: $from.pos }
  let index = $from.index()
  const has = (at: number) => at < $from.parent.childCount && mark.isInSet($from.parent.child(at).marks)
  if (!has(index) && index > 0) index -= 1
  let first = index
  while (first > 0 && has(first - 1)) first -= 1
  let last = index
  while (has(last + 1)) last += 1
  let from = $from.start()
  for (let at = 0; at < first; at += 1) from += $from.parent.child(at).nodeSize
  let to = from
  for (let at = first; at <= last; at += 1) to += $from.parent.child(at).nodeSize
  return { from, to }
}
