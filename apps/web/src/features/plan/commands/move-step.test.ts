import { addNode, groupActions, moveNode, trashNode, type NodeId } from '@concerte/schema'
import { createSmallPlan } from '@concerte/testkit'
import { expect, it } from 'vitest'

import { createStructureReader } from '../store/structure.ts'
import { stepPlace } from './move-step.ts'

/** Two axes; the first with the actions a, b, c, the second with d. */
function setupPlan() {
  const { plan, project } = createSmallPlan()
  const first = project.axes[0]!.id
  trashNode(plan, project.axes[0]!.content[0]!.id, { by: null, at: null })
  const second = addNode(plan, { type: 'axis' })
  const [a, b, c] = [0, 1, 2].map(() => addNode(plan, { type: 'action', parent: first }))
  const d = addNode(plan, { type: 'action', parent: second })
  const step = (id: NodeId, direction: -1 | 1, may = (_parent: string) => true): string => {
    const structure = createStructureReader(plan)()
    const place = stepPlace(structure, structure.outline.nodes.get(id)!, direction, may)
    if (place === null) return 'stays'
    moveNode(plan, id, place, place.index)
    return `${place.parent} ${place.index}`
  }
  return { plan, first, second, a: a!, b: b!, c: c!, d, step }
}

it('an entry at the edge of its action goes on into the same rubric of the next action, and of the one before', () => {
  const { plan, a, b, c, d, step } = setupPlan()
  const add = (parent: NodeId) => addNode(plan, { type: 'entry', parent, rubric: 'measures' })
  const entry = add(a)
  add(a)
  add(c)
  expect([1, 2, 3, 4].map(() => step(entry, 1))).toEqual([`${a} 1`, `${b} 0`, `${c} 0`, `${c} 1`])
  expect([step(entry, 1), step(entry, 1)]).toEqual([`${d} 0`, 'stays'])
  expect([1, 2].map(() => step(entry, -1))).toEqual([`${c} 1`, `${c} 0`])
})

it('an action goes through groups on its way, and from axis to axis', () => {
  const { plan, first, second, a, b, c, step } = setupPlan()
  const group = groupActions(plan, first, [b])
  expect([1, 2, 3, 4, 5].map(() => step(a, 1))).toEqual([
    `${group} 0`,
    `${group} 1`,
    `${first} 1`,
    `${first} 2`,
    `${second} 0`,
  ])
  expect(step(a, -1)).toBe(`${first} 2`)
  expect(step(c, -1)).toBe(`${group} 1`)
})

it('where all stands in groups an action goes from one group into the next', () => {
  const { plan, first, second, a, b, c, step } = setupPlan()
  const before = groupActions(plan, first, [a, b])
  const after = groupActions(plan, first, [c])
  expect(step(b, 1)).toBe(`${after} 0`)
  expect(step(b, -1)).toBe(`${before} 1`)
  expect([step(c, 1), step(c, 1)]).toEqual([`${second} 0`, `${second} 1`])
})

it('[S4] a node goes over lists that one may not write, and stays where there is no other', () => {
  const { first, second, a, c, step } = setupPlan()
  expect(step(c, 1, (parent) => parent !== second)).toBe('stays')
  expect(step(a, 1, () => false)).toBe(`${first} 1`)
})
