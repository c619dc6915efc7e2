import type { FieldPlace, PasteRequest } from '@concerte/editor'
import { readPasted } from '@concerte/editor/paste'

import { currentLocale } from '../../i18n/locale.ts'
import type { PlanTools } from '../plan/plan-context.ts'
import { pasteMessages } from './messages.ts'
import { pasteOptions } from './paste-options.ts'
import { pasteSpot } from './paste-spot.ts'

/** Pastes where there is one way to do it, and else asks. */
export function takePasted(tools: PlanTools, place: FieldPlace, request: PasteRequest): void {
  const { store, rights, commands, overlays } = tools
  const reading = readPasted(request)
  if (reading.type === 'too-much') {
    commands.say({ text: pasteMessages[currentLocale()].tooMuch, canUndo: false })
    return
  }
  const structure = store.structure()
  const node = structure.outline.nodes.get(place.node)
  const { blocks } = reading
  // One line, whatever it was where it was copied, is words of this text.
  const isOne = blocks.length === 1
  const spot = node === undefined || isOne ? null : pasteSpot(store.plan, structure, node)
  const options = pasteOptions({ blocks, spot, template: structure.template, rights, hasField: true })
  const [first] = options
  if (first === undefined) return
  if (first.type === 'field' && options.length === 1) {
    const { text } = first
    commands.run({ type: 'write', node: place.node }, () => {
      request.insert(text)
      return undefined
    })
    return
  }
  overlays.open({ type: 'paste', place, options, insert: request.insert })
}
