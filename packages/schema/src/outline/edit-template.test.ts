import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import { rubricIdSchema } from '../ids.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { orientationsTemplate } from '../templates/orientations.ts'
import { addNode } from './add-node.ts'
import { applyProject } from './apply-project.ts'
import { addRubric, moveSlot, setLabels, setNumbering, updateSlot } from './edit-template.ts'
import { openPlan, type PlanDoc } from './plan-doc.ts'
import { readProject } from './read-project.ts'
import { readTemplate } from './read-template.ts'

const [orientations, objectives, introduction, assets] = [
  'orientations',
  'objectives',
  'introduction',
  'assets',
].map((id) => rubricIdSchema.parse(id))

test('a rubric is added where it is asked for, and the others keep their order', () => {
  const plan = setupPlan()
  const added = addRubric(plan, 'axis', { entryType: 'measure', heading: 'Mesures phares' }, 1)
  const last = addRubric(plan, 'axis', { entryType: 'indicator', heading: 'Repères', headingOne: 'Repère' })
  expect(slotIds(plan)).toEqual([orientations, added, objectives, introduction, assets, last])
  expect(readTemplate(plan).action).toEqual([])
})

test('[D1] two leads who move and rename different slots at once both keep their edit', () => {
  const plan = setupPlan()
  const other = copyOf(plan)
  moveSlot(plan, assets!, 0)
  updateSlot(plan, orientations!, { heading: 'Orientations' })
  moveSlot(other, orientations!, 2)
  updateSlot(other, objectives!, { heading: 'Objectifs', retired: true })
  exchange(plan, other)
  expect(readTemplate(other)).toEqual(readTemplate(plan))
  const { axis } = readTemplate(plan)
  expect(slotIds(plan)[0]).toBe(assets)
  expect(axis.find(({ id }) => id === objectives)).toMatchObject({ heading: 'Objectifs', retired: true })
  // One slot is one value: of a rename and a move of the same one, the whole of one wins.
  const renamed = axis.find(({ id }) => id === orientations)
  const isMoved = slotIds(plan).indexOf(orientations!) > slotIds(plan).indexOf(objectives!)
  expect(renamed).toMatchObject({ heading: isMoved ? 'Nos grandes orientations' : 'Orientations' })
})

test('a retired rubric shows only where it still holds entries, and comes back when it is offered again', () => {
  const plan = setupPlan()
  const [first] = readProject(plan.doc).axes
  const empty = addNode(plan, { type: 'axis' })
  addNode(plan, { type: 'entry', parent: first!.id, rubric: assets! })
  updateSlot(plan, assets!, { retired: true })
  const shown = (id: string): string[] =>
    readProject(plan.doc)
      .axes.find((axis) => axis.id === id)!
      .rubrics.map(({ rubric }) => rubric)
  expect(shown(first!.id)).toEqual([orientations, objectives, assets])
  expect(shown(empty)).toEqual([orientations, objectives])
  updateSlot(plan, assets!, { retired: false })
  expect(shown(empty)).toEqual([orientations, objectives, assets])
})

test('a rubric takes a heading of its own over a single entry, and does without it again', () => {
  const plan = setupPlan()
  const [before] = readTemplate(plan).axis
  updateSlot(plan, orientations!, { headingOne: 'Notre orientation' })
  expect(readTemplate(plan).axis[0]).toEqual({ ...before, headingOne: 'Notre orientation' })
  updateSlot(plan, orientations!, { headingOne: null })
  expect(readTemplate(plan).axis[0]).not.toHaveProperty('headingOne')
})

test('labels and numbering are set whole, and a slot that is gone is left gone', () => {
  const plan = setupPlan()
  const labels = { axis: 'Ambition', action: 'Fiche', foreword: 'Préface' }
  setLabels(plan, labels)
  setNumbering(plan, { actions: 'continuous' })
  moveSlot(plan, rubricIdSchema.parse('gone'), 0)
  updateSlot(plan, rubricIdSchema.parse('gone'), { heading: 'Rien' })
  expect(readTemplate(plan)).toEqual({
    ...orientationsTemplate,
    labels,
    numbering: { actions: 'continuous' },
  })
})

test('[D3] entries of a rubric that a new template lacks wait in the tray, and come back with it', () => {
  const plan = setupPlan()
  const other = copyOf(plan)
  const [axis] = readProject(plan.doc).axes
  const entry = addNode(plan, { type: 'entry', parent: axis!.id, rubric: assets! })
  applyProject(other.doc, {
    ...readProject(other.doc),
    template: actionsTemplate,
    axes: [{ ...axis!, rubrics: [] }],
  })
  exchange(plan, other)
  expect(readProject(plan.doc).unplaced).toMatchObject([
    { parent: axis!.id, rubric: assets, node: { id: entry } },
  ])
  addSlotBack(plan, other)
  expect(readProject(plan.doc).unplaced).toEqual([])
})

function setupPlan(): PlanDoc {
  const doc = new Y.Doc()
  doc.clientID = 1
  applyProject(
    doc,
    emptyProject({ template: orientationsTemplate, title: 'Projet', academy: '', period: null }),
  )
  return openPlan(doc)
}

/** Brings the first template back, as a restored version does, the tray's nodes in their rubric. */
function addSlotBack(plan: PlanDoc, other: PlanDoc): void {
  const project = readProject(other.doc)
  applyProject(plan.doc, { ...project, template: orientationsTemplate, unplaced: [] })
}

function slotIds(plan: PlanDoc): string[] {
  return readTemplate(plan).axis.map(({ id }) => id)
}

function copyOf(plan: PlanDoc): PlanDoc {
  const doc = new Y.Doc()
  doc.clientID = 2
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(plan.doc))
  return openPlan(doc)
}

function exchange(a: PlanDoc, b: PlanDoc): void {
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc))
}
