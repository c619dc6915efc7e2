import { findRubric, type CheckedPlace, type NodeId } from '@concerte/schema'

import type { fr as planWords } from '../plan/messages.fr.ts'
import { excerptOf } from '../plan/overlays/excerpt.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'
import type { fr } from './messages.fr.ts'

type Words = typeof fr & { kinds: typeof planWords.kinds }

/** A place in words, outermost first: «Axe 1, action 3, mesure 2», «Axe 2, titre». */
export function placeName(store: PlanStore, { node, field }: CheckedPlace, t: Words): string {
  const steps = node === 'cover' ? [t.cover] : stepsTo(store, node, t)
  const fields: Readonly<Record<string, string>> = t.fields
  const named = Object.hasOwn(fields, field) ? fields[field] : undefined
  const words = [...steps, ...(named === undefined ? [] : [named])].join(', ')
  return words.charAt(0).toLocaleUpperCase('fr') + words.slice(1)
}

function stepsTo(store: PlanStore, id: NodeId | string, t: Words): string[] {
  const { outline, template, numbers } = store.structure()
  const node = outline.nodes.get(id)
  if (node === undefined) return []
  const { parent, rubric } = node.place
  switch (node.type) {
    case 'section':
      return [t.foreword(excerptOf(store.plan, node) || template.labels.foreword)]
    case 'axis':
      return [t.numbered(template.labels.axis, numbers.get(node.id))]
    case 'group':
      return [...stepsTo(store, parent, t), t.group]
    case 'action': {
      // Actions are numbered through their axis, whatever group they stand in.
      const holder = outline.nodes.get(parent)
      const axis = holder?.type === 'group' ? holder.place.parent : parent
      return [...stepsTo(store, axis, t), t.numbered(template.labels.action, numbers.get(node.id))]
    }
    case 'entry': {
      const kind = t.kinds[findRubric(template, rubric)?.entryType ?? 'statement']
      const position = outline.children(parent, rubric).findIndex((found) => found.id === node.id) + 1
      return [...stepsTo(store, parent, t), position === 0 ? t.unplaced : t.entry(kind, position)]
    }
  }
}
