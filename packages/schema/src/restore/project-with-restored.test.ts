import {
  arbitraryProject,
  createNetwork,
  createPick,
  createSmallPlan,
  createTypingLog,
  gentleSteps,
  pickOne,
  takeStep,
  type Pick,
} from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { addNode } from '../outline/add-node.ts'
import { applyProject } from '../outline/apply-project.ts'
import { moveNode } from '../outline/move-node.ts'
import { textsOf } from '../outline/node-types.ts'
import { nodeText, nodeType, openPlan, type PlanDoc } from '../outline/plan-doc.ts'
import { readProject } from '../outline/read-project.ts'
import { restoreNode } from '../outline/restore-node.ts'
import { setField } from '../outline/set-field.ts'
import { trashNode } from '../outline/trash-node.ts'
import { layerOf } from '../normalize-project.ts'
import { projectSchema, type Project } from '../project.ts'
import { blocksToPlain, lineToPlain, plainToBlocks, plainToLine } from '../text/plain-text.ts'
import { readBlocks, readLine } from '../text/read-fragment.ts'
import { writeBlocks, writeLine } from '../text/write-fragment.ts'
import { isNodeId, type NodeId } from '../ids.ts'
import { takeApart, withBelow } from './plan-lists.ts'
import { projectWithRestored } from './project-with-restored.ts'
import type { RestoreScope } from './restore-scope.ts'

const bin = { by: null, at: null }

/** Two axes of two actions, each with one measure. */
function setupPlan() {
  const { doc, plan } = createSmallPlan()
  for (const axis of readProject(doc).axes) trashNode(plan, axis.id, bin)
  const axes = ['A', 'B'].map((name) => {
    const axis = addNode(plan, { type: 'axis' })
    write(plan, axis, name)
    const actions = ['1', '2'].map((number) => {
      const action = addNode(plan, { type: 'action', parent: axis })
      write(plan, action, name + number)
      const measure = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
      write(plan, measure, `mesure ${name}${number}`)
      return { id: action, measure }
    })
    return { id: axis, actions }
  })
  const [a, b] = axes
  return { doc, plan, a: a!, b: b!, former: readProject(doc) }
}

function write(plan: PlanDoc, id: NodeId, words: string): void {
  const isEntry = nodeType(plan, id) === 'entry'
  if (isEntry) writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks(words))
  else writeLine(nodeText(plan, id, 'title')!, plainToLine(words))
}

function restore(doc: Y.Doc, former: Project, scope: RestoreScope): void {
  const restored = projectWithRestored(readProject(doc), former, scope)
  if (restored !== null) applyProject(doc, restored)
}

/** «A: A1 A2; B: B1 B2»: the plan as a line of titles. */
function titles({ axes, unplaced }: Project): string {
  const line = axes.map(({ title, content }) => {
    const actions = content.map((item) => lineToPlain(item.title))
    return `${lineToPlain(title)}: ${actions.join(' ')}`
  })
  return [
    ...line,
    ...unplaced.map(({ node }) => `(${'title' in node ? lineToPlain(node.title) : node.id})`),
  ].join('; ')
}

test('an action comes back as it was, and nothing else changes', () => {
  const { doc, plan, a, b, former } = setupPlan()
  write(plan, a.actions[0]!.measure, 'réécrite')
  write(plan, b.actions[0]!.measure, 'écrite entre-temps')
  const added = addNode(plan, { type: 'entry', parent: a.actions[0]!.id, rubric: 'measures' })
  setField(plan, a.actions[0]!.id, 'action', 'lead', 'IEN')
  restore(doc, former, { type: 'node', node: a.actions[0]!.id })
  const now = takeApart(readProject(doc))
  expect(now.nodes.get(a.actions[0]!.id)).toEqual(takeApart(former).nodes.get(a.actions[0]!.id))
  expect(now.nodes.get(b.actions[0]!.measure)).toMatchObject({ text: plainToBlocks('écrite entre-temps') })
  expect(now.nodes.has(added)).toBe(false)
})

test('an axis that is in the bin comes back between its neighbours, whole', () => {
  const { doc, plan, a, former } = setupPlan()
  trashNode(plan, a.id, bin)
  restore(doc, former, { type: 'node', node: a.id })
  expect(titles(readProject(doc))).toBe('A: A1 A2; B: B1 B2')
})

