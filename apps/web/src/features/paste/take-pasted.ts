import type { FieldPlace, PasteRequest } from '@concerte/editor'
import { readPasted } from '@concerte/editor/paste'
import type { PastedBlock } from '@concerte/schema'

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
  const [one, ...others] = reading.blocks
  // One line, whatever it was where it was copied, is words of this text.
  const isOne = one !== undefined && others.length === 0
  const blocks: PastedBlock[] = isOne ? [{ type: 'paragraph', content: one.content }] : reading.blocks
  const spot = node === undefined || isOne ? null : pasteSpot(store.plan, structure, node)
  const ways = pasteOptions({ blocks, spot, template: structure.template, rights, field: place.field })
  // In a list within a text, a list goes on with it.
  const options = request.isInList
    ? ways.toSorted((a, b) => Number(b.type === 'field') - Number(a.type === 'field'))
    : ways
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
