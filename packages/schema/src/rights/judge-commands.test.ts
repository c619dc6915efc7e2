import {
  axesOfPlan as axes,
  createPick,
  pickOne,
  planOfAxes,
  takeAxisStep,
  type Pick,
} from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { dismissalMap, dismissFinding } from '../dismissals/plan-dismissals.ts'
import type { NodeId } from '../ids.ts'
import { addNode } from '../outline/add-node.ts'
import { addRubric } from '../outline/edit-template.ts'
import { coverText, edit, nodeText, nodeType, openPlan, type PlanDoc } from '../outline/plan-doc.ts'
import { readOutline } from '../outline/read-outline.ts'
import { setCover } from '../outline/set-cover.ts'
import { trashNode } from '../outline/trash-node.ts'
import { judgeTouches } from './judge-touches.ts'
import {
  mayAddTo,
  mayArrangeNode,
  mayChangeStructure,
  mayDismiss,
  mayWriteCover,
  mayWriteNode,
} from './may-write.ts'
import { toRights } from './rights.ts'
import type { Touch } from './touch.ts'

test('[S4] whatever commands do within one’s axes is allowed, and refused within those of others', () => {
  runCommands((plan, { axis, run }) => {
    const touches = touchesOf(plan.doc, run)
    fc.pre(touches.length > 0)
    const stands = editor({ groupAxes: [axis] })
    const elsewhere = editor({ groupAxes: axes.filter((other) => other !== axis) })
    expect(judgeTouches(plan.doc, stands, touches)).toBeNull()
    expect(judgeTouches(plan.doc, elsewhere, touches)).toBe('not-your-axis')
    expect(judgeTouches(plan.doc, editor({ groupAxes: null }), touches)).toBeNull()
    expect(judgeTouches(plan.doc, editor({ groupAxes: null, locked: [axis] }), touches)).toBe('axis-locked')
    const lead = toRights({ role: 'lead', phase: 'review', groupAxes: null, locked: [axis] })
    expect(judgeTouches(plan.doc, lead, touches)).toBe('axis-locked')
  })
})

test('[S4] what an interface is told of a node is what the server judges of its edits', () => {
  runCommands((plan, { axis, pick }) => {
    const rights = [
      editor({ groupAxes: null }),
      editor({ groupAxes: [axis], locked: [axes[0]!] }),
      toRights({ role: 'lead', phase: 'drafting', groupAxes: null, locked: [axis] }),
      toRights({ role: 'reader', phase: 'final', groupAxes: null, locked: [] }),
    ]
    const id = pickOne(pick, [...readOutline(plan).nodes.keys()]) as NodeId
    const type = nodeType(plan, id)!
    const typing = touchesOf(plan.doc, (replica) =>
      edit(replica, () =>
        nodeText(replica, id, type === 'entry' ? 'text' : 'title')!.insert(0, [new Y.XmlText('x')]),
      ),
    )
    const binning = touchesOf(plan.doc, (replica) => trashNode(replica, id, { by: null, at: null }))
    const cover = touchesOf(plan.doc, (replica) => {
      edit(replica, () => coverText(replica, 'title').insert(0, [new Y.XmlText('x')]))
    })
    const period = touchesOf(plan.doc, (replica) => setCover(replica, 'period', { start: 2030, end: 2034 }))
    const rubric = touchesOf(plan.doc, (replica) => {
      addRubric(replica, 'axis', { entryType: 'statement', heading: 'x' })
    })
    const axisAdded = touchesOf(plan.doc, (replica) => {
      addNode(replica, { type: 'axis' })
    })
    const added = touchesOf(plan.doc, (replica) => {
      addNode(replica, { type: 'action', parent: axis })
    })
    const dismissals = [`spaces/${id}/title`, 'acronym-late/*/QVT', 'spaces'].map((key) => ({
      key,
      touches: touchesOf(plan.doc, (replica) => dismiss(replica, key)),
    }))
    for (const each of rights) {
      for (const { key, touches } of dismissals) {
        expect(mayDismiss(plan, each, key)).toBe(judgeTouches(plan.doc, each, touches))
      }
      expect(mayWriteNode(plan, each, id)).toBe(judgeTouches(plan.doc, each, typing))
      expect(mayArrangeNode(plan, each, id)).toBe(judgeTouches(plan.doc, each, binning))
      expect(mayWriteCover(each)).toBe(judgeTouches(plan.doc, each, cover))
      expect(mayChangeStructure(each)).toBe(judgeTouches(plan.doc, each, period))
      expect(mayChangeStructure(each)).toBe(judgeTouches(plan.doc, each, rubric))
      expect(mayAddTo(plan, each, 'axes')).toBe(judgeTouches(plan.doc, each, axisAdded))
      expect(mayAddTo(plan, each, axis)).toBe(judgeTouches(plan.doc, each, added))
    }
  })
})

