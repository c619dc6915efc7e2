import { lineToPlain, nodeText, readLine, type OutlineNode, findRubric } from '@concerte/schema'

import type { fr } from '../messages.fr.ts'
import { coverNode } from '../store/place.ts'
import { isOneOfSeveral } from '../nodes/is-one-of-several.ts'
import type { PlanStore } from '../store/plan-store.ts'

/** What a node is, in words: «Mesure 2, action 3, axe 1», «Axe 2». Empty for one that the plan does not show. */
export function placeWords(store: PlanStore, t: typeof fr, node: string): string {
  if (node === coverNode) return t.outline.cover
  const found = store.structure().outline.nodes.get(node)
  if (found === undefined) return ''
  const words = wordsOf(store, t, found)
  return words.charAt(0).toLocaleUpperCase('fr') + words.slice(1)
}

function wordsOf(store: PlanStore, t: typeof fr, node: OutlineNode): string {
  const structure = store.structure()
  const { template, numbers, outline } = structure
  const parent = outline.nodes.get(node.place.parent)
  const number = numbers.get(node.id)
  switch (node.type) {
    case 'section': {
      const title = nodeText(store.plan, node.id, 'title')
      const words = title === undefined ? '' : lineToPlain(readLine(title))
      return words === ''
        ? node.place.parent === 'front'
          ? template.labels.foreword
          : t.names.section
        : words
    }
    case 'axis':
      return t.names.axis(template.labels.axis, number)
    case 'group':
      return parent === undefined
        ? t.names.group
        : t.names.groupOf(
            structure
              .list(parent.id)
              .filter(({ type }) => type === 'group')
              .findIndex(({ id }) => id === node.id) + 1,
            wordsOf(store, t, parent),
          )
    case 'action': {
      const axis = parent?.type === 'group' ? outline.nodes.get(parent.place.parent) : parent
      return t.names.action(template.labels.action, number, axis === undefined ? '' : wordsOf(store, t, axis))
    }
    case 'entry': {
      const { rubric } = node.place
      const known = findRubric(template, rubric)
      const kind = t.kinds[known?.entryType ?? 'statement']
      const position = structure.list(node.place.parent, rubric).findIndex(({ id }) => id === node.id) + 1
      const owner = parent === undefined ? '' : wordsOf(store, t, parent)
      const isAmongOthers = known !== undefined && known.heading !== '' && isOneOfSeveral(template, known.id)
      return t.fields.entry(kind, position, isAmongOthers ? t.names.listOf(known.heading, owner) : owner)
    }
  }
}
