import {
  actionsTemplate,
  addNode,
  applyProject,
  emptyProject,
  moveNode,
  nodeText,
  openPlan,
  plainToBlocks,
  restoreNode,
  trashNode,
  writeBlocks,
  type NodeId,
} from '@concerte/schema'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { createPlanStore } from '../store/plan-store.ts'
import { binnedAt, changedNodes, happeningAt, type NodeChange } from './what-happened.ts'

/** What Paul does in his replica comes to Marie, who looks on. */
function setupTwo() {
  const project = emptyProject({ template: actionsTemplate, title: 'P', academy: 'A', period: null })
  const [paul, marie] = [new Y.Doc(), new Y.Doc()]
  applyProject(paul, project)
  const theirs = openPlan(paul)
  const axis = project.axes[0]!.id
  const action = project.axes[0]!.content[0]!.id
  const second = addNode(theirs, { type: 'axis' })
  const add = () => addNode(theirs, { type: 'entry', parent: action, rubric: 'measures' })
  const [a, b] = [add(), add()]
  Y.applyUpdate(marie, Y.encodeStateAsUpdate(paul))
  const store = createPlanStore(openPlan(marie))
  let changes = new Map<NodeId, NodeChange>()
  marie.on('afterTransaction', (transaction) => {
    changes = changedNodes(store.plan, transaction)
  })
  paul.on('update', (update: Uint8Array) => Y.applyUpdate(marie, update))
  const seenAt = (node: NodeId) => {
    const happening = happeningAt(store.structure(), changes, node)
    if (happening === null) return null
    expect(happening.client).toBe(paul.clientID)
    return [happening.type, happening.node]
  }
  return { theirs, store, axis, action, second, a, b, seenAt, changes: () => changes }
}

it('a move is told at the node and at what stands in it, and by whom [S3]', () => {
  const { theirs, action, second, a, axis, seenAt } = setupTwo()
  moveNode(theirs, action, { parent: second }, 0)
  expect([seenAt(action), seenAt(a), seenAt(axis)]).toEqual([['moved', action], ['moved', action], null])
})

it('another order within the same list is told as such, and not to the siblings', () => {
  const { theirs, action, a, b, seenAt } = setupTwo()
  moveNode(theirs, b, { parent: action, rubric: 'measures' }, 0)
  expect([seenAt(b), seenAt(a)]).toEqual([['reordered', b], null])
})

it('a removal is told with what went along, and coming back is no removal', () => {
  const { theirs, store, action, a, seenAt } = setupTwo()
  trashNode(theirs, action, { by: 'paul', at: null })
  expect(seenAt(a)).toEqual(['removed', action])
  expect(binnedAt(store.structure(), a)?.id).toBe(action)
  restoreNode(theirs, action)
  expect([seenAt(a), binnedAt(store.structure(), a)]).toEqual([null, null])
})

it('writing moves nothing', () => {
  const { theirs, a, changes } = setupTwo()
  writeBlocks(nodeText(theirs, a, 'text')!, plainToBlocks('Mots'))
  expect(changes().size).toBe(0)
})
