import { createPlanUndo } from '@concerte/editor/static'
import {
  actionsTemplate,
  addNode,
  applyProject,
  blocksToPlain,
  edit,
  emptyProject,
  moveNode,
  nodeText,
  openPlan,
  plainToBlocks,
  readBlocks,
  setCover,
  toRights,
  trashNode,
  nodeTrashed,
  writeBlocks,
  type NodeId,
  type WriteRefusal,
} from '@concerte/schema'
import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'

import type { PlanFields } from '../fields/plan-fields.ts'
import { createPlanRights } from '../rights/plan-rights.ts'
import { createPlanStore } from '../store/plan-store.ts'
import { createPlanCommands } from './plan-commands.ts'

// No page is drawn here.
vi.mock('react-dom', () => ({ flushSync: (run: () => void) => run() }))

function setupCommands() {
  const doc = new Y.Doc()
  const project = emptyProject({ template: actionsTemplate, title: 'P', academy: 'A', period: null })
  applyProject(doc, project)
  const plan = openPlan(doc, 'page')
  const mine = project.axes[0]!.id
  const action = project.axes[0]!.content[0]!.id
  const theirs = addNode(openPlan(doc), { type: 'axis' })
  const entry = addNode(openPlan(doc), { type: 'entry', parent: action, rubric: 'measures' })
  const rights = createPlanRights(createPlanStore(plan))
  const allow = (axes: NodeId[] | null, locked: NodeId[] = [], role: 'lead' | 'editor' = 'editor') =>
    rights.change(toRights({ role, phase: 'drafting', groupAxes: axes, locked }))
  allow(null)
  const undoManager = createPlanUndo(plan)
  const refused: WriteRefusal[] = []
  const revealed: string[] = []
  const fields: Pick<PlanFields, 'focus' | 'current'> = { focus: () => undefined, current: () => null }
  const commands = createPlanCommands({
    plan,
    undoManager,
    fields,
    rights,
    author: 'Ada',
    now: () => new Date(0),
    say: () => undefined,
    onRefused: (refusal) => refused.push(refusal),
    onConflict: () => undefined,
    reveal: (node) => revealed.push(node),
    keepFocus: () => undefined,
  })
  const words = () => blocksToPlain(readBlocks(nodeText(plan, entry, 'text')!))
  const write = (text: string) =>
    commands.run({ type: 'write', node: entry }, () => {
      edit(plan, () => writeBlocks(nodeText(plan, entry, 'text')!, plainToBlocks(text)))
      return undefined
    })
  return { plan, mine, theirs, action, entry, rights, allow, commands, refused, words, write }
}

it('[S4] a command that the person may not run changes nothing, and says why', () => {
  const { allow, mine, write, words, refused } = setupCommands()
  allow(null, [mine])
  write('Un')
  expect([words(), refused]).toEqual(['', ['axis-locked']])
})

it('[S4] what was written before its axis was locked is not taken back, and does not bar what was done before', () => {
  const { plan, allow, mine, theirs, write, words, refused, commands, rights } = setupCommands()
  allow(null, [], 'lead')
  const added = addNode(openPlan(plan.doc), { type: 'action', parent: theirs })
  commands.run({ type: 'arrange', node: added }, () => {
    trashNode(plan, added, commands.trashed())
    return undefined
  })
  write('Un')
  allow(null, [mine], 'lead')
  commands.undo()
  expect([words(), refused]).toEqual(['Un', ['axis-locked']])
  commands.undo()
  expect(nodeTrashed(plan, added)).toBeUndefined()
  commands.redo()
  expect(nodeTrashed(plan, added)).toBeDefined()
  expect(refused).toHaveLength(1)
  rights.close()
})

it('[S4] what went to an axis of others is theirs: our words in it stay', () => {
  const { plan, allow, mine, theirs, action, write, words, refused, commands } = setupCommands()
  allow([mine])
  write('Un')
  moveNode(openPlan(plan.doc, 'elsewhere'), action, { parent: theirs }, 0)
  commands.undo()
  expect([words(), refused]).toEqual(['Un', ['not-your-axis']])
})

it('[S4] a setting of the plan is not taken back by someone who leads it no longer', () => {
  const { plan, allow, refused, commands } = setupCommands()
  allow(null, [], 'lead')
  commands.run({ type: 'structure' }, () => {
    setCover(plan, 'website', 'example.fr')
    return undefined
  })
  allow(null)
  commands.undo()
  expect([plan.project.get('website'), refused]).toEqual(['example.fr', ['structure']])
})
