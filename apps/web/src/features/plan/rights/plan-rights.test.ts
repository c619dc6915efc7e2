import { addNode, moveNode, toRights, type NodeId, type Rights } from '@concerte/schema'
import { createSmallPlan } from '@concerte/testkit'
import { expect, it } from 'vitest'

import { createPlanStore } from '../store/plan-store.ts'
import { createPlanRights, noRights, readRights, type Intent } from './plan-rights.ts'

function setupRights(rights?: Rights) {
  const { plan, project } = createSmallPlan()
  const mine = project.axes[0]!.id
  const theirs = addNode(plan, { type: 'axis' })
  const action = addNode(plan, { type: 'action', parent: mine })
  const store = createPlanStore(plan)
  const planRights = createPlanRights(store, rights)
  let told = 0
  planRights.subscribe(() => {
    told += 1
  })
  return { plan, mine, theirs, action, rights: planRights, count: () => told }
}

const editorOf = (axes: NodeId[] | null, locked: NodeId[] = []) =>
  toRights({ role: 'editor', phase: 'drafting', groupAxes: axes, locked })

it('[S4] offers a member of a working group what stands in its axes, and nothing else', () => {
  const { rights, mine, theirs, action } = setupRights()
  rights.change(editorOf([mine]))
  const refusal = (intent: Intent) => rights.refusal(intent)
  expect(refusal({ type: 'write', node: action })).toBeNull()
  expect(refusal({ type: 'arrange', node: action })).toBeNull()
  expect(refusal({ type: 'addTo', parent: action })).toBeNull()
  expect(refusal({ type: 'write', node: mine })).toBeNull()
  expect(refusal({ type: 'arrange', node: mine })).toBe('structure')
  expect(refusal({ type: 'write', node: theirs })).toBe('not-your-axis')
  expect(refusal({ type: 'addTo', parent: theirs })).toBe('not-your-axis')
  expect(refusal({ type: 'write', node: 'cover' })).toBe('not-your-axis')
  expect(refusal({ type: 'addTo', parent: 'axes' })).toBe('structure')
  expect(refusal({ type: 'structure' })).toBe('structure')
})

it('[S4] follows a node that goes to another axis, and tells those who look', () => {
  const { rights, plan, mine, theirs, action, count } = setupRights()
  rights.change(editorOf([mine]))
  const before = count()
  moveNode(plan, action, { parent: theirs }, 0)
  expect(count()).toBe(before + 1)
  expect(rights.refusal({ type: 'write', node: action })).toBe('not-your-axis')
})

it('[S4] tells of other rights once, and not of the same ones again', () => {
  const { rights, mine, action, count } = setupRights()
  rights.change(editorOf(null))
  rights.change(editorOf(null))
  expect([count(), rights.refusal({ type: 'write', node: action })]).toEqual([1, null])
  rights.change(editorOf(null, [mine]))
  expect([count(), rights.refusal({ type: 'write', node: action })]).toEqual([2, 'axis-locked'])
})

it('[S4] takes what it cannot read of the server for no right at all', () => {
  const rights = editorOf(null)
  expect(readRights(JSON.stringify(rights))).toEqual(rights)
  for (const text of [undefined, '', '{', 'null', '{"scope":"everything"}']) {
    expect(readRights(text)).toBe(noRights)
  }
})
