import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import { nodeIdSchema, type NodeId } from '../ids.ts'
import { actionsOf, entriesOf } from '../reading.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { blocksToPlain, lineToPlain, plainToBlocks, plainToLine } from '../text/plain-text.ts'
import { readBlocks } from '../text/read-fragment.ts'
import type { BlockText } from '../text/rich-text.ts'
import { writeBlocks } from '../text/write-fragment.ts'
import { addNode, type NewNode } from './add-node.ts'
import { applyProject } from './apply-project.ts'
import { joinWithPrevious } from './join-entries.ts'
import { moveNode, moveNodes } from './move-node.ts'
import {
  MisplacedNodeError,
  nodeMap,
  nodeText,
  openPlan,
  UnknownNodeError,
  type PlanDoc,
} from './plan-doc.ts'
import { readOutline } from './read-outline.ts'
import { readProject } from './read-project.ts'
import { dissolveGroup, groupActions } from './regroup.ts'
import { restoreNode } from './restore-node.ts'
import { setCover } from './set-cover.ts'
import { setField } from './set-field.ts'
import { splitEntry } from './split-entry.ts'
import { trashNode } from './trash-node.ts'

const by = { by: 'user-1', at: '2026-01-01T00:00:00Z' }

test('every type of node stands under the parents of its layer, and nowhere else', () => {
  const { plan, ids } = setupPlan()
  const group = addNode(plan, { type: 'group', parent: ids.axis })
  const nodes = {
    section: addNode(plan, { type: 'section', parent: 'back' }),
    axis: ids.axis,
    group,
    action: ids.a1,
    entry: ids.m1,
  }
  const parents = { front: 'front', axes: 'axes', back: 'back', ...nodes }
  const allowed = [
    'section under front',
    'section under back',
    'axis under axes',
    'group under axis',
    'action under axis',
    'action under group',
    'entry under action in measures',
    'entry under action in indicators',
  ]
  const accepted: string[] = []
  for (const [type, id] of Object.entries(nodes)) {
    for (const [name, parent] of Object.entries({ ...parents, nothing: 'unknown-id' })) {
      for (const rubric of [undefined, 'measures', 'indicators', 'unknown']) {
        const before = Y.encodeStateAsUpdate(plan.doc)
        const title = `${type} under ${name}${rubric === undefined ? '' : ` in ${rubric}`}`
        try {
          moveNode(plan, id, { parent, rubric }, 0)
          accepted.push(title)
        } catch (error) {
          expect(error).toBeInstanceOf(MisplacedNodeError)
          expect(Y.encodeStateAsUpdate(plan.doc)).toEqual(before)
        }
      }
    }
  }
  expect(accepted.toSorted()).toEqual(allowed.toSorted())
})

test('nothing is added where it cannot stand', () => {
  const { plan, ids } = setupPlan()
  const misplaced: NewNode[] = [
    { type: 'group', parent: ids.a1 },
    { type: 'action', parent: ids.m1 },
    { type: 'entry', parent: ids.axis, rubric: 'measures' },
    { type: 'entry', parent: ids.a1, rubric: 'actions' },
    { type: 'action', parent: nodeIdSchema.parse('unknown') },
  ]
  for (const added of misplaced) expect(() => addNode(plan, added)).toThrow(MisplacedNodeError)
})

test('a command on a node that is not there, or of another type, is refused and writes nothing', () => {
  const { plan, ids } = setupPlan()
  const before = Y.encodeStateAsUpdate(plan.doc)
  const unknown = nodeIdSchema.parse('unknown')
  const refused = [
    () => trashNode(plan, unknown, by),
    () => restoreNode(plan, unknown),
    () => moveNodes(plan, [ids.a1, unknown], { parent: ids.axis }, 0),
    () => setField(plan, ids.a1, 'entry', 'unit', 'élèves'),
    () => splitEntry(plan, ids.a1, { path: [0], offset: 0 }),
    () => joinWithPrevious(plan, unknown, by),
    () => dissolveGroup(plan, ids.a1, by),
  ]
  for (const command of refused) expect(command).toThrow(UnknownNodeError)
  for (const actions of [[ids.a1, ids.m1], [ids.axis]]) {
    expect(() => groupActions(plan, ids.axis, actions)).toThrow(MisplacedNodeError)
  }
  expect(() => groupActions(plan, ids.a2, [ids.a1])).toThrow(MisplacedNodeError)
  expect(() => setField(plan, ids.axis, 'axis', 'colour', 'red')).toThrow('Invalid')
  expect(() => setCover(plan, 'period', { start: 1, end: 2 })).toThrow('Too small')
  expect(Y.encodeStateAsUpdate(plan.doc)).toEqual(before)
})

