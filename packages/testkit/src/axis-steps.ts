import {
  actionsTemplate,
  addNode,
  applyProject,
  dismissalKey,
  dismissFinding,
  dissolveGroup,
  edit,
  emptyProject,
  groupActions,
  joinWithPrevious,
  moveNode,
  nodeIdSchema,
  nodePlace,
  nodeText,
  openPlan,
  plainToBlocks,
  readDismissals,
  readOutline,
  reopenFinding,
  restoreNode,
  setField,
  splitEntry,
  trashNode,
  writeBlocks,
  type NodeId,
  type OutlineNode,
  type PlanDoc,
} from '@concerte/schema'
import * as Y from 'yjs'

import { pickOne, type Pick } from './random.ts'

export const axesOfPlan: readonly NodeId[] = ['one', 'two', 'three'].map((id) => nodeIdSchema.parse(id))

const bin = { by: 'user', at: '2026-01-01T00:00:00Z' }

/** A plan of {@link axesOfPlan} with two actions each, one measure in each of them, and a section. */
export function planOfAxes(): PlanDoc {
  const doc = new Y.Doc()
  doc.clientID = 1
  applyProject(doc, {
    ...emptyProject({ template: actionsTemplate, title: 'Plan', academy: 'Lille', period: null }),
    axes: [],
  })
  const plan = openPlan(doc)
  addNode(plan, { type: 'section', parent: 'front' })
  for (const axis of axesOfPlan) {
    addNode(plan, { type: 'axis' }, undefined, () => axis)
    for (const each of ['a', 'b']) {
      const action = addNode(plan, { type: 'action', parent: axis }, undefined, () =>
        nodeIdSchema.parse(axis + each),
      )
      addNode(plan, { type: 'entry', parent: action, rubric: 'measures' }, undefined, () =>
        nodeIdSchema.parse(`${action}e`),
      )
    }
  }
  return plan
}

/** One command on the nodes of an axis, which touches nothing beside it. */
export function takeAxisStep(plan: PlanDoc, axis: NodeId, pick: Pick): void {
  const within = nodesWithin(plan, axis)
  const seen = within.filter(({ trashed }) => trashed === undefined)
  const of = (...types: string[]) => seen.filter(({ type }) => types.includes(type)).map(({ id }) => id)
  const entry = pickOne(pick, of('entry'))
  const action = pickOne(pick, of('action'))
  const group = pickOne(pick, of('group'))
  const parent = pickOne(pick, of('axis', 'group'))!
  const newId = () => nodeIdSchema.parse(`n${pick(1_000_000_000)}`)
  switch (pick(13)) {
    case 0:
      return void addNode(plan, { type: 'group', parent: axis }, pick(3), newId)
    case 1:
      return void addNode(plan, { type: 'action', parent }, pick(3), newId)
    case 2:
      return (
        action && void addNode(plan, { type: 'entry', parent: action, rubric: 'measures' }, pick(3), newId)
      )
    case 3:
      return action && moveNode(plan, action, { parent }, pick(4))
    case 4:
      return entry && action && moveNode(plan, entry, { parent: action, rubric: 'measures' }, pick(4))
    case 5:
      return void groupActions(plan, axis, of('action').slice(0, 1 + pick(2)))
    case 6:
      return group && dissolveGroup(plan, group, bin)
    case 7: {
      const node = pickOne(pick, of('group', 'action', 'entry'))
      return node && trashNode(plan, node, bin)
    }
    case 8: {
      const node = pickOne(
        pick,
        within.filter(({ trashed }) => trashed !== undefined),
      )
      return node && restoreNode(plan, node.id)
    }
    case 9:
      return entry && nodePlace(plan, entry) && void splitEntry(plan, entry, { path: [0], offset: 0 })
    case 10:
      return entry && void joinWithPrevious(plan, entry, bin)
    case 11: {
      const node = pickOne(pick, of('axis', 'action', 'entry'))
      return node && toggleDismissal(plan, node, `raison ${pick(100)}`)
    }
    default:
      if (action) setField(plan, action, 'action', 'lead', `DSDEN ${pick(100)}`)
      if (entry)
        edit(plan, () => writeBlocks(nodeText(plan, entry, 'text')!, plainToBlocks(`mesure ${pick(100)}`)))
  }
}

function toggleDismissal(plan: PlanDoc, node: NodeId, reason: string): void {
  const of = { check: 'long-text', key: `long-text/${node}` }
  if (readDismissals(plan).some((dismissal) => dismissalKey(dismissal) === of.key)) reopenFinding(plan, of)
  else dismissFinding(plan, { ...of, reason, by: 'user', at: null })
}

function nodesWithin(plan: PlanDoc, axis: NodeId): OutlineNode[] {
  const { nodes } = readOutline(plan)
  return [...nodes.values()].filter((node) => {
    let at: OutlineNode | undefined = node
    // Four layers at most stand under each other.
    for (let steps = 0; steps < 4 && at !== undefined && at.id !== axis; steps += 1)
      at = nodes.get(at.place.parent)
    return at?.id === axis
  })
}
