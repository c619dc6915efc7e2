import { mainText } from '../commands/node-commands.ts'
import type { PlanTools } from '../plan-context.ts'
import { coverNode } from '../store/place.ts'

/** Puts the caret in a node to which a link led by keyboard: who reads alone gets to the sheet, to go on from there. */
export function enterNode({ store, fields, rights }: PlanTools, node: string): void {
  const found = store.structure().outline.nodes.get(node)
  const place = found === undefined ? { node: coverNode, field: 'title' } : mainText(found)
  if (rights.refusal({ type: 'write', node: place.node }) === null) fields.focus(place, { type: 'start' })
  else document.getElementById('plan-sheet')?.focus({ preventScroll: true })
}
