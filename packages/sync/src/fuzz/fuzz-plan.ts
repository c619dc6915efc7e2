import {
  actionsTemplate,
  addNode,
  applyProject,
  emptyProject,
  nodeIdSchema,
  nodeText,
  openPlan,
  type NodeId,
} from '@concerte/schema'
import * as Y from 'yjs'

import { createChoose } from './random.ts'
import { typeIn } from './plain-edit.ts'

export const axes = ['mine', 'theirs', 'shut'].map((name) => nodeIdSchema.parse(name))

/** A plan of three axes that was written in for a while: words, marks, things thrown away and things that are gone. */
export function fuzzPlan(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  applyProject(doc, {
    ...emptyProject({ template: actionsTemplate, title: 'Plan 😀', academy: 'Lille', period: null }),
    axes: [],
  })
  const plan = openPlan(doc)
  for (const axis of axes) {
    addNode(plan, { type: 'axis' }, undefined, () => axis)
    addNode(plan, { type: 'group', parent: axis }, undefined, () => idOf(`${axis}-group`))
    for (const which of ['a', 'b']) {
      const action = addNode(plan, { type: 'action', parent: idOf(`${axis}-group`) }, undefined, () =>
        idOf(`${axis}-action-${which}`),
      )
      addNode(plan, { type: 'entry', parent: action, rubric: 'measures' }, undefined, () =>
        idOf(`${action}-entry`),
      )
      addNode(plan, { type: 'entry', parent: action, rubric: 'measures' }, undefined, () =>
        idOf(`${action}-gone`),
      )
    }
  }
  addNode(plan, { type: 'section', parent: 'front' }, undefined, () => idOf('foreword'))
  const choose = createChoose(3)
  for (const id of plan.nodes.keys()) {
    for (const field of ['title', 'text']) {
      const text = nodeText(plan, idOf(id), field)
      if (text !== undefined) for (let step = 0; step < 8; step += 1) typeIn(text, choose)
    }
  }
  for (const id of Array.from(plan.nodes.keys())) if (id.endsWith('gone')) plan.nodes.delete(id)
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

function idOf(name: string): NodeId {
  return nodeIdSchema.parse(name)
}
