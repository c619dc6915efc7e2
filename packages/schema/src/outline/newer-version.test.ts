import {
  arbitraryProject,
  createTypingLog,
  gentleSteps,
  roughSteps,
  takeStep,
  type PlanStep,
} from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { dismissalKey } from '../dismissals/dismissal.ts'
import { dismissalMap, dismissFinding } from '../dismissals/plan-dismissals.ts'
import { createNodeId, rubricIdSchema, type NodeId } from '../ids.ts'
import { emptyProject } from '../empty-project.ts'
import { normalizeProject } from '../normalize-project.ts'
import type { Project } from '../project.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { addNode } from './add-node.ts'
import { applyProject } from './apply-project.ts'
import { moveSlot, updateSlot } from './edit-template.ts'
import { nodeMap, openPlan, type PlanDoc } from './plan-doc.ts'
import { readProject } from './read-project.ts'
import { setField } from './set-field.ts'

test('[D4] node types, fields and slots of a newer version survive everything that this one does', () => {
  fc.assert(
    fc.property(arbitraryProject, gentleSteps(1, 30), (project, steps) => {
      const { doc, plan, foreign } = setupForeign(project)
      const before = foreign()
      takeSteps(doc, steps)
      applyProject(doc, readProject(doc))
      expect(foreign()).toEqual(before)
      expect(plan.project.get('slot:grid')).toEqual(grid)
    }),
    { seed: 4, numRuns: 150 },
  )
})

test('[D4] [D5] a document that anything was done to still takes any plan, or refuses it and writes nothing', () => {
  let refused = 0
  fc.assert(
    fc.property(arbitraryProject, roughSteps(1, 40), arbitraryProject, (before, steps, project) => {
      const doc = new Y.Doc()
      applyProject(doc, before)
      takeSteps(doc, steps)
      const state = Y.encodeStateAsUpdate(doc)
      const wanted = { ...project, unplaced: project.unplaced.map(({ node }) => ({ parent: 'gone', node })) }
      try {
        applyProject(doc, wanted)
      } catch (error) {
        // A hostile step gave a node of the plan another type.
        expect(error).toMatchObject({ code: 'type-conflict' })
        expect(Y.encodeStateAsUpdate(doc)).toEqual(state)
        refused += 1
        return
      }
      expect(readProject(doc)).toEqual(normalizeProject(wanted))
    }),
    { seed: 45, numRuns: 150 },
  )
  expect(refused).toBeLessThan(60)
})

test('[D4] a value that this version cannot read stays until someone sets it', () => {
  const { plan, entry } = setupPlan()
  const node = nodeMap(plan, entry)!
  node.set('kind', 'ratio')
  plan.project.set('template.numbering', { actions: 'perGroup' })
  applyProject(plan.doc, readProject(plan.doc))
  expect(node.get('kind')).toBe('ratio')
  expect(plan.project.get('template.numbering')).toEqual({ actions: 'perGroup' })
  setField(plan, entry, 'entry', 'kind', 'rate')
  expect(node.get('kind')).toBe('rate')
})

test('[D4] unknown parts of a value stay when this version changes the parts that it knows', () => {
  const { plan, entry } = setupPlan()
  const node = nodeMap(plan, entry)!
  node.set('target', { value: '80 %', date: '2028', method: 'enquête' })
  setField(plan, entry, 'entry', 'target', { value: '85 %' })
  expect(node.get('target')).toEqual({ value: '85 %', method: 'enquête' })

  const measures = rubricIdSchema.parse('measures')
  const stored = Object(plan.project.get('slot:measures'))
  plan.project.set('slot:measures', { ...stored, slot: { ...stored.slot, help: 'Trois au plus' } })
  moveSlot(plan, measures, 5)
  updateSlot(plan, measures, { heading: 'Mesures', headingOne: 'Mesure' })
  applyProject(plan.doc, readProject(plan.doc))
  expect(plan.project.get('slot:measures')).toMatchObject({
    slot: { heading: 'Mesures', help: 'Trois au plus' },
  })
})

const grid = { level: 'axis', order: 'a5', slot: { type: 'table', id: 'grid', columns: 3 } }

test('[D4] dismissals that only a newer version can read, or knows the check of, survive this one', () => {
  const { plan } = setupPlan()
  const known = { check: 'spaces', key: 'spaces/x/title', reason: 'voulu', by: null, at: null }
  dismissFinding(plan, known)
  dismissFinding(plan, { check: 'tone', reason: 'voulu', by: null, at: null })
  const newer = { check: 'spaces', reason: { fr: 'voulu' }, until: '2028' }
  dismissalMap(plan).set('spaces', newer)
  dismissalMap(plan).set('spaces/x/title', { ...known, until: '2028' })
  const project = readProject(plan.doc)
  expect(project.dismissals?.map(dismissalKey)).toEqual(['spaces/x/title', 'tone'])
  applyProject(plan.doc, { ...project, dismissals: project.dismissals!.slice(0, 1) })
  dismissFinding(plan, { ...known, reason: 'voulu aussi' })
  expect(dismissalMap(plan).toJSON()).toEqual({
    spaces: newer,
    'spaces/x/title': { ...known, reason: 'voulu aussi', until: '2028' },
  })
})

/** A plan in which a newer version wrote: a node of an unknown type, unknown fields on every node, an unknown slot. */
function setupForeign(project: Project): { doc: Y.Doc; plan: PlanDoc; foreign: () => unknown } {
  const doc = new Y.Doc()
  applyProject(doc, project)
  const plan = openPlan(doc)
  const known = [...plan.nodes.keys()]
  for (const id of known) nodeMap(plan, id)!.set('confidence', { level: 3 })
  const appendix = new Y.Map<unknown>()
  appendix.set('type', 'appendix')
  appendix.set('place', { parent: 'back', order: 'a0', column: 2 })
  appendix.set('body', new Y.XmlFragment())
  plan.nodes.set('appendix-1', appendix)
  plan.project.set('slot:grid', grid)
  plan.project.set('motto', { fr: 'Ensemble' })
  const foreign = (): unknown => ({
    appendix: nodeMap(plan, 'appendix-1')?.toJSON(),
    confidences: known.map((id) => nodeMap(plan, id)?.get('confidence')),
    motto: plan.project.get('motto'),
  })
  return { doc, plan, foreign }
}

function setupPlan(): { plan: PlanDoc; entry: NodeId } {
  const doc = new Y.Doc()
  const project = emptyProject({ template: actionsTemplate, title: 'Projet', academy: '', period: null })
  applyProject(doc, project)
  const plan = openPlan(doc)
  const parent = project.axes[0]!.content[0]!.id
  return { plan, entry: addNode(plan, { type: 'entry', parent, rubric: 'indicators' }, 0, createNodeId) }
}

function takeSteps(doc: Y.Doc, steps: PlanStep[]): void {
  const log = createTypingLog()
  for (const step of steps) takeStep(doc, step, log)
}