test('[S4] what undoing and redoing do to one’s own axis is allowed', () => {
  runCommands((plan, { axis, run }) => {
    const [replica, undo] = replicaOf(plan.doc)
    run(openPlan(replica, 'self'))
    fc.pre(undo.undoStack.length > 0)
    const rights = editor({ groupAxes: [axis] })
    const undoing = touchesIn(replica, () => undo.undo())
    expect(judgeTouches(undoing.before, rights, undoing.touches)).toBeNull()
    const redoing = touchesIn(replica, () => undo.redo())
    expect(judgeTouches(redoing.before, rights, redoing.touches)).toBeNull()
  })
})

type Step = { axis: NodeId; pick: Pick; run: (plan: PlanDoc) => void }

/** Plans that a few commands have shaped, and the command that comes next, which stays within `axis`. */
function runCommands(check: (plan: PlanDoc, step: Step) => void): void {
  fc.assert(
    // A seed also chooses the ids of what it makes.
    fc.property(fc.uniqueArray(fc.nat(1_000_000), { minLength: 1, maxLength: 25 }), (seeds) => {
      const plan = planOfAxes()
      for (const seed of seeds.slice(1)) stepOf(seed).run(plan)
      check(plan, stepOf(seeds[0]!))
    }),
    { seed: 4, numRuns: 80 },
  )
}

function stepOf(seed: number): Step {
  const axis = pickOne(createPick(seed), axes)!
  // Chosen anew for every replica, so that it does the same on each.
  return { axis, pick: createPick(seed + 1), run: (plan) => takeAxisStep(plan, axis, createPick(seed + 1)) }
}

function dismiss(plan: PlanDoc, key: string): void {
  const [check = ''] = key.split('/', 1)
  dismissFinding(plan, { check, ...(key !== check && { key }), reason: 'voulu', by: null, at: null })
}

function editor(of: { groupAxes: NodeId[] | null; locked?: NodeId[] }) {
  return toRights({ role: 'editor', phase: 'drafting', locked: [], ...of })
}

function replicaOf(doc: Y.Doc): [Y.Doc, Y.UndoManager] {
  const replica = new Y.Doc()
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc))
  const undo = new Y.UndoManager(replica.getMap('nodes'), { trackedOrigins: new Set(['self']) })
  return [replica, undo]
}

/** What a change does to another replica of a document. */
function touchesOf(doc: Y.Doc, change: (plan: PlanDoc) => void): Touch[] {
  const [replica] = replicaOf(doc)
  return touchesIn(replica, () => change(openPlan(replica))).touches
}

/** The touches of a change as Yjs tells observers of it; the server reads them off the update (`touchesOf` of sync). */
function touchesIn(doc: Y.Doc, change: () => void): { before: Y.Doc; touches: Touch[] } {
  const [before] = replicaOf(doc)
  const touches: Touch[] = []
  for (const [name, root] of rootsOf(doc)) {
    root.observeDeep((events) => {
      for (const event of events)
        touches.push(...touchesOfEvent(name, event as Y.YEvent<Y.AbstractType<unknown>>))
    })
  }
  change()
  return { before, touches }
}

function rootsOf(doc: Y.Doc): [string, Y.AbstractType<unknown>][] {
  const { nodes, project } = openPlan(doc)
  const title = coverText(openPlan(doc), 'title')
  return [
    ['nodes', nodes],
    ['project', project],
    ['cover.title', title],
    ['dismissals', dismissalMap(openPlan(doc))],
  ] as unknown as [string, Y.AbstractType<unknown>][]
}

function touchesOfEvent(root: string, { target, path, changes }: Y.YEvent<Y.AbstractType<unknown>>): Touch[] {
  const keys = path.filter((step) => typeof step === 'string')
  if (!(target instanceof Y.Map)) return [{ root, keys, isValue: false, change: 'add', value: undefined }]
  return [...changes.keys].flatMap(([key, { action }]) => {
    const at = [...keys, key]
    const removed: Touch = { root, keys: at, isValue: true, change: 'remove', value: undefined }
    if (action === 'delete') return removed
    const added = touchesOfValue(root, at, target.get(key))
    return action === 'add' ? added : [removed].concat(added)
  })
}

function touchesOfValue(root: string, keys: string[], value: unknown): Touch[] {
  const isType = value instanceof Y.AbstractType
  const touch = { root, keys, isValue: true, change: 'add', value: isType ? undefined : value } as const
  if (!(value instanceof Y.Map)) return [touch]
  return [touch, ...[...value].flatMap(([key, inner]) => touchesOfValue(root, [...keys, key], inner))]
}
