/* Longer than most: every gap, and the gap under a pointer, must agree on what may stand where, so they are told together. */
import { isRoot, type NodeId, type OutlineNode, type Rubric, findRubric, rubricsOf } from '@concerte/schema'

import { coverNode } from '../store/place.ts'
import { withAncestors, type Listed, type PlanStructure } from '../store/structure.ts'

/** A gap among the nodes of a list. `index` counts the siblings without the node that is moved, as `moveNode` does. */
export type DropPlace = { parent: string; rubric: string | undefined; index: number }

/** Whether one may put something under a node or a root. */
export type MayHold = (parent: string) => boolean

/** What the pointer is over: a node, or the cover, and in which half of it. */
export type Under = { node: string; half: 'upper' | 'lower' }

/** Every gap where a node may be put, the one where it stands included, in the order of the page. One pass over the plan. */
export function dropPlaces(structure: PlanStructure, moved: OutlineNode, may: MayHold): DropPlace[] {
  const places: DropPlace[] = []
  for (const list of listsFor(structure, moved)) {
    if (!may(list.parent)) continue
    for (let index = list.from; index <= list.to; index += 1) {
      places.push({ parent: list.parent, rubric: list.rubric, index })
    }
  }
  return places
}

/** The rubrics of a node that take an entry: those of its kind that are in use, and the one where it stands. */
export function rubricsFor(structure: PlanStructure, moved: OutlineNode, holder: string): Rubric[] {
  const { template, outline } = structure
  const kind = findRubric(structure.template, moved.place.rubric)?.entryType
  return rubricsOf(template, outline.nodes.get(holder)?.type === 'axis' ? 'axis' : 'action')
    .filter((rubric) => kind === undefined || rubric.entryType === kind)
    .filter((rubric) => rubric.retired !== true || isAt(moved, holder, rubric.id))
}

/** The gap that is meant by pointing at something; null where the node cannot go. */
export function placeUnder(
  structure: PlanStructure,
  moved: OutlineNode,
  under: Under,
  may: MayHold,
): DropPlace | null {
  const place = placeOver(structure, moved, under)
  return place !== null && may(place.parent) ? place : null
}

/** The lists into which pointing at a node (not at one of its children) may put what is moved: nothing, or one or more. */
export function listsWithin(
  structure: PlanStructure,
  moved: OutlineNode,
  node: string,
): { parent: string; rubric: string | undefined }[] {
  const type = structure.outline.nodes.get(node)?.type
  switch (moved.type) {
    case 'entry':
      if (type !== 'axis' && type !== 'action') return []
      return rubricsFor(structure, moved, node).map(({ id }) => ({ parent: node, rubric: id }))
    case 'action':
      return type === 'axis' || type === 'group' ? [{ parent: node, rubric: undefined }] : []
    case 'group':
      return type === 'axis' ? [{ parent: node, rubric: undefined }] : []
    case 'axis':
    case 'section':
      return []
  }
}

/** The nodes on both sides of a gap, the moved one set aside. */
export function neighboursOf(
  structure: PlanStructure,
  moved: NodeId,
  { parent, rubric, index }: DropPlace,
): { before: Listed | undefined; after: Listed | undefined } {
  const siblings = othersIn(structure, moved, parent, rubric)
  return { before: siblings[index - 1], after: siblings[index] }
}

/** The gap where a node stands; null in the tray. */
export function placeOf(structure: PlanStructure, node: OutlineNode): DropPlace | null {
  const { parent, rubric } = node.place
  const index = structure.list(parent, rubric).findIndex(({ id }) => id === node.id)
  return index === -1 ? null : { parent, rubric, index }
}

export function isSameDrop(a: DropPlace | null, b: DropPlace | null): boolean {
  return a?.parent === b?.parent && a?.rubric === b?.rubric && a?.index === b?.index
}

/** The nodes of a list without the one that is moved. */
export function othersIn(
  structure: PlanStructure,
  moved: NodeId,
  parent: string,
  rubric: string | undefined,
): readonly Listed[] {
  return structure.list(parent, rubric).filter(({ id }) => id !== moved)
}

/** What pointing at a node means for what is moved: a sibling that it may get, or what may hold it. */
export function targetOf(
  structure: PlanStructure,
  moved: OutlineNode,
  node: string,
): OutlineNode | undefined {
  return climbTo(structure, node, levelsOf(moved))
}

/** The ancestor (or the node itself) of one of these types. */
function climbTo(
  structure: PlanStructure,
  node: string,
  types: readonly OutlineNode['type'][],
): OutlineNode | undefined {
  return withAncestors(structure, node).find(({ type }) => types.includes(type))
}

type Stretch = { parent: string; rubric: string | undefined; from: number; to: number }

