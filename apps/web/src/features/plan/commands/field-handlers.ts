import type { FieldHandlers, FieldPlace, LinkRequest } from '@concerte/editor'

import { currentLocale } from '../../../i18n/locale.ts'
import { slashHandlers } from '../insert/slash-handlers.ts'
import { pasteHandler } from '../../paste/paste-handler.ts'
import { keysMessages } from '../keys/messages.ts'
import type { PlanTools } from '../plan-context.ts'
import { coverNode } from '../store/place.ts'
import { entryHandlers } from './entry-handlers.ts'
import { lineHandlers } from './line-handlers.ts'
import { moveStep } from './move-step.ts'

/** What keys do beyond the text in which the caret stands. */
export function fieldHandlers(
  tools: PlanTools,
  place: FieldPlace,
  options: {
    profile: 'line' | 'block'
    link: (request: LinkRequest) => void
  },
): FieldHandlers {
  const { store, fields, commands } = tools
  const node = store.structure().outline.nodes.get(place.node)
  return {
    ...(options.profile === 'line' && lineHandlers(tools, place)),
    ...(node?.type === 'entry' && entryHandlers(tools, node.id)),
    leave(direction, left) {
      switch (direction) {
        case 'up':
          return fields.step(place, -1, { type: 'column', left, line: 'last' })
        case 'down':
          return fields.step(place, 1, { type: 'column', left, line: 'first' })
        case 'left':
          return fields.step(place, -1, { type: 'end' })
        case 'right':
          return fields.step(place, 1, { type: 'start' })
      }
    },
    column: tools.keys.column,
    moveNode(direction) {
      if (place.node !== coverNode) moveStep(tools, place, direction === 'up' ? -1 : 1)
      return true
    },
    slash: slashHandlers(tools, place, options.profile),
    isWalking: tools.keys.isWalking,
    noLink: () => commands.say({ text: keysMessages[currentLocale()].noLink, canUndo: false }),
    link: options.link,
    paste: pasteHandler(tools, place),
    undo: commands.undo,
    redo: commands.redo,
  }
}