test('actions of several places come together in a group where the first of them stood, in the order given', () => {
  const { plan, ids } = setupPlan()
  const first = groupActions(plan, ids.axis, [ids.a3, ids.a1])
  expect(outlineOf(plan)).toEqual(['a2', ['a3', 'a1'], 'a4'])
  groupActions(plan, ids.axis, [ids.a1, ids.a4])
  expect(outlineOf(plan)).toEqual(['a2', ['a1', 'a4'], ['a3']])
  dissolveGroup(plan, first, by)
  expect(outlineOf(plan)).toEqual(['a2', ['a1', 'a4'], 'a3'])
  expect(readOutline(plan).trash.map(({ id }) => id)).toEqual([first])
})

test('a dissolved group leaves its actions where it stood, in their order', () => {
  const { plan, ids } = setupPlan()
  const group = groupActions(plan, ids.axis, [ids.a2, ids.a3])
  dissolveGroup(plan, group, by)
  expect(outlineOf(plan)).toEqual(['a1', 'a2', 'a3', 'a4'])
  expect(readOutline(plan).trash.map(({ id, trashed }) => [id, trashed])).toEqual([[group, by]])
})

test('an index counts the siblings without the moved nodes', () => {
  const { plan, ids } = setupPlan()
  moveNodes(plan, [ids.a1, ids.a3], { parent: ids.axis }, 1)
  expect(outlineOf(plan)).toEqual(['a2', 'a1', 'a3', 'a4'])
  moveNode(plan, ids.a4, { parent: ids.axis }, -5)
  moveNode(plan, ids.a2, { parent: ids.axis }, 99)
  expect(outlineOf(plan)).toEqual(['a4', 'a1', 'a3', 'a2'])
})

test('a node taken out of the bin comes back where it stood, with the nodes above it that were there too', () => {
  const { plan, ids } = setupPlan()
  const whole = readProject(plan.doc)
  for (const id of [ids.m1, ids.a1, ids.axis]) trashNode(plan, id, by)
  expect(readProject(plan.doc).axes).toEqual([])
  restoreNode(plan, ids.m1)
  expect(readOutline(plan).trash).toEqual([])
  expect(readProject(plan.doc)).toEqual(whole)
})

test('a ring of places, which only a hostile replica makes, shows in the tray and can be restored from', () => {
  const { plan, ids } = setupPlan()
  nodeMap(plan, ids.a1)!.set('place', { parent: ids.m1, order: 'a0' })
  trashNode(plan, ids.m1, by)
  restoreNode(plan, ids.m1)
  expect(readProject(plan.doc).unplaced.map(({ node }) => node.id)).toEqual([ids.a1])
  moveNode(plan, ids.a1, { parent: ids.axis }, 0)
  expect(outlineOf(plan)).toEqual(['a1', 'a2', 'a3', 'a4'])
})

test('a node whose place is damaged waits in the tray, and can be placed again', () => {
  const { plan, ids } = setupPlan()
  nodeMap(plan, ids.a2)!.set('place', 'here')
  expect(readProject(plan.doc).unplaced).toMatchObject([{ parent: '', node: { id: ids.a2 } }])
  moveNode(plan, ids.a2, { parent: ids.axis }, 0)
  expect(outlineOf(plan)).toEqual(['a2', 'a1', 'a3', 'a4'])
})

test('actions are numbered in their axis or through the plan, whether they stand in a group or not', () => {
  const { plan, ids } = setupPlan()
  const second = addNode(plan, { type: 'axis' })
  addNode(plan, { type: 'action', parent: second })
  groupActions(plan, ids.axis, [ids.a2, ids.a3])
  const numbers = (): number[][] =>
    readProject(plan.doc).axes.map((axis) => actionsOf(axis).map(({ number }) => number))
  expect(numbers()).toEqual([[1, 2, 3, 4], [1]])
  const project = readProject(plan.doc)
  applyProject(plan.doc, {
    ...project,
    template: { ...project.template, numbering: { actions: 'continuous' } },
  })
  expect(numbers()).toEqual([[1, 2, 3, 4], [5]])
  expect(readProject(plan.doc).axes.map(({ number }) => number)).toEqual([1, 2])
})

test('a cut entry goes on in the next one, and the two joined are one again', () => {
  const { plan, ids } = setupPlan()
  const added = splitEntry(plan, ids.m1, { path: [0], offset: 8 })
  expect(measures(plan)).toEqual(['Première', ' mesure', 'Deuxième mesure'])
  const joined = joinWithPrevious(plan, added, by)
  expect(joined).toEqual({ id: ids.m1, seam: { path: [0], offset: 8 } })
  expect(measures(plan)).toEqual(['Première mesure', 'Deuxième mesure'])
  expect(blocksToPlain(entryText(plan, added))).toBe(' mesure')
  expect(joinWithPrevious(plan, ids.m1, by)).toBeNull()
})

