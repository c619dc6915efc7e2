import type { Thread } from '@concerte/api'
import type { Standing } from '@concerte/schema'

import { coverNode } from '../plan/store/place.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'

/** The node that a thread stands on in the plan; null for one in the bin or nowhere. */
export function nodeOf(standing: Standing | undefined): string | null {
  return standing?.type === 'text' || standing?.type === 'node' ? standing.node : null
}

/**
 * Where a node stands in the order of the page, as numbers to compare one by one. The cost is that of the lists that it
 * stands in.
 */
export function pageOrder(store: Pick<PlanStore, 'structure'>, node: string | null): number[] {
  if (node === null) return [9]
  if (node === coverNode) return [0]
  const structure = store.structure()
  const { outline, template } = structure
  const found = outline.nodes.get(node)
  if (found === undefined) return [9]
  const { parent, rubric } = found.place
  const roots: readonly string[] = ['', 'front', 'axes', 'back']
  const root = roots.indexOf(parent)
  const position = structure.list(parent, rubric).findIndex(({ id }) => id === node)
  if (root > 0) return [root, position]
  if (outline.unplaced.includes(found)) return [8, outline.unplaced.indexOf(found)]
  // Rubrics come before actions, in the order of the template; the node's own texts before both.
  const slots = [...template.axis, ...template.action]
  const slot = rubric === undefined ? slots.length : slots.findIndex(({ id }) => id === rubric)
  return [...pageOrder(store, parent), slot, position]
}

export function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? -1) - (b[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

/** The words that a thread was about. */
export function quoteOf({ subject }: Thread): string | null {
  return subject.type === 'text' ? subject.anchor.quote : null
}
