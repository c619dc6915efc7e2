import {
  actionsTemplate,
  addNode,
  applyProject,
  edit,
  emptyProject,
  moveNode,
  nodeText,
  openPlan,
  plainToBlocks,
  plainToLine,
  setField,
  splitEntry,
  trashNode,
  updateSlot,
  rubricIdSchema,
  writeBlocks,
  writeLine,
  type NodeId,
} from '@concerte/schema'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { coverNode } from './place.ts'
import { createPlanStore } from './plan-store.ts'

function setupStore() {
  const project = emptyProject({
    template: actionsTemplate,
    title: 'Projet',
    academy: 'Académie',
    period: null,
  })
  const doc = new Y.Doc()
  applyProject(doc, project)
  const plan = openPlan(doc)
  const axis = project.axes[0]!
  const action = axis.content[0]!.id
  const add = () => addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
  const first = add()
  const second = add()
  const store = createPlanStore(plan)
  const heard: string[] = []
  const hear = (name: string) => () => {
    heard.push(name)
  }
  const textOf = (id: NodeId, field: string) => nodeText(plan, id, field)!
  store.onStructure(hear('structure'))
  for (const [name, id] of Object.entries({ axis: axis.id, action, first, second })) {
    store.onValues(id, hear(`values of ${name}`))
  }
  store.onValues(coverNode, hear('values of cover'))
  store.onText(textOf(first, 'text'), hear('first'))
  store.onText(textOf(second, 'text'), hear('second'))
  store.onText(textOf(action, 'title'), hear('title of action'))
  store.onText(store.text({ node: coverNode, field: 'title' })!, hear('title of cover'))
  /** What was told during one change. */
  const told = (change: () => void): string[] => {
    heard.length = 0
    change()
    return heard.toSorted()
  }
  return { plan, store, axis: axis.id, action, first, second, textOf, told }
}

it('[P1] tells a keystroke to the readers of its text and to nobody else', () => {
  const { plan, first, textOf, told } = setupStore()
  const write = (words: string) => () =>
    edit(plan, () => writeBlocks(textOf(first, 'text'), plainToBlocks(words)))
  expect(told(write('U'))).toEqual(['first'])
  expect(told(write('Un'))).toEqual(['first'])
  expect(told(write('Un\ndeux'))).toEqual(['first'])
})

it('[P1] tells a keystroke on the cover to the readers of its text only', () => {
  const { plan, store, told } = setupStore()
  const title = store.text({ node: coverNode, field: 'title' })!
  expect(told(() => edit(plan, () => writeLine(title, plainToLine('Plan'))))).toEqual(['title of cover'])
})

it('tells a structured field to the readers of its node only, and counts its versions', () => {
  const { plan, store, action, told } = setupStore()
  const before = store.valuesVersion(action)
  expect(told(() => setField(plan, action, 'action', 'lead', 'Ada'))).toEqual(['values of action'])
  expect(store.valuesVersion(action)).toBe(before + 1)
})

it('tells each reader once of a change that is one transaction', () => {
  const { plan, action, first, told } = setupStore()
  const change = () =>
    edit(plan, () => {
      splitEntry(plan, first, { path: [0], offset: 0 })
      addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
    })
  expect(told(change).filter((name) => name === 'structure')).toEqual(['structure'])
})

it('keeps the lists and the template that did not change the same objects', () => {
  const { plan, store, axis, action, first, second } = setupStore()
  const before = store.structure()
  const lists = [before.list('axes'), before.list(axis), before.list(action, 'indicators')]
  moveNode(plan, second, { parent: action, rubric: 'measures' }, 0)
  const after = store.structure()
  expect(
    [after.list('axes'), after.list(axis), after.list(action, 'indicators')].every(
      (list, i) => list === lists[i],
    ),
  ).toBe(true)
  expect(after.template).toBe(before.template)
  expect(after.list(action, 'measures').map(({ id }) => id)).toEqual([second, first])
})

it('numbers axes and actions by the rule of the template', () => {
  const { plan, store, axis, action } = setupStore()
  const group = addNode(plan, { type: 'group', parent: axis }, 0)
  const grouped = addNode(plan, { type: 'action', parent: group })
  const other = addNode(plan, { type: 'axis' })
  const far = addNode(plan, { type: 'action', parent: other })
  const { numbers } = store.structure()
  expect([axis, grouped, action, other, far].map((id) => numbers.get(id))).toEqual([1, 1, 2, 2, 1])
})

it('follows the template, the bin and the tray', () => {
  const { plan, store, axis, action, second, told } = setupStore()
  const indicators = rubricIdSchema.parse('indicators')
  expect(told(() => updateSlot(plan, indicators, { heading: 'Repères' }))).toContain('structure')
  expect(store.structure().template.action[1]).toMatchObject({ heading: 'Repères' })
  expect(told(() => trashNode(plan, second, { by: 'Ada', at: null }))).toContain('structure')
  expect(store.structure().trash.map(({ id }) => id)).toEqual([second])
  const lost = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
  edit(plan, () => plan.nodes.delete(axis))
  expect(store.structure().unplaced.map(({ id }) => id)).toContain(action)
  expect(store.structure().unplaced.map(({ id }) => id)).not.toContain(lost)
})

it('gives the text that stands in the plan after an undone removal has put another one there', () => {
  const { plan, store, first } = setupStore()
  const before = store.text({ node: first, field: 'text' })
  const undo = new Y.UndoManager(plan.nodes)
  plan.nodes.delete(first)
  undo.undo()
  const after = store.text({ node: first, field: 'text' })
  expect(after).toBeInstanceOf(Y.XmlFragment)
  expect(after).not.toBe(before)
})

it('what others move while the page is held is told when it is released, what is done here at once', () => {
  const { plan, store, action, first } = setupStore()
  let told = 0
  store.onStructure(() => (told += 1))
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(plan.doc))
  const release = store.hold()
  trashNode(openPlan(theirs), first, { by: null, at: null })
  Y.applyUpdate(plan.doc, Y.encodeStateAsUpdate(theirs))
  expect(told).toBe(0)
  release()
  release()
  expect(told).toBe(1)
  const again = store.hold()
  addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
  expect(told).toBe(2)
  again()
  expect(told).toBe(2)
})
