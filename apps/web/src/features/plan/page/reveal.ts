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

export function createReveal(): Reveal {
  return (node, { behavior = 'instant' } = {}) => {
    document.getElementById(nodeAnchor(node))?.scrollIntoView({ behavior })
  }
}