function* listsFor(structure: PlanStructure, moved: OutlineNode): Generator<Stretch> {
  const whole = (parent: string, rubric?: string): Stretch => ({
    parent,
    rubric,
    from: 0,
    to: othersIn(structure, moved.id, parent, rubric).length,
  })
  switch (moved.type) {
    case 'axis':
      return yield whole('axes')
    case 'section':
      yield whole('front')
      return yield whole('back')
    case 'group':
      for (const axis of structure.list('axes')) yield whole(axis.id)
      return
    case 'action':
      for (const axis of structure.list('axes')) {
        const children = othersIn(structure, moved.id, axis.id, undefined)
        yield { parent: axis.id, rubric: undefined, from: 0, to: 0 }
        for (const [index, child] of children.entries()) {
          if (child.type === 'group') yield whole(child.id)
          yield { parent: axis.id, rubric: undefined, from: index + 1, to: index + 1 }
        }
      }
      return
    case 'entry':
      for (const axis of structure.list('axes')) {
        for (const { id } of rubricsFor(structure, moved, axis.id)) yield whole(axis.id, id)
        for (const action of actionsIn(structure, axis.id)) {
          for (const { id } of rubricsFor(structure, moved, action.id)) yield whole(action.id, id)
        }
      }
  }
}

function actionsIn(structure: PlanStructure, axis: string): readonly Listed[] {
  return structure.list(axis).flatMap((node) => (node.type === 'group' ? structure.list(node.id) : [node]))
}

function placeOver(structure: PlanStructure, moved: OutlineNode, under: Under): DropPlace | null {
  if (moved.type === 'section') return sectionPlace(structure, moved, under)
  const target = targetOf(structure, moved, under.node)
  if (target === undefined) return null
  if (isBeside(moved, target, under.half)) return beside(structure, moved, target, under.half)
  const [first] = listsWithin(structure, moved, target.id)
  if (first === undefined) return null
  const isAtEnd = target.type === 'action' || (moved.type === 'entry' && under.half === 'lower')
  const index = isAtEnd ? othersIn(structure, moved.id, first.parent, first.rubric).length : 0
  return { ...first, index }
}

/** What may be pointed at: the siblings that it may get, and what holds them. */
function levelsOf({ type }: OutlineNode): readonly OutlineNode['type'][] {
  switch (type) {
    case 'entry':
      return ['entry', 'action', 'axis']
    case 'action':
      return ['action', 'group', 'axis']
    case 'group':
      return ['group', 'action', 'axis']
    case 'axis':
      return ['axis']
    case 'section':
      return ['section']
  }
}

function isBeside(moved: OutlineNode, target: OutlineNode, half: Under['half']): boolean {
  if (moved.type === target.type) return true
  if (moved.type === 'group') return target.type === 'action'
  // The lower half of a group's title leads into the group.
  return moved.type === 'action' && target.type === 'group' && half === 'upper'
}

function beside(
  structure: PlanStructure,
  moved: OutlineNode,
  target: OutlineNode,
  half: Under['half'],
): DropPlace | null {
  // A group goes before or after the whole group in which the action under the pointer stands.
  const within = moved.type === 'group' && target.type === 'action' ? groupOf(structure, target) : undefined
  const sibling = within ?? target
  const { parent, rubric } = sibling.place
  if (!takes(structure, moved, parent, rubric)) return null
  const all = structure.list(parent, rubric)
  const at = all.findIndex(({ id }) => id === sibling.id)
  if (at === -1) return null
  const own = all.findIndex(({ id }) => id === moved.id)
  const others = own !== -1 && own < at ? at - 1 : at
  if (sibling.id === moved.id) return { parent, rubric, index: at }
  return { parent, rubric, index: half === 'upper' ? others : others + 1 }
}

function groupOf(structure: PlanStructure, action: OutlineNode): OutlineNode | undefined {
  const parent = structure.outline.nodes.get(action.place.parent)
  return parent?.type === 'group' ? parent : undefined
}

function takes(
  structure: PlanStructure,
  moved: OutlineNode,
  parent: string,
  rubric: string | undefined,
): boolean {
  if (moved.type === 'axis') return parent === 'axes'
  if (isRoot(parent)) return false
  return listsWithin(structure, moved, parent).some((list) => list.rubric === rubric)
}

function at(parent: 'front' | 'back', index: number): DropPlace {
  return { parent, rubric: undefined, index }
}

/** Sections stand before the axes and after them: what else is pointed at says on which side. */
function sectionPlace(structure: PlanStructure, moved: OutlineNode, { node, half }: Under): DropPlace | null {
  const count = (parent: 'front' | 'back') => othersIn(structure, moved.id, parent, undefined).length
  const target = climbTo(structure, node, ['section', 'axis'])
  if (target === undefined) return node === coverNode ? at('front', 0) : null
  if (target.type === 'axis') {
    const axes = structure.list('axes')
    const isLate = axes.findIndex(({ id }) => id === target.id) >= axes.length / 2
    return isLate ? at('back', 0) : at('front', count('front'))
  }
  const { parent } = target.place
  if (parent !== 'front' && parent !== 'back') return null
  const all = structure.list(parent)
  const index = all.findIndex(({ id }) => id === target.id)
  if (index === -1) return null
  const own = all.findIndex(({ id }) => id === moved.id)
  if (target.id === moved.id) return at(parent, index)
  const others = own !== -1 && own < index ? index - 1 : index
  return at(parent, half === 'upper' ? others : others + 1)
}

function isAt({ place }: OutlineNode, parent: string, rubric: string): boolean {
  return place.parent === parent && place.rubric === rubric
}
