import { findRubric, isRoot, type EntryType, type NodeId, type OutlineNode } from '@concerte/schema'

import { excerptOf } from '../overlays/excerpt.ts'
import type { PlanStore } from '../store/plan-store.ts'
import type { Listed, PlanStructure } from '../store/structure.ts'
import { neighboursOf, type DropPlace } from './drop-places.ts'
import type { fr } from './messages.fr.ts'

type Words = typeof fr

/** A gap in words: «entre l’action 3 et l’action 4, axe 2». Numbers are those of the page before the move. */
export function placeWords(store: PlanStore, moved: NodeId, place: DropPlace, t: Words): string {
  const { before, after } = neighboursOf(store.structure(), moved, place)
  const where = whereWords(store, place.parent, t)
  if (before !== undefined && after !== undefined) {
    return t.between(siblingWords(store, before, t), siblingWords(store, after, t), where)
  }
  if (before !== undefined) return t.afterIt(siblingWords(store, before, t), where)
  if (after !== undefined) return t.beforeIt(siblingWords(store, after, t), where)
  return where
}

/** What holds a list, in words: «action 3, axe 2». */
export function whereWords(store: PlanStore, parent: string, t: Words): string {
  if (isRoot(parent)) return { axes: t.inAxes, front: t.inFront, back: t.inBack }[parent]
  const { outline, template } = store.structure()
  const node = outline.nodes.get(parent)
  if (node === undefined) return t.unplaced
  switch (node.type) {
    case 'axis':
      return numbered(store, node, template.labels.axis, t)
    case 'group':
      return t.within(t.group(excerptOf(store.plan, node)), whereWords(store, node.place.parent, t))
    case 'action': {
      // Actions are numbered through their axis, whatever group they stand in.
      const holder = outline.nodes.get(node.place.parent)
      const axis = holder?.type === 'group' ? holder.place.parent : node.place.parent
      return t.within(numbered(store, node, template.labels.action, t), whereWords(store, axis, t))
    }
    case 'entry':
    case 'section':
      return t.unplaced
  }
}

/** What kind of thing a node is: axes and actions as the template calls them. */
export function kindWords(
  structure: PlanStructure,
  node: OutlineNode,
  t: { kinds: Record<'group' | 'section' | EntryType, string> },
): string {
  const { labels } = structure.template
  switch (node.type) {
    case 'axis':
    case 'action':
      return labels[node.type]
    case 'group':
    case 'section':
      return t.kinds[node.type]
    case 'entry':
      return t.kinds[findRubric(structure.template, node.place.rubric)?.entryType ?? 'statement']
  }
}

/** What a node is called where it is moved: «Mesure 2, action 3, axe 1». */
export function nodeWords(store: PlanStore, node: OutlineNode, t: Words): string {
  const words = siblingWords(store, node, t)
  return isRoot(node.place.parent) ? words : t.within(words, whereWords(store, node.place.parent, t))
}

function siblingWords(store: PlanStore, { id, type }: Listed, t: Words): string {
  const structure = store.structure()
  const { template, outline } = structure
  const node = outline.nodes.get(id)
  if (node === undefined) return t.unplaced
  switch (type) {
    case 'axis':
      return t.the(numbered(store, node, template.labels.axis, t))
    case 'action':
      return t.the(numbered(store, node, template.labels.action, t))
    case 'group':
      return t.theGroup(excerptOf(store.plan, node))
    case 'section':
      return t.theSection(excerptOf(store.plan, node))
    case 'entry': {
      const { parent, rubric } = node.place
      const kind = findRubric(structure.template, node.place.rubric)?.entryType ?? 'statement'
      const position = structure.list(parent, rubric).findIndex((found) => found.id === id) + 1
      return t.numbered(t.theEntry[kind], position)
    }
  }
}

/** By its number; what has none (it is in the bin, or waits for a place) by its first words. */
function numbered(store: PlanStore, node: OutlineNode, label: string, t: Words): string {
  const words = label.toLocaleLowerCase('fr')
  const number = store.structure().numbers.get(node.id)
  if (number !== undefined) return t.numbered(words, number)
  const title = excerptOf(store.plan, node)
  return title === '' ? words : t.titled(words, title)
}
