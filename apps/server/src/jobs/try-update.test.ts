import {
  actionsTemplate,
  addNode,
  edit,
  emptyProject,
  applyProject,
  nodeText,
  openPlan,
  plainToBlocks,
  writeBlocks,
  type NodeId,
  type PlanDoc,
} from '@concerte/schema'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { squareUpdate } from '../testing/square-update.ts'
import { tryUpdate } from './try-update.ts'

/** What the rooms allow. */
const limitOf = (update: Uint8Array): number => 300 + 0.1 * countParts(update)

function countParts(update: Uint8Array): number {
  const { structs, ds } = Y.decodeUpdate(update)
  return structs.length + [...ds.clients.values()].reduce((sum, ranges) => sum + ranges.length, 0)
}

function setupPlan() {
  const doc = new Y.Doc()
  const title = { template: actionsTemplate, title: 'Plan', academy: 'Lille', period: null }
  applyProject(doc, { ...emptyProject(title), axes: [] })
  const plan = openPlan(doc)
  const group = addNode(plan, { type: 'group', parent: addNode(plan, { type: 'axis' }) })
  const action = addNode(plan, { type: 'action', parent: group })
  return { doc, plan, action, state: Y.encodeStateAsUpdate(doc), before: Y.encodeStateVector(doc) }
}

function addMeasures(plan: PlanDoc, action: NodeId, count: number): NodeId[] {
  return edit(plan, () =>
    Array.from({ length: count }, (_, index) => {
      const id = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
      const text = nodeText(plan, id, 'text')
      if (text !== undefined) writeBlocks(text, plainToBlocks(`Mesure ${index}, avec les communes`))
      return id
    }),
  )
}

it('[S5] an update that takes Yjs the square of its structs is too heavy, and its thread is ended', async () => {
  const { state } = setupPlan()
  const update = squareUpdate(20_000, { client: 50, root: 'cover.slogan' })
  expect(await tryUpdate(state, update, limitOf(update))).toBe('too-heavy')
})

it('a paste of three thousand measures is fine', async () => {
  const { doc, plan, action, state, before } = setupPlan()
  addMeasures(plan, action, 3_000)
  const update = Y.encodeStateAsUpdate(doc, before)
  expect(countParts(update)).toBeGreaterThan(10_000)
  expect(await tryUpdate(state, update, limitOf(update))).toBe('fine')
})

it('a week offline, here and there in many texts while others wrote in the same, is fine', async () => {
  const { doc, plan, action } = setupPlan()
  const measures = addMeasures(plan, action, 100)
  const [begun, before] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)]
  const others = new Y.Doc()
  Y.applyUpdate(others, begun)
  writeHereAndThere(plan, measures, 3_000)
  writeHereAndThere(openPlan(others), measures, 3_000)
  const update = Y.encodeStateAsUpdate(doc, before)
  expect(countParts(update)).toBeGreaterThan(3_000)
  expect(await tryUpdate(Y.encodeStateAsUpdate(others), update, limitOf(update))).toBe('fine')
})

it('where the copy cannot be made nothing is said of the update', async () => {
  const { state } = setupPlan()
  await expect(
    tryUpdate(state.subarray(0, -5), squareUpdate(1, { client: 50, root: 't' }), 300),
  ).rejects.toThrow('end of array')
})

/** Words at the beginning, in the middle and at the end of texts, some of which go again. */
function writeHereAndThere(plan: PlanDoc, nodes: readonly NodeId[], times: number): void {
  for (let time = 0; time < times; time += 1) {
    const paragraph = nodeText(plan, nodes[time % nodes.length]!, 'text')?.get(0)
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(words instanceof Y.XmlText)) throw new Error('A measure has words')
    words.insert(Math.floor(((time % 3) * words.length) / 2), 'un mot ')
    if (time % 5 === 0) words.delete(Math.floor(words.length / 3), 4)
  }
}
