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
import { fieldCombos as keys } from './key-combos.ts'
import { slashMenu } from './slash-menu.ts'

/** The keys of a field: what goes beyond it first, then what its profile allows, then the ordinary ones. */
export function fieldKeys(schema: Schema, profile: TextProfile, handlers: FieldHandlers): Plugin[] {
  return [
    ...(handlers.slash === undefined ? [] : [slashMenu(handlers.slash)]),
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
    [keys.leave]: leaveByEnter(handlers),
    [keys.backspace]: backspace(handlers),
    [keys.delete]: forwardDelete(handlers),
    ArrowUp: arrow('up', handlers),
    ArrowDown: arrow('down', handlers),
    ArrowLeft: arrow('left', handlers),
    ArrowRight: arrow('right', handlers),
    [keys.moveUp]: moveNode('up', handlers),
    [keys.moveDown]: moveNode('down', handlers),
    [keys.italic]: mark(schema, 'italic'),
    [keys.superscript]: mark(schema, 'superscript'),
    'Mod-z': undo,
    'Mod-Z': redo,
    // Where Shift and caps lock make a small letter again.
    'Mod-Shift-z': redo,
    'Mod-y': redo,
  }
}

function lineKeys(schema: Schema, handlers: FieldHandlers): Record<string, Command> {
  const noLink: Command = () => {
    handlers.noLink?.()
    return handlers.noLink !== undefined
  }
  return {
    ...sharedKeys(schema, handlers),
    [keys.enter]: chainCommands(leaveByEnter(handlers), stayInLine),
    [keys.paragraph]: stayInLine,
    [keys.link]: noLink,
  }
}

function blockKeys(schema: Schema, handlers: FieldHandlers): Record<string, Command> {
  return {
    ...sharedKeys(schema, handlers),
    [keys.enter]: enter(handlers),
    // A paragraph of its own within the same entry: the ordinary meaning of Enter.
    [keys.paragraph]: baseKeymap['Enter'] ?? stayInLine,
    [keys.bold]: mark(schema, 'bold'),
    [keys.link]: link(handlers),
    [keys.bulletList]: toggleList(schema, 'bulletList'),
    [keys.orderedList]: toggleList(schema, 'orderedList'),
    [keys.indent]: sink(schema, handlers),
    [keys.outdent]: lift(schema, handlers),
  }
}
