import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import { addNode } from '../outline/add-node.ts'
import { applyProject } from '../outline/apply-project.ts'
import { nodeText, openPlan } from '../outline/plan-doc.ts'
import { setField } from '../outline/set-field.ts'
import { trashNode } from '../outline/trash-node.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { plainToBlocks, plainToLine } from '../text/plain-text.ts'
import { writeBlocks, writeLine } from '../text/write-fragment.ts'
import { planTextSchema } from './plan-text.ts'
import { planTexts, unsharedTexts } from './plan-texts.ts'

function setupPlan() {
  const doc = new Y.Doc()
  const start = { title: 'Projet', academy: 'Académie', template: actionsTemplate, period: null }
  applyProject(doc, { ...emptyProject(start), front: [], axes: [] })
  const plan = openPlan(doc)
  const axis = addNode(plan, { type: 'axis' })
  const group = addNode(plan, { type: 'group', parent: axis })
  const action = addNode(plan, { type: 'action', parent: group })
  const measure = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
  const indicator = addNode(plan, { type: 'entry', parent: action, rubric: 'indicators' })
  writeLine(nodeText(plan, axis, 'title')!, plainToLine('Réussir'))
  writeLine(nodeText(plan, group, 'title')!, plainToLine('pour les élèves'))
  writeLine(nodeText(plan, action, 'title')!, plainToLine('Lire'))
  return { doc, plan, axis, action, measure, indicator }
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

test('each text is told with its place in the plan: axis, group, action and position', () => {
  const { doc, plan, measure } = setupPlan()
  writeBlocks(nodeText(plan, measure, 'text')!, plainToBlocks('Un quart d’heure\nchaque jour'))
  const text = planTexts(doc).find(({ node }) => node === measure)
  expect(text).toEqual({
    node: measure,
    field: 'text',
    path: [
      { type: 'axis', label: 'Axe', number: 1, title: 'Réussir' },
      { type: 'group', title: 'pour les élèves' },
      { type: 'action', label: 'Action', number: 1, title: 'Lire' },
      { type: 'measure', position: 1 },
    ],
    words: 'Un quart d’heure\nchaque jour',
  })
  for (const found of planTexts(doc)) expect(planTextSchema.parse(found)).toEqual(found)
})

test('texts come in reading order, fields with them, and nothing that is empty', () => {
  const { doc, plan, axis, action, measure, indicator } = setupPlan()
  writeBlocks(nodeText(plan, measure, 'text')!, plainToBlocks('mesure'))
  writeBlocks(nodeText(plan, indicator, 'text')!, plainToBlocks('taux'))
  setField(plan, action, 'action', 'lead', 'IEN')
  setField(plan, indicator, 'entry', 'kind', 'rate')
  setField(plan, indicator, 'entry', 'target', { value: '80 %', date: '2028' })
  const told = planTexts(doc).map(({ node, field, words }) => [node, field, words])
  expect(told.slice(0, 3)).toEqual([
    ['cover', 'title', 'Projet'],
    ['cover', 'academy', 'Académie'],
    [axis, 'title', 'Réussir'],
  ])
  expect(told.slice(4)).toEqual([
    [action, 'title', 'Lire'],
    [action, 'lead', 'IEN'],
    [measure, 'text', 'mesure'],
    [indicator, 'text', 'taux'],
    [indicator, 'target', '80 % (2028)'],
  ])
})

test('[S4] what one wrote and the plan of now lacks is found, and nothing that others wrote', () => {
  const { doc, plan, measure, indicator } = setupPlan()
  const base = planTexts(doc)
  const now = copyOf(doc)
  writeBlocks(nodeText(plan, measure, 'text')!, plainToBlocks('mes mots'))
  writeBlocks(nodeText(openPlan(now), indicator, 'text')!, plainToBlocks('les mots d’un autre'))
  const lost = unsharedTexts(planTexts(doc), { base, now: planTexts(now) })
  expect(lost.map(({ node, words }) => [node, words])).toEqual([[measure, 'mes mots']])
  Y.applyUpdate(now, Y.encodeStateAsUpdate(doc))
  expect(unsharedTexts(planTexts(doc), { base, now: planTexts(now) })).toEqual([])
})

test('words in what was removed meanwhile, or has lost its parent, are still found', () => {
  const { doc, plan, axis, action, measure } = setupPlan()
  writeBlocks(nodeText(plan, measure, 'text')!, plainToBlocks('dans la corbeille'))
  trashNode(plan, action, { by: null, at: null })
  expect(planTexts(doc).find(({ node }) => node === measure)?.words).toBe('dans la corbeille')
  plan.nodes.delete(axis)
  expect(planTexts(doc).find(({ node }) => node === measure)?.words).toBe('dans la corbeille')
})
