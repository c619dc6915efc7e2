import { toggleMark } from '@tiptap/pm/commands'
import type { Schema } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'

/** Puts a mark on the selection, or takes it away. */
export function mark(schema: Schema, name: 'bold' | 'italic' | 'superscript'): Command {
  const type = schema.marks[name]
  return type === undefined ? () => false : toggleMark(type)
}
