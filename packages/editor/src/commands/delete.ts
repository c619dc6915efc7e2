import type { Command } from '@tiptap/pm/state'

import { selectionAtEnd } from '../caret.ts'
import type { FieldHandlers } from '../field-handlers.ts'

/** Delete at the very end of a text: what the page makes of it (bring the next entry up here). */
export function forwardDelete(handlers: FieldHandlers): Command {
  return (state) =>
    handlers.deleteAtEnd !== undefined && selectionAtEnd(state) ? handlers.deleteAtEnd() : false
}
