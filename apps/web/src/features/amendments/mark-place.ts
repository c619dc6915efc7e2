import type { Fate } from '@concerte/api'
import { amendmentNode, type Proposal } from '@concerte/schema'

import type { PlanTools } from '../plan/plan-context.ts'
import { isInView } from '../plan/page/in-view.ts'
import { nodeAnchor } from '../plan/page/reveal.ts'
import { placeKey } from '../plan/store/place.ts'

/** The name that amendments.module.css styles. */
const highlightName = 'amendment'
const canMark = 'highlights' in (globalThis.CSS ?? {}) && typeof Highlight === 'function'

/** Frames to wait for a part that is just being put on the page. */
const patience = 20

let asked = 0

/** A place of the page: a node, and the text of it that is meant. */
export type MarkedPlace = { node: string; field: string | null }

/** Where a proposal stands; once it is accepted, where it led to. */
export function placeToMark(proposal: Proposal, fate?: Fate): MarkedPlace {
  return {
    node: fate?.type === 'accepted' ? fate.node : amendmentNode(proposal),
    field: proposal.type === 'text' ? proposal.field : null,
  }
}

/** Paints a place in the page, and brings it into view where it is not; `goes`: whoever asked wants to be there. */
export function markPlace(tools: PlanTools, { node, field }: MarkedPlace, { goes = false } = {}): void {
  asked += 1
  const key = field === null ? null : placeKey({ node, field })
  const shown = find(node, key)
  if (shown === null || goes || !isInView(shown)) tools.reveal(node)
  paint(asked, node, key, patience)
}

export function unmarkPlace(): void {
  asked += 1
  if (canMark) CSS.highlights.delete(highlightName)
}

function paint(turn: number, node: string, key: string | null, frames: number): void {
  requestAnimationFrame(() => {
    if (turn !== asked) return
    const element = find(node, key)
    if (element === null) {
      if (frames > 0) paint(turn, node, key, frames - 1)
      return
    }
    if (!canMark) return
    // Around the element: what is typed in it, and what it is drawn anew with, stays within.
    const range = document.createRange()
    range.selectNode(element)
    CSS.highlights.set(highlightName, new Highlight(range))
  })
}

/** The text that is meant, else the first text of the node: not all that stands in an axis. */
function find(node: string, key: string | null): Element | null {
  const text = key === null ? null : document.querySelector(`[data-text="${CSS.escape(key)}"]`)
  if (text !== null) return text
  const whole = document.getElementById(nodeAnchor(node))
  return whole?.querySelector('[data-text]') ?? whole
}
