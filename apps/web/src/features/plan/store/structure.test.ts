import {
  actionsTemplate,
  addNode,
  applyProject,
  emptyProject,
  followPlan,
  moveNode,
  openPlan,
  setNumbering,
} from '@concerte/schema'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { createStructureReader } from './structure.ts'

function setupStructure() {
  const project = emptyProject({ template: actionsTemplate, title: '', academy: '', period: null })
  const doc = new Y.Doc()
  applyProject(doc, project)
  const plan = followPlan(openPlan(doc))
  const axis = project.axes[0]!
  return { plan, axis: axis.id, action: axis.content[0]!.id, read: createStructureReader(plan) }
}

it('[P2] an entry that is added makes another list of its rubric, and leaves all other lists and the numbers as they are', () => {
  const { plan, axis, action, read } = setupStructure()
  const before = read()
  const [axes, actions, measures] = [before.list('axes'), before.list(axis), before.list(action, 'measures')]
  addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
  const after = read()
  expect(after).not.toBe(before)
  expect(after.list('axes')).toBe(axes)
  expect(after.list(axis)).toBe(actions)
  expect(after.list(action, 'measures')).toHaveLength(measures.length + 1)
  expect(after.numbers).toBe(before.numbers)
  expect(after.template).toBe(before.template)
})

it('numbers follow actions that are added, moved, and counted through the plan', () => {
  const { plan, axis, read } = setupStructure()
  read()
  const added = addNode(plan, { type: 'action', parent: axis }, 0)
  expect(read().numbers).toEqual(createStructureReader(openPlan(plan.doc))().numbers)
  moveNode(plan, added, { parent: axis }, 1)
  expect(read().numbers).toEqual(createStructureReader(openPlan(plan.doc))().numbers)
  const second = addNode(plan, { type: 'axis' })
  addNode(plan, { type: 'action', parent: second })
  setNumbering(plan, { actions: 'continuous' })
  expect(read().numbers).toEqual(createStructureReader(openPlan(plan.doc))().numbers)
})
