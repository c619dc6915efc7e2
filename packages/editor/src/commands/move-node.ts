import type { Command } from '@tiptap/pm/state'

import type { FieldHandlers } from '../field-handlers.ts'

/** Alt and an arrow: moves the whole node of the field among its siblings. */
export function moveNode(direction: 'up' | 'down', handlers: FieldHandlers): Command {
  return () => handlers.moveNode?.(direction) ?? false
}
