import { liftListItem, sinkListItem, wrapInList } from '@tiptap/pm/schema-list'
import type { Schema } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'

import { isInList } from '../caret.ts'

/** Tab in a list: one level deeper. Elsewhere Tab keeps its meaning: it goes to the next field. */
export function sink(schema: Schema): Command {
  const item = schema.nodes['listItem']
  return (state, dispatch, view) =>
    item !== undefined && isInList(state) && sinkListItem(item)(state, dispatch, view)
}

/** Shift+Tab in a list: one level up; at the first one, the item leaves the list. */
export function lift(schema: Schema): Command {
  const item = schema.nodes['listItem']
  return (state, dispatch, view) =>
    item !== undefined && isInList(state) && liftListItem(item)(state, dispatch, view)
}

/** Makes a list of the paragraph, or a paragraph of the list's item. */
export function toggleList(schema: Schema, name: 'bulletList' | 'orderedList'): Command {
  const list = schema.nodes[name]
  return (state, dispatch, view) => {
    if (list === undefined) return false
    return isInList(state) ? lift(schema)(state, dispatch, view) : wrapInList(list)(state, dispatch, view)
  }
}