test('what was moved out of an axis comes back with it, what was moved into it stays, what was added goes to the bin', () => {
  const { doc, plan, a, b, former } = setupPlan()
  moveNode(plan, a.actions[1]!.id, { parent: b.id }, 0)
  moveNode(plan, b.actions[1]!.id, { parent: a.id }, 0)
  const added = addNode(plan, { type: 'action', parent: a.id })
  write(plan, added, 'A3')
  restore(doc, former, { type: 'node', node: a.id })
  expect(titles(readProject(doc))).toBe('A: A1 A2 B2; B: B1')
  restoreNode(plan, added)
  expect(titles(readProject(doc))).toContain('A3')
})

test('a node whose place is gone waits in the tray', () => {
  const { doc, plan, a, former } = setupPlan()
  trashNode(plan, a.id, bin)
  restore(doc, former, { type: 'node', node: a.actions[0]!.id })
  expect(titles(readProject(doc))).toBe('B: B1 B2; (A1)')
})

test('one text comes back, or one field, and what is not there is said', () => {
  const { doc, plan, a, former } = setupPlan()
  const [action] = a.actions
  write(plan, action!.id, 'réécrit')
  write(plan, action!.measure, 'réécrite')
  setField(plan, action!.id, 'action', 'lead', 'IEN')
  restore(doc, former, { type: 'field', node: action!.id, field: 'title' })
  const now = takeApart(readProject(doc))
  expect(now.nodes.get(action!.id)).toMatchObject({ title: plainToLine('A1'), lead: 'IEN' })
  expect(now.nodes.get(action!.measure)).toMatchObject({ text: plainToBlocks('réécrite') })
  restore(doc, former, { type: 'field', node: action!.id, field: 'lead' })
  expect(takeApart(readProject(doc)).nodes.get(action!.id)).not.toHaveProperty('lead')
  const present = readProject(doc)
  expect(projectWithRestored(present, former, { type: 'field', node: action!.id, field: 'id' })).toBeNull()
  const added = addNode(plan, { type: 'axis' })
  expect(projectWithRestored(readProject(doc), former, { type: 'node', node: added })).toBeNull()
})

test('a field of the cover comes back', () => {
  const { doc, former } = setupPlan()
  const changed = {
    ...former,
    cover: { ...former.cover, title: plainToLine('Autre'), website: 'https://ac.fr' },
  }
  applyProject(doc, changed)
  restore(doc, former, { type: 'field', node: 'cover', field: 'title' })
  expect(readProject(doc).cover).toEqual({ ...former.cover, website: 'https://ac.fr' })
})

test('[D1] [D2] [D5] whatever is restored while others type, no word of theirs is lost where the restoring changes nothing', () => {
  fc.assert(
    fc.property(
      arbitraryProject,
      gentleSteps(3, 30),
      gentleSteps(3, 30),
      fc.nat(1_000_000),
      (project, earlier, meanwhile, seed) => {
        const pick = createPick(seed)
        const start = new Y.Doc()
        applyProject(start, project)
        const former = readProject(start)
        const network = createNetwork(3, Y.encodeStateAsUpdate(start))
        for (const step of earlier)
          if (step.kind !== 'receive') takeStep(network.docs[step.replica]!, step, createTypingLog())
        network.meet(pick)

        const [doc] = network.docs
        const now = readProject(doc!)
        const scope = someScope(former, pick)
        const restored = projectWithRestored(now, former, scope)
        const before = textsIn(doc!)
        if (restored !== null) {
          expect(projectSchema.parse(restored)).toEqual(restored)
          expectRestored({ now, former, scope, restored })
          applyProject(doc!, restored)
          let writes = 0
          doc!.on('update', () => (writes += 1))
          applyProject(doc!, restored)
          expect(writes).toBe(0)
        }
        const after = textsIn(doc!)
        const log = createTypingLog()
        for (const step of meanwhile) {
          if (step.kind === 'type' && step.replica > 0) takeStep(network.docs[step.replica]!, step, log)
        }
        network.meet(pick)
        const read = readProject(doc!)
        for (const other of network.docs) expect(readProject(other)).toEqual(read)
        const texts = textsIn(doc!)
        for (const { id, field, word } of log.typed) {
          const place = `${id} ${field}`
          if (before.get(place) === after.get(place)) expect(texts.get(place)).toContain(word)
        }
      },
    ),
    { seed: 11, numRuns: 150 },
  )
}, 120_000)

