import {
  actionsTemplate,
  addNode,
  emptyProject,
  applyProject,
  edit,
  nodeIdSchema,
  nodeText,
  openPlan,
  readBlocks,
  readOutline,
  blocksToPlain,
  plainToBlocks,
  writeBlocks,
  splitEntry,
  moveNode,
  setField,
  trashNode,
} from '@concerte/schema'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'

import { createPlanUndo } from './plan-undo.ts'

function setupPlan() {
  const project = emptyProject({
    template: actionsTemplate,
    title: 'Projet',
    academy: 'Académie',
    period: null,
  })
  const doc = new Y.Doc()
  applyProject(doc, project)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const plan = openPlan(doc, 'page')
  const undo = createPlanUndo(plan)
  const action = project.axes[0]!.content[0]!.id
  const share = () => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'remote')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote')
  }
  const step = <T>(change: () => T): T => {
    undo.stopCapturing()
    const result = change()
    undo.stopCapturing()
    return result
  }
  const entries = () => readOutline(plan).children(action, 'measures')
  const wordsOf = (id: string) => blocksToPlain(readBlocks(nodeText(plan, nodeIdSchema.parse(id), 'text')!))
  return { plan, other: openPlan(other, 'other'), undo, action, share, step, entries, wordsOf }
}

describe('undo of a plan', () => {
  it('takes back typing and structure in the order in which they were done', () => {
    const { plan, undo, action, step, entries, wordsOf } = setupPlan()
    const id = step(() => addNode(plan, { type: 'entry', parent: action, rubric: 'measures' }))
    step(() => edit(plan, () => writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks('undeux'))))
    const second = step(() => splitEntry(plan, id, { path: [0], offset: 2 }))
    step(() => moveNode(plan, second, { parent: action, rubric: 'measures' }, 0))
    expect(entries().map((node) => wordsOf(node.id))).toEqual(['deux', 'un'])

    undo.undo()
    expect(entries().map((node) => wordsOf(node.id))).toEqual(['un', 'deux'])
    undo.undo()
    expect(entries().map((node) => wordsOf(node.id))).toEqual(['undeux'])
    undo.undo()
    undo.undo()
    expect(entries()).toEqual([])
    for (let count = 0; count < 4; count += 1) undo.redo()
    expect(entries().map((node) => wordsOf(node.id))).toEqual(['deux', 'un'])
  })

  it('keeps a node that we added, with the words that someone else wrote in it, when we undo its addition [D2]', () => {
    const { plan, other, undo, action, share, step, entries, wordsOf } = setupPlan()
    const id = step(() => addNode(plan, { type: 'entry', parent: action, rubric: 'measures' }))
    step(() => edit(plan, () => writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks('les miens'))))
    share()
    edit(other, () => writeBlocks(nodeText(other, id, 'text')!, plainToBlocks('les miens et les siens')))
    share()

    undo.undo()
    undo.undo()
    expect(entries().map((node) => wordsOf(node.id))).toEqual([' et les siens'])
    share()
    expect(blocksToPlain(readBlocks(nodeText(other, id, 'text')!))).toBe(' et les siens')
  })

  it('takes back a field that was empty before, and the removal of a node', () => {
    const { plan, undo, action, step } = setupPlan()
    step(() => setField(plan, action, 'action', 'lead', 'Direction'))
    step(() => trashNode(plan, action, { by: 'Ada', at: '2026-01-01T00:00:00Z' }))
    undo.undo()
    expect(readOutline(plan).nodes.get(action)?.trashed).toBeUndefined()
    undo.undo()
    expect(plan.nodes.get(action)?.get('lead')).toBeUndefined()
  })

  it('takes back what is typed without a pause a few seconds at a time', () => {
    const { plan, action } = setupPlan()
    let time = 0
    const undo = createPlanUndo(plan, () => time)
    const id = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
    const text = nodeText(plan, id, 'text')!
    undo.stopCapturing()
    for (const word of ['un', 'un deux', 'un deux trois', 'un deux trois quatre']) {
      time += 3000
      edit(plan, () => writeBlocks(text, plainToBlocks(word)))
    }
    undo.undo()
    expect(blocksToPlain(readBlocks(text))).toBe('un deux trois')
    undo.undo()
    expect(blocksToPlain(readBlocks(text))).toBe('')
  })

  it('brings back words whose paragraph somebody cut off or removed meanwhile [D2]', () => {
    const { plan, other, undo, action, share, step, entries, wordsOf } = setupPlan()
    const id = step(() => addNode(plan, { type: 'entry', parent: action, rubric: 'measures' }))
    const write = (words: string) =>
      step(() => edit(plan, () => writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks(words))))
    write('un\ndeux')
    write('un\ndeux fois')
    undo.undo()
    share()
    splitEntry(other, id, { path: [0], offset: 2 })
    share()
    undo.redo()
    share()
    expect(entries().map((node) => wordsOf(node.id))).toEqual(['un', '\ndeux fois'])

    write('un\ntrois quatre')
    write('un\ntrois')
    share()
    edit(other, () => nodeText(other, id, 'text')!.delete(1, 1))
    share()
    undo.undo()
    expect(wordsOf(id)).toBe('un\n quatre')
  })

  it('leaves alone what others did', () => {
    const { plan, other, undo, action, share } = setupPlan()
    addNode(other, { type: 'entry', parent: action, rubric: 'measures' })
    share()
    undo.undo()
    expect(readOutline(plan).children(action, 'measures')).toHaveLength(1)
  })
})
