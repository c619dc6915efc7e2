import type { FieldHandlers, FieldPlace, LinkRequest } from '@concerte/editor'
import type { OutlineNode } from '@concerte/schema'

import type { PlanTools } from '../plan-context.ts'
import { coverNode } from '../store/place.ts'
import { entryHandlers } from './entry-handlers.ts'
import { lineHandlers } from './line-handlers.ts'
import { moveByOne } from './node-commands.ts'

/** What keys do beyond the text in which the caret stands. */
export function fieldHandlers(
  tools: PlanTools,
  place: FieldPlace,
  options: {
    profile: 'line' | 'block'
    link: (request: LinkRequest) => void
    saidAtEdge: string
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
    moveNode(direction) {
      // Read again: it may have moved since the editor was made.
      const moved: OutlineNode | undefined = store.structure().outline.nodes.get(place.node)
      if (moved === undefined || place.node === coverNode) return true
      const caret = fields.current()
      commands.run({ type: 'arrange', node: moved.id }, (plan) => {
        const done = moveByOne(plan, store.structure(), moved, direction === 'up' ? -1 : 1)
        if (done === null) return { said: options.saidAtEdge }
        return { focus: place, ...(caret !== null && { target: caret.caret }) }
      })
      return true
    },
    link: options.link,
    undo: commands.undo,
    redo: commands.redo,
  }
}