test('restoring is one step of undo, which takes nothing else back', () => {
  fc.assert(
    fc.property(arbitraryProject, gentleSteps(1, 30), fc.nat(1_000_000), (project, steps, seed) => {
      const doc = new Y.Doc()
      applyProject(doc, project)
      const former = readProject(doc)
      for (const step of steps) if (step.kind !== 'receive') takeStep(doc, step, createTypingLog())
      const now = readProject(doc)
      const restored = projectWithRestored(now, former, someScope(former, createPick(seed)))
      const covers = ['title', 'academy', 'slogan', 'mention'].map((name) =>
        doc.getXmlFragment(`cover.${name}`),
      )
      const scope = [doc.getMap('nodes'), doc.getMap('project'), doc.getMap('dismissals'), ...covers]
      const undo = new Y.UndoManager(scope, { trackedOrigins: new Set(['restoring']) })
      if (restored !== null) applyProject(doc, restored, { origin: 'restoring' })
      expect(undo.undoStack.length).toBeLessThanOrEqual(1)
      undo.undo()
      expect(readProject(doc)).toEqual(now)
    }),
    { seed: 12, numRuns: 100 },
  )
}, 60_000)

function someScope(former: Project, pick: Pick): RestoreScope {
  const nodes = [...takeApart(former).nodes.values()]
  const node = pickOne(pick, nodes)
  if (node === undefined || pick(6) === 0) return { type: 'plan' }
  if (pick(3) > 0) return { type: 'node', node: node.id }
  return { type: 'field', node: node.id, field: pickOne(pick, textsOf(layerOf(node)))![0] }
}

/** The node, and what stood under it, read as then; every other node reads as now, wherever it stands. */
function expectRestored({
  now,
  former,
  scope,
  restored,
}: Record<'now' | 'former' | 'restored', Project> & { scope: RestoreScope }): void {
  if (scope.type !== 'node') return
  const [past, present, result] = [takeApart(former), takeApart(now), takeApart(restored)]
  const inside = new Set<string>(withBelow(past, past.nodes.get(scope.node)!).map(({ id }) => id))
  for (const id of inside) {
    expect(ownOf(result.nodes.get(id)!)).toEqual(ownOf(past.nodes.get(id)!))
    // Or it waits in the tray, its rubric gone.
    const parent = result.listOf(id)?.parent
    if (id !== scope.node && parent !== undefined) expect(parent).toBe(past.listOf(id)?.parent)
  }
  for (const [id, node] of present.nodes) {
    const found = result.nodes.get(id)
    if (inside.has(id)) continue
    // What was added since may have gone; all that the plan had then and has now stays.
    if (found !== undefined || past.nodes.has(id)) expect(ownOf(found!)).toEqual(ownOf(node))
  }
}

/** A node without what stands under it, and without what follows from its place. */
function ownOf(node: object): object {
  const own = { ...node }
  for (const key of [
    'number',
    'rubrics',
    'content',
    'actions',
    'type',
    'kind',
    'unit',
    'baseline',
    'target',
  ]) {
    Reflect.deleteProperty(own, key)
  }
  return own
}

/** The words of every text of every node, in the bin too. */
function textsIn(doc: Y.Doc): Map<string, string> {
  const plan = openPlan(doc)
  const texts = new Map<string, string>()
  for (const id of plan.nodes.keys()) {
    const type = nodeType(plan, id)
    if (type === undefined || !isNodeId(id)) continue
    for (const [field, profile] of textsOf(type)) {
      const text = nodeText(plan, id, field)
      if (text === undefined) continue
      texts.set(
        `${id} ${field}`,
        profile === 'line' ? lineToPlain(readLine(text)) : blocksToPlain(readBlocks(text)),
      )
    }
  }
  return texts
}
