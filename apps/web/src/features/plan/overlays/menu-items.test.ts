import { addNode, toRights, type NodeId, type Phase, type Role } from '@concerte/schema'
import { createSmallPlan } from '@concerte/testkit'
import { expect, it } from 'vitest'

import { createPlanRights } from '../rights/plan-rights.ts'
import { createPlanStore } from '../store/plan-store.ts'
import { menuItems } from './menu-items.ts'

function setupMenus() {
  const { plan, project } = createSmallPlan()
  const axis = project.axes[0]!.id
  const action = project.axes[0]!.content[0]!.id
  const entry = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
  addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
  const store = createPlanStore(plan)
  const rights = createPlanRights(store)
  const as = (role: Role, of: { phase?: Phase; groupAxes?: NodeId[] | null; locked?: NodeId[] } = {}) =>
    rights.change(toRights({ role, phase: 'drafting', groupAxes: null, locked: [], ...of }))
  const menuOf = (id: NodeId) =>
    menuItems({ store, rights }, store.structure().outline.nodes.get(id)!)
      .map(({ key, isAtEdge }) => (isAtEdge ? `(${key})` : key))
      .join(' ')
  return { axis, action, entry, as, menuOf }
}

it('[S4] offers a lead everything, and marks what would do nothing', () => {
  const { axis, action, entry, as, menuOf } = setupMenus()
  as('lead')
  expect(menuOf(axis)).toBe('(up) (down) carry before after copy paste colour lock comment remove')
  expect(menuOf(action)).toBe('(up) (down) carry move before after copy paste group comment remove')
  expect(menuOf(entry)).toBe('(up) down carry move before after copy comment remove')
})

it('[S4] offers an editor what stands in an axis, and not the axis', () => {
  const { axis, entry, as, menuOf } = setupMenus()
  as('editor')
  expect([menuOf(axis), menuOf(entry)]).toEqual([
    'copy paste comment proposeText proposeAdd proposeMove proposeWithdraw',
    '(up) down carry move before after copy comment remove',
  ])
  as('editor', { groupAxes: [] })
  expect([menuOf(axis), menuOf(entry)]).toEqual([
    'comment proposeText proposeAdd proposeMove proposeWithdraw',
    'comment proposeText proposeMove proposeWithdraw',
  ])
})

const words = 'comment proposeText proposeMove proposeWithdraw'
const wordsAndMore = 'comment proposeText proposeAdd proposeMove proposeWithdraw'

it('[S4] offers nothing in an approved axis but words and, to leads, to open it again and to add one beside it', () => {
  const { axis, action, entry, as, menuOf } = setupMenus()
  as('lead', { locked: [axis] })
  expect([menuOf(axis), menuOf(action), menuOf(entry)]).toEqual([
    `before after unlock ${wordsAndMore}`,
    wordsAndMore,
    words,
  ])
  as('editor', { locked: [axis] })
  expect([menuOf(axis), menuOf(action), menuOf(entry)]).toEqual([wordsAndMore, wordsAndMore, words])
})

it('[S4] offers those who do not write to comment and to propose, as long as their phase lasts', () => {
  const { axis, entry, as, menuOf } = setupMenus()
  as('reviewer', { phase: 'review' })
  expect([menuOf(axis), menuOf(entry)]).toEqual([wordsAndMore, words])
  as('reviewer', { phase: 'validation' })
  expect([menuOf(axis), menuOf(entry)]).toEqual(['comment', 'comment'])
})

it.each([
  ['reader', 'drafting'],
  ['reviewer', 'final'],
  ['editor', 'final'],
  ['lead', 'final'],
] as const)('[S4] offers a %s nothing in the phase %s', (role, phase) => {
  const { axis, action, entry, as, menuOf } = setupMenus()
  as(role, { phase, locked: [axis] })
  expect([menuOf(axis), menuOf(action), menuOf(entry)]).toEqual(['', '', ''])
})
