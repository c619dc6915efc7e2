import {
  addNode,
  groupActions,
  moveNode,
  readOutline,
  rubricIdSchema,
  updateSlot,
  type NodeId,
} from '@concerte/schema'
import { createSmallPlan } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { coverNode } from '../store/place.ts'
import { createStructureReader } from '../store/structure.ts'
import { dropPlaces, neighboursOf, placeOf, placeUnder, type DropPlace } from './drop-places.ts'

/** Axis 1: action `loose`, group (`one`, `two`); axis 2: action `far`. `loose` has three measures and an indicator. */
function setupPlan() {
  const { plan, project } = createSmallPlan()
  const axis = project.axes[0]!.id
  const loose = project.axes[0]!.content[0]!.id
  const [one, two] = [
    addNode(plan, { type: 'action', parent: axis }),
    addNode(plan, { type: 'action', parent: axis }),
  ]
  const group = groupActions(plan, axis, [one, two])
  const second = addNode(plan, { type: 'axis' })
  const far = addNode(plan, { type: 'action', parent: second })
  const measure = (parent: NodeId) => addNode(plan, { type: 'entry', parent, rubric: 'measures' })
  const [a, b, c] = [measure(loose), measure(loose), measure(loose)]
  const indicator = addNode(plan, { type: 'entry', parent: loose, rubric: 'indicators' })
  const all: NodeId[] = [axis, loose, group, one, two, second, far, a, b, c, indicator]
  const names = new Map<string, string>(
    Object.entries({ axis, loose, group, one, two, second, far, a, b, c, indicator }).map(([name, id]) => [
      id,
      name,
    ]),
  )
  const structure = () => createStructureReader(plan)()
  const node = (id: NodeId) => structure().outline.nodes.get(id)!
  const say = (place: DropPlace | null) =>
    place === null
      ? 'nowhere'
      : `${names.get(place.parent) ?? place.parent}${place.rubric === undefined ? '' : `.${place.rubric}`} ${place.index}`
  return { plan, structure, node, say, all, axis, loose, group, one, two, second, far, a, b, c, indicator }
}

const anywhere = () => true

it('gives an action every gap of the axes and groups, in the order of the page', () => {
  const { structure, node, say, loose } = setupPlan()
  expect(dropPlaces(structure(), node(loose), anywhere).map(say)).toEqual([
    'axis 0',
    'group 0',
    'group 1',
    'group 2',
    'axis 1',
    'second 0',
    'second 1',
  ])
})

it('gives an entry the rubrics of its kind alone, a retired one only where it stands', () => {
  const { plan, structure, node, say, a, indicator } = setupPlan()
  const gaps = (id: NodeId) => dropPlaces(structure(), node(id), anywhere).map(say)
  expect(gaps(a)).toEqual([
    'loose.measures 0',
    'loose.measures 1',
    'loose.measures 2',
    'one.measures 0',
    'two.measures 0',
    'far.measures 0',
  ])
  expect(gaps(indicator)).toEqual([
    'loose.indicators 0',
    'one.indicators 0',
    'two.indicators 0',
    'far.indicators 0',
  ])
  updateSlot(plan, rubricIdSchema.parse('measures'), { retired: true })
  expect(gaps(a)).toEqual(['loose.measures 0', 'loose.measures 1', 'loose.measures 2'])
})

it('[S4] offers no gap where one may not write', () => {
  const { structure, node, say, loose, second, far } = setupPlan()
  const places = dropPlaces(structure(), node(loose), (parent) => parent !== second)
  expect(places.map(say)).not.toContain('second 0')
  expect(
    placeUnder(structure(), node(loose), { node: far, half: 'upper' }, (parent) => parent !== second),
  ).toBeNull()
})

it('puts an entry beside the one under the pointer, at the end of an action, and nowhere on a group', () => {
  const { structure, node, say, loose, far, a, b, c, group, indicator } = setupPlan()
  const over = (moved: NodeId, target: NodeId, half: 'upper' | 'lower') =>
    say(placeUnder(structure(), node(moved), { node: target, half }, anywhere))
  expect([over(a, c, 'upper'), over(a, c, 'lower')]).toEqual(['loose.measures 1', 'loose.measures 2'])
  expect([over(c, a, 'upper'), over(c, a, 'lower')]).toEqual(['loose.measures 0', 'loose.measures 1'])
  expect(over(b, b, 'upper')).toBe('loose.measures 1')
  expect([over(a, far, 'upper'), over(a, loose, 'lower')]).toEqual(['far.measures 0', 'loose.measures 2'])
  expect(over(a, group, 'upper')).toBe('nowhere')
  // A measure is no indicator.
  expect(over(a, indicator, 'lower')).toBe('nowhere')
})

it('puts an action beside another, into a group by its lower half, and a group beside whole groups', () => {
  const { structure, node, say, axis, loose, one, two, far, group, second } = setupPlan()
  const over = (moved: NodeId, target: NodeId, half: 'upper' | 'lower') =>
    say(placeUnder(structure(), node(moved), { node: target, half }, anywhere))
  expect([over(far, one, 'upper'), over(far, one, 'lower')]).toEqual(['group 0', 'group 1'])
  expect([over(far, group, 'upper'), over(far, group, 'lower')]).toEqual(['axis 1', 'group 0'])
  expect(over(loose, second, 'upper')).toBe('second 0')
  expect([over(group, loose, 'upper'), over(group, far, 'lower')]).toEqual(['axis 0', 'second 1'])
  expect(over(group, two, 'lower')).toBe('axis 1')
  expect([over(second, loose, 'upper'), over(axis, far, 'lower')]).toEqual(['axes 0', 'axes 1'])
})

it('puts a section before the axes or after them', () => {
  const { plan, structure, node, say, axis, second } = setupPlan()
  const annex = addNode(plan, { type: 'section', parent: 'back' })
  const over = (target: string) =>
    say(placeUnder(structure(), node(annex), { node: target, half: 'upper' }, anywhere))
  expect([over(coverNode), over(axis), over(second)]).toEqual(['front 0', 'front 1', 'back 0'])
})

it('every gap that is offered takes the node, and puts it between the neighbours that it names', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (which, where) => {
      const { plan, structure, all } = setupPlan()
      const before = structure()
      const moved = before.outline.nodes.get(all[which % all.length]!)!
      const places = dropPlaces(before, moved, anywhere)
      expect(places.some((place) => JSON.stringify(place) === JSON.stringify(placeOf(before, moved)))).toBe(
        true,
      )
      const place = places[where % places.length]!
      const beside = neighboursOf(before, moved.id, place)
      moveNode(plan, moved.id, place, place.index)
      expect(readOutline(plan).unplaced).toEqual([])
      const list = structure().list(place.parent, place.rubric)
      const at = list.findIndex(({ id }) => id === moved.id)
      expect([list[at - 1]?.id, list[at + 1]?.id]).toEqual([beside.before?.id, beside.after?.id])
    }),
    { seed: 4, numRuns: 60 },
  )
})
