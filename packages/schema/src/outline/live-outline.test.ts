import {
  arbitraryProject,
  createNetwork,
  createPick,
  createTypingLog,
  roughSteps,
  takeStep,
} from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { addNode } from './add-node.ts'
import { applyProject } from './apply-project.ts'
import { followPlan } from './live-outline.ts'
import { moveNode } from './move-node.ts'
import { edit, openPlan, type PlanDoc } from './plan-doc.ts'
import { readOutline } from './read-outline.ts'
import { trashNode } from './trash-node.ts'

test('[D1] [D3] an outline that follows a plan is what reading the whole plan gives, whatever anyone does', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryProject, { minLength: 1, maxLength: 3 }),
      roughSteps(2, 60),
      fc.nat(),
      ([project, ...others], steps, seed) => {
        const start = new Y.Doc()
        start.clientID = 99
        applyProject(start, project!)
        const network = createNetwork(2, Y.encodeStateAsUpdate(start))
        const plans = network.docs.map((doc) => followPlan(openPlan(doc)))
        const log = createTypingLog()
        for (const step of steps) {
          if (step.kind === 'receive') network.deliverSome(step.replica, createPick(step.seed))
          else takeStep(network.docs[step.replica]!, step, log, others)
          expectCurrent(plans[step.replica]!)
        }
        network.meet(createPick(seed))
        for (const plan of plans) expectCurrent(plan)
      },
    ),
    { seed: 4, numRuns: 60 },
  )
}, 90_000)

test('within a transaction the outline already has what was written in it', () => {
  const { plan, axis } = setupPlan()
  edit(plan, () => {
    const first = addNode(plan, { type: 'action', parent: axis })
    const entry = addNode(plan, { type: 'entry', parent: first, rubric: 'measures' })
    const second = addNode(plan, { type: 'action', parent: axis }, 0)
    moveNode(plan, entry, { parent: second, rubric: 'measures' }, 0)
    trashNode(plan, first, { by: null, at: null })
    expectCurrent(plan)
    const outline = readOutline(plan)
    expect(outline.children(second, 'measures').map(({ id }) => id)).toEqual([entry])
    expect(outline.trash.map(({ id }) => id)).toEqual([first])
  })
  expectCurrent(plan)
})

test('what did not change is the same object, what changed is another one', () => {
  const { plan, axis } = setupPlan()
  const before = readOutline(plan)
  const [axes, actions] = [before.children('axes'), before.children(axis)]
  const length = actions.length
  expect(readOutline(plan)).toBe(before)
  addNode(plan, { type: 'action', parent: axis })
  const after = readOutline(plan)
  expect(after).not.toBe(before)
  expect(after.children('axes')).toBe(axes)
  expect(after.children(axis)).toHaveLength(length + 1)
  expect(actions).toHaveLength(length)
})

test('a plan that is no longer followed asks nothing of its document', () => {
  const { plan, axis } = setupPlan()
  plan.live.close()
  const before = readOutline(plan)
  addNode(openPlan(plan.doc), { type: 'action', parent: axis })
  expect(readOutline(plan)).toBe(before)
})

function setupPlan() {
  const project = emptyProject({ template: actionsTemplate, title: 'Projet', academy: '', period: null })
  const doc = new Y.Doc()
  applyProject(doc, project)
  return { plan: followPlan(openPlan(doc)), axis: project.axes[0]!.id }
}

function expectCurrent(plan: PlanDoc): void {
  const live = readOutline(plan)
  const read = readOutline(openPlan(plan.doc))
  expect(live.template).toEqual(read.template)
  expect(new Map(live.nodes)).toEqual(read.nodes)
  expect(live.unplaced).toEqual(read.unplaced)
  expect(live.trash).toEqual(read.trash)
  for (const { place } of read.nodes.values()) {
    expect(live.children(place.parent, place.rubric)).toEqual(read.children(place.parent, place.rubric))
  }
}
