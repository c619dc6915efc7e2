import { liftListItem, sinkListItem, wrapInList } from '@tiptap/pm/schema-list'
import type { Schema } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'

import { isInList } from '../caret.ts'
import type { FieldHandlers, ItemPlace } from '../field-handlers.ts'
import { pointAt } from '../text-position.ts'

/** Tab: one level deeper in a list, else what the page makes of it. Of someone who walks through the page it is not asked. */
export function sink(schema: Schema, handlers: FieldHandlers): Command {
  const item = schema.nodes['listItem']
  return (state, dispatch, view) => {
    if (handlers.isWalking?.() === true || item === undefined) return false
    if (!isInList(state)) return handlers.indent?.(pointAt(state.selection.$head)) ?? false
    sinkListItem(item)(state, dispatch, view)
    // Also where the item is the first and has nothing to go under: a key that writes does not leave the text by chance.
    return true
  }
}

/** Shift+Tab in a list: one level up; from the first one, what the page makes of the item, else a paragraph. */
export function lift(schema: Schema, handlers: FieldHandlers): Command {
  return (state, dispatch, view) => {
    if (handlers.isWalking?.() === true) return false
    return outdent(handlers)(state, dispatch, view) || liftItem(schema)(state, dispatch, view)
  }
}

/** Gives an item that stands in no other list to the page. */
export function outdent(handlers: FieldHandlers): Command {
  return (state) => {
    const place = itemPlace(state)
    return place !== null && (handlers.outdent?.(place) ?? false)
  }
}

/** Makes a list of the paragraph, or a paragraph of the list's item. */
export function toggleList(schema: Schema, name: 'bulletList' | 'orderedList'): Command {
  const list = schema.nodes[name]
  return (state, dispatch, view) => {
    if (list === undefined) return false
    return isInList(state) ? liftItem(schema)(state, dispatch, view) : wrapInList(list)(state, dispatch, view)
  }
}

function liftItem(schema: Schema): Command {
  const item = schema.nodes['listItem']
  return (state, dispatch, view) =>
    item !== undefined && isInList(state) && liftListItem(item)(state, dispatch, view)
}

/** The item around the caret, where it is one of a list that stands in no other. */
function itemPlace({ selection: { $head } }: EditorState): ItemPlace | null {
  const isFirstLevel = $head.depth === 3 && $head.node(2).type.name === 'listItem'
  if (!isFirstLevel) return null
  const { path, offset } = pointAt($head)
  return { item: [$head.index(0), $head.index(1)], point: { path: path.slice(2), offset } }
}
