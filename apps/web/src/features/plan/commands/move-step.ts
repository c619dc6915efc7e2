import type { FieldPlace } from '@concerte/editor'
import { moveNode, type OutlineNode, type Template, findRubric } from '@concerte/schema'

import { currentLocale } from '../../../i18n/locale.ts'
import { keysMessages } from '../keys/messages.ts'
import {
  dropPlaces,
  isSameDrop,
  othersIn,
  placeOf,
  type DropPlace,
  type MayHold,
} from '../moving/drop-places.ts'
import { movingMessages } from '../moving/messages.ts'
import { whereWords } from '../moving/place-words.ts'
import type { PlanTools } from '../plan-context.ts'
import type { PlanStructure } from '../store/structure.ts'

/**
 * Alt and an arrow: moves a node by one place, at the edge of its list on into the next list that may take it. The caret stays
 * where it is in its words.
 */
export function moveStep(
  { store, fields, commands, rights }: PlanTools,
  place: FieldPlace,
  direction: -1 | 1,
): void {
  const structure = store.structure()
  const node = structure.outline.nodes.get(place.node)
  if (node === undefined) return
  const may = (parent: string) => rights.refusal({ type: 'addTo', parent }) === null
  const to = stepPlace(structure, node, direction, may)
  const caret = fields.current()
  const t = keysMessages[currentLocale()]
  const arrange = { type: 'arrange', node: node.id } as const
  const needs = to === null ? [arrange] : [arrange, { type: 'addTo', parent: to.parent } as const]
  // Within its parent a node needs no more than to be arranged.
  commands.run(to?.parent === node.place.parent ? [arrange] : needs, (plan) => {
    if (to === null) return { said: t.atEdge }
    moveNode(plan, node.id, to, to.index)
    const after = store.structure()
    const count = after.list(to.parent, to.rubric).length
    return {
      focus: place,
      ...(caret !== null && { target: caret.caret }),
      heard: t.moved(
        movedWords(after.template, node),
        to.index + 1,
        count,
        whereWords(store, to.parent, movingMessages[currentLocale()]),
      ),
    }
  })
}

/** The next place, up or down, that may take a node; null at the end of all. */
export function stepPlace(
  structure: PlanStructure,
  node: OutlineNode,
  direction: -1 | 1,
  may: MayHold,
): DropPlace | null {
  const own = placeOf(structure, node)
  if (own === null) return null
  const isOwnList = ({ parent, rubric }: DropPlace) => parent === own.parent && rubric === own.rubric
  const places = dropPlaces(structure, node, (parent) => parent === own.parent || may(parent)).filter(
    (place) => isOwnList(place) || !isBetweenGroups(structure, node, place),
  )
  const at = places.findIndex((place) => isSameDrop(place, own))
  return at === -1 ? null : (places[at + direction] ?? null)
}

/** Where all stands in groups, an action goes from one into the next: it gets out of them by its menu, not on its way. */
function isBetweenGroups(structure: PlanStructure, node: OutlineNode, { parent }: DropPlace): boolean {
  if (node.type !== 'action' || structure.outline.nodes.get(parent)?.type !== 'axis') return false
  const others = othersIn(structure, node.id, parent, undefined)
  return others.length > 0 && others.every(({ type }) => type === 'group')
}

function movedWords(template: Template, node: OutlineNode): string {
  const t = keysMessages[currentLocale()].movedNode
  if (node.type !== 'entry') return t[node.type]
  return t[findRubric(template, node.place.rubric)?.entryType ?? 'statement']
}