test('[D4] marks and elements of a newer version stay in both halves of a cut entry, and in a join', () => {
  const { plan, ids } = setupPlan()
  const text = nodeText(plan, ids.m1, 'text')!
  const callout = new Y.XmlElement('callout')
  callout.setAttribute('tone', 'warning')
  callout.insert(0, [new Y.XmlText('Attention')])
  text.insert(1, [callout])
  const added = splitEntry(plan, ids.m1, { path: [0], offset: 8 })
  expect(String(nodeText(plan, added, 'text')?.toJSON())).toContain(
    '<callout tone="warning">Attention</callout>',
  )
  joinWithPrevious(plan, added, by)
  expect(text.toJSON()).toContain('<callout tone="warning">Attention</callout>')
  expect(measures(plan)[0]).toBe('Première mesure\nAttention')
})

test('[D2] what is typed at the same time after the point where an entry is cut stays in the first half', () => {
  const { plan, ids } = setupPlan()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(plan.doc))
  const text = nodeText(openPlan(other), ids.m1, 'text')!
  Object(text.get(0)).get(0).insert(15, ' phare')
  splitEntry(plan, ids.m1, { path: [0], offset: 8 })
  Y.applyUpdate(plan.doc, Y.encodeStateAsUpdate(other))
  expect(measures(plan)).toEqual(['Première phare', ' mesure', 'Deuxième mesure'])
})

test('[D1] nodes that replicas add in one place at once all stand there, in one order, with room between them', () => {
  const { plan, ids } = setupPlan()
  const others = [1, 2, 3].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(plan.doc))
    addNode(openPlan(doc), { type: 'action', parent: ids.axis }, 1)
    return doc
  })
  for (const doc of others) Y.applyUpdate(plan.doc, Y.encodeStateAsUpdate(doc))
  const before = actionsOf(readProject(plan.doc).axes[0]!).map(({ id }) => id)
  expect(before).toHaveLength(7)
  const added = addNode(plan, { type: 'action', parent: ids.axis }, 2)
  expect(actionsOf(readProject(plan.doc).axes[0]!).map(({ id }) => id)).toEqual(before.toSpliced(2, 0, added))
})

test('strings with half a surrogate pair read the same here as at the others', () => {
  const { plan, ids } = setupPlan()
  setField(plan, ids.a1, 'action', 'lead', 'DSDEN \ud83c')
  Object(nodeText(plan, ids.m1, 'text')!.get(0))
    .get(0)
    .insert(0, '\ud83c mot')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(plan.doc))
  expect(readProject(other)).toEqual(readProject(plan.doc))
})

function id(text: string): NodeId {
  return nodeIdSchema.parse(text)
}

function setupPlan(): { plan: PlanDoc; ids: Record<'axis' | 'a1' | 'a2' | 'a3' | 'a4' | 'm1', NodeId> } {
  const project = emptyProject({ template: actionsTemplate, title: 'Projet', academy: '', period: null })
  const [axis] = project.axes
  axis!.id = id('axis')
  axis!.content = ['a1', 'a2', 'a3', 'a4'].map((name) => ({
    type: 'action',
    id: id(name),
    number: 1,
    title: plainToLine(name),
    rubrics: [],
  }))
  const doc = new Y.Doc()
  applyProject(doc, project)
  const plan = openPlan(doc)
  const m1 = addNode(plan, { type: 'entry', parent: id('a1'), rubric: 'measures' })
  const m2 = addNode(plan, { type: 'entry', parent: id('a1'), rubric: 'measures' })
  setText(plan, m1, 'Première mesure')
  setText(plan, m2, 'Deuxième mesure')
  return { plan, ids: { axis: id('axis'), a1: id('a1'), a2: id('a2'), a3: id('a3'), a4: id('a4'), m1 } }
}

/** The titles of the actions of the first axis; those of a group stand in a list of their own. */
function outlineOf(plan: PlanDoc): (string | string[])[] {
  return readProject(plan.doc).axes[0]!.content.map((item) =>
    item.type === 'group' ? item.actions.map(({ title }) => lineToPlain(title)) : lineToPlain(item.title),
  )
}

function measures(plan: PlanDoc): string[] {
  const { axes, template } = readProject(plan.doc)
  const rubric = template.action.find((slot) => slot.type === 'rubric')!
  return entriesOf(actionsOf(axes[0]!)[0]!, rubric).map(({ text }) => blocksToPlain(text))
}

function setText(plan: PlanDoc, id: NodeId, plain: string): void {
  writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks(plain))
}

function entryText(plan: PlanDoc, id: NodeId): BlockText {
  return readBlocks(nodeText(plan, id, 'text')!)
}
