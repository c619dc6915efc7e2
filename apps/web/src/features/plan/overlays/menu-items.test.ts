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
  expect(menuOf(axis)).toBe('(up) (down) carry before after copy paste colour lock remove')
  expect(menuOf(action)).toBe('(up) (down) carry move before after copy paste group remove')
  expect(menuOf(entry)).toBe('(up) down carry move before after copy remove')
})

it('[S4] offers an editor what stands in an axis, and not the axis', () => {
  const { axis, entry, as, menuOf } = setupMenus()
  as('editor')
  expect([menuOf(axis), menuOf(entry)]).toEqual([
    'copy paste',
    '(up) down carry move before after copy remove',
  ])
  as('editor', { groupAxes: [] })
  expect([menuOf(axis), menuOf(entry)]).toEqual(['', ''])
})

it('[S4] offers nothing in an approved axis but, to leads, to open it again and to add one beside it', () => {
  const { axis, action, entry, as, menuOf } = setupMenus()
  as('lead', { locked: [axis] })
  expect([menuOf(axis), menuOf(action), menuOf(entry)]).toEqual(['before after unlock', '', ''])
  as('editor', { locked: [axis] })
  expect([menuOf(axis), menuOf(action), menuOf(entry)]).toEqual(['', '', ''])
})

it.each([
  ['reader', 'drafting'],
  ['reviewer', 'review'],
  ['editor', 'consultation'],
  ['lead', 'final'],
] as const)('[S4] offers a %s nothing in the phase %s', (role, phase) => {
  const { axis, action, entry, as, menuOf } = setupMenus()
  as(role, { phase, locked: [axis] })
  expect([menuOf(axis), menuOf(action), menuOf(entry)]).toEqual(['', '', ''])
})
