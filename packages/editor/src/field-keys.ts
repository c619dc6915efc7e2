import { baseKeymap, chainCommands } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import type { Schema } from '@tiptap/pm/model'
import type { Command, Plugin } from '@tiptap/pm/state'
import type { TextProfile } from '@concerte/schema'

import { arrow } from './commands/arrows.ts'
import { backspace } from './commands/backspace.ts'
import { forwardDelete } from './commands/delete.ts'
import { enter, leaveByEnter, stayInLine } from './commands/enter.ts'
import { link } from './commands/link.ts'
import { lift, sink, toggleList } from './commands/lists.ts'
import { mark } from './commands/mark.ts'
import { moveNode } from './commands/move-node.ts'
import type { FieldHandlers } from './field-handlers.ts'

/** The keys of a field: what goes beyond it first, then what its profile allows, then the ordinary ones. */
export function fieldKeys(schema: Schema, profile: TextProfile, handlers: FieldHandlers): Plugin[] {
  return [
    keymap(profile === 'line' ? lineKeys(schema, handlers) : blockKeys(schema, handlers)),
    keymap(baseKeymap),
  ]
}

function sharedKeys(schema: Schema, handlers: FieldHandlers): Record<string, Command> {
  const undo: Command = () => {
    handlers.undo()
    return true
  }
  const redo: Command = () => {
    handlers.redo()
    return true
  }
  return {
    'Mod-Enter': leaveByEnter(handlers),
    Backspace: backspace(handlers),
    Delete: forwardDelete(handlers),
    ArrowUp: arrow('up', handlers),
    ArrowDown: arrow('down', handlers),
    ArrowLeft: arrow('left', handlers),
    ArrowRight: arrow('right', handlers),
    'Alt-ArrowUp': moveNode('up', handlers),
    'Alt-ArrowDown': moveNode('down', handlers),
    'Mod-i': mark(schema, 'italic'),
    'Mod-.': mark(schema, 'superscript'),
    'Mod-z': undo,
    'Mod-Z': redo,
    'Mod-y': redo,
  }
}

function lineKeys(schema: Schema, handlers: FieldHandlers): Record<string, Command> {
  return {
    ...sharedKeys(schema, handlers),
    Enter: chainCommands(leaveByEnter(handlers), stayInLine),
    'Shift-Enter': stayInLine,
  }
}

function blockKeys(schema: Schema, handlers: FieldHandlers): Record<string, Command> {
  return {
    ...sharedKeys(schema, handlers),
    Enter: enter(handlers),
    // A paragraph of its own within the same entry: the ordinary meaning of Enter.
    'Shift-Enter': baseKeymap['Enter'] ?? stayInLine,
    'Mod-b': mark(schema, 'bold'),
    'Mod-k': link(handlers),
    'Mod-Shift-8': toggleList(schema, 'bulletList'),
    'Mod-Shift-7': toggleList(schema, 'orderedList'),
    Tab: sink(schema),
    'Shift-Tab': lift(schema),
  }
}
