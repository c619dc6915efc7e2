import type { PlanStore } from '../store/plan-store.ts'
import type { PageParts } from './page-parts.ts'

/** Where a node stands in the page: what addresses name. */
export function nodeAnchor(node: string): string {
  return `n-${node}`
}

/** The node that an address (`#n-…`) names; null where it names none. */
export function nodeOfHash(hash: string): string | null {
  return hash.startsWith('#n-') ? hash.slice('#n-'.length) : null
}

/** Makes sure that a node is on the page, and scrolls to it. A node that is nowhere in the plan changes nothing. */
export type Reveal = (node: string, options?: { behavior?: 'smooth' | 'instant' }) => void

export function createReveal(
  store: Pick<PlanStore, 'structure'>,
  parts: Pick<PageParts, 'bring' | 'settle'>,
): Reveal {
  return (node, { behavior = 'instant' } = {}) => {
    const found = store.structure().outline.nodes.get(node)
    const isEntry = found?.type === 'entry'
    const wasFar = parts.bring(isEntry ? found.place.parent : node)
    const scroll = (how: 'smooth' | 'instant') =>
      document
        .getElementById(nodeAnchor(node))
        ?.scrollIntoView({ behavior: how, block: isEntry ? 'center' : 'start' })
    if (behavior === 'smooth' && !wasFar) return scroll('smooth')
    scroll('instant')
    // What stands around it now has its own height only from here on.
    parts.settle()
    scroll('instant')
  }
}
