import type { PlanTools } from '../plan-context.ts'
import { mainText } from '../commands/node-commands.ts'
import { coverNode, placeKey } from '../store/place.ts'

/** Puts the caret in a node to which a link led by keyboard. Who reads alone has the focus on its words, to go on from there. */
export function enterNode({ store, fields, rights }: PlanTools, node: string): void {
  const found = store.structure().outline.nodes.get(node)
  const place = found === undefined ? { node: coverNode, field: 'title' } : mainText(found)
  if (rights.refusal({ type: 'write', node: place.node }) === null)
    return fields.focus(place, { type: 'start' })
  const sheet = document.getElementById('plan-sheet')
  const text = sheet?.querySelector<HTMLElement>(`[data-text="${placeKey(place)}"]`)
  if (text == null) return sheet?.focus({ preventScroll: true })
  text.tabIndex = -1
  // Whoever may write it later comes to it by Tab.
  text.addEventListener('blur', () => text.removeAttribute('tabindex'), { once: true })
  text.focus({ preventScroll: true })
}
