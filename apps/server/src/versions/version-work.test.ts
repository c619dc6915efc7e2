import {
  addNode,
  nodeText,
  openPlan,
  readProject,
  setField,
  trashNode,
  writeBlocks,
  writeLine,
  coverText,
  plainToBlocks,
} from '@concerte/schema'
import { createSmallPlan } from '@concerte/testkit'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { workSince } from './version-work.ts'

const owners = new Map([
  [1, 'ada'],
  [2, 'bob'],
])

/** A plan with an empty axis and an empty action, and a replica of it for each of two people. */
function setupPeople() {
  const { doc: start, project } = createSmallPlan()
  const since = Y.encodeStateAsUpdate(start)
  const replica = (clientID: number) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    Y.applyUpdate(doc, since)
    return doc
  }
  const axis = project.axes[0]!
  return { since, ada: replica(1), bob: replica(2), axis: axis.id, action: axis.content[0]!.id }
}

test('what each person wrote since the version before is summed by axis, action and cover', () => {
  const { since, ada, bob, axis, action } = setupPeople()
  const measure = addNode(openPlan(ada), { type: 'entry', parent: action, rubric: 'measures' })
  writeBlocks(nodeText(openPlan(ada), measure, 'text')!, plainToBlocks('Lire chaque jour'))
  writeLine(nodeText(openPlan(bob), axis, 'title')!, [{ text: 'Réussir' }])
  writeLine(coverText(openPlan(bob), 'slogan'), [{ text: 'Ensemble' }])
  setField(openPlan(bob), action, 'action', 'lead', 'IEN')
  const doc = together(ada, bob)
  expect(workSince(doc, { since, owners, project: readProject(doc) })).toEqual([
    {
      userId: 'ada',
      places: [
        { type: 'action', node: action, number: 1, axis: 1, characters: 16, changes: expect.any(Number) },
      ],
    },
    {
      userId: 'bob',
      places: [
        { type: 'action', node: action, number: 1, axis: 1, characters: 0, changes: 1 },
        { type: 'cover', node: 'cover', number: null, axis: null, characters: 8, changes: 0 },
        { type: 'axis', node: axis, number: 1, axis: null, characters: 7, changes: 0 },
      ],
    },
  ])
})

test('what was there before, or was deleted again, is nobody’s work; what is in the bin has no number', () => {
  const { since, ada, bob, action, axis } = setupPeople()
  const title = nodeText(openPlan(ada), action, 'title')!
  writeLine(title, [{ text: 'Un brouillon' }])
  const later = Y.encodeStateAsUpdate(together(ada))
  writeLine(title, [])
  const doc = together(ada)
  expect(workSince(doc, { since, owners, project: readProject(doc) })).toEqual([])
  expect(workSince(doc, { since: later, owners, project: readProject(doc) })).toEqual([])
  writeLine(nodeText(openPlan(bob), axis, 'slogan')!, [{ text: 'Oui' }])
  trashNode(openPlan(bob), axis, { by: 'bob', at: null })
  const binned = together(bob)
  expect(workSince(binned, { since, owners, project: readProject(binned) })).toEqual([
    {
      userId: 'bob',
      places: [{ type: 'axis', node: axis, number: null, axis: null, characters: 3, changes: 1 }],
    },
  ])
})

test('before the first version what the server put in counts as nobody’s, what people wrote counts', () => {
  const { ada, action } = setupPeople()
  writeLine(nodeText(openPlan(ada), action, 'title')!, [{ text: 'Lire' }])
  const doc = together(ada)
  expect(workSince(doc, { since: null, owners, project: readProject(doc) })).toEqual([
    {
      userId: 'ada',
      places: [{ type: 'action', node: action, number: 1, axis: 1, characters: 4, changes: 0 }],
    },
  ])
})

function together(...docs: Y.Doc[]): Y.Doc {
  const doc = new Y.Doc()
  for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  return doc
}
