import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import { nodeIdSchema, type NodeId } from '../ids.ts'
import { addNode } from '../outline/add-node.ts'
import { applyProject } from '../outline/apply-project.ts'
import { nodeMap, openPlan } from '../outline/plan-doc.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { judgeTouches } from './judge-touches.ts'
import { toRights, type Rights } from './rights.ts'
import type { Touch } from './touch.ts'
import type { WriteRefusal } from './write-refusal.ts'

const id = (name: string): NodeId => nodeIdSchema.parse(name)
const rubric = 'measures'

/** Three axes with a group, an action and an entry each, a section, and an action that waits in the tray. */
function setupDoc(): Y.Doc {
  const doc = new Y.Doc()
  applyProject(doc, {
    ...emptyProject({ template: actionsTemplate, title: 'Plan', academy: 'Lille', period: null }),
    axes: [],
  })
  const plan = openPlan(doc)
  for (const axis of ['mine', 'theirs', 'shut']) {
    addNode(plan, { type: 'axis' }, undefined, () => id(axis))
    addNode(plan, { type: 'group', parent: id(axis) }, undefined, () => id(`${axis}-group`))
    addNode(plan, { type: 'action', parent: id(`${axis}-group`) }, undefined, () => id(`${axis}-action`))
    const parent = id(`${axis}-action`)
    addNode(plan, { type: 'entry', parent, rubric }, undefined, () => id(`${axis}-entry`))
  }
  addNode(plan, { type: 'section', parent: 'front' }, undefined, () => id('section'))
  addNode(plan, { type: 'action', parent: id('mine') }, undefined, () => id('lost'))
  nodeMap(plan, 'lost')?.set('place', { parent: 'gone', order: 'a0' })
  return doc
}

const editor = { role: 'editor', phase: 'drafting' } as const
const columns: Record<string, Rights> = {
  everyAxis: toRights({ ...editor, groupAxes: null, locked: [] }),
  mine: toRights({ ...editor, groupAxes: [id('mine')], locked: [] }),
  everyAxisButShut: toRights({ ...editor, groupAxes: null, locked: [id('shut')] }),
  mineAndShut: toRights({ ...editor, groupAxes: [id('mine'), id('shut')], locked: [id('shut')] }),
  leadButShut: toRights({ role: 'lead', phase: 'drafting', groupAxes: null, locked: [id('shut')] }),
}

function at(keys: string[], change: Touch['change'] = 'add', value?: unknown): Touch {
  return { root: 'nodes', keys, isValue: true, change, value }
}
function inside(...keys: string[]): Touch {
  return { root: 'nodes', keys, isValue: false, change: 'add', value: undefined }
}
function inRoot(root: string): Touch {
  return { root, keys: [], isValue: false, change: 'add', value: undefined }
}
function dismissal(key: string, more: object = {}): Touch {
  const [check = ''] = key.split('/', 1)
  const value = { check, reason: 'voulu', by: null, at: null, ...(key !== check && { key }), ...more }
  return { root: 'dismissals', keys: [key], isValue: true, change: 'add', value }
}
function place(node: string, parent: string): Touch[] {
  return [at([node, 'place'], 'remove'), at([node, 'place'], 'add', { parent, order: 'a1' })]
}
function made(node: string, type: string, parent: string): Touch[] {
  return [
    at([node]),
    at([node, 'type'], 'add', type),
    at([node, 'place'], 'add', { parent, order: 'a1' }),
    at([node, 'title']),
    inside(node, 'title'),
  ]
}

const ok = null
const lead = 'structure'
const [axis, lock] = ['not-your-axis', 'axis-locked'] as const

type Row = [what: string, touches: Touch[], ...verdicts: (WriteRefusal | null)[]]
const rows: Row[] = [
  // every axis, one's own axis, every axis of which one is shut, two axes of which one is shut, a lead but one is shut
  ['typing in an entry of mine', [inside('mine-entry', 'text')], ok, ok, ok, ok, ok],
  ['typing in an entry of theirs', [inside('theirs-entry', 'text')], ok, axis, ok, axis, ok],
  ['typing in an entry of the shut axis', [inside('shut-entry', 'text')], ok, axis, lock, lock, lock],
  [
    'deleting in an entry of mine',
    [{ ...inside('mine-entry', 'text'), change: 'remove' }],
    ok,
    ok,
    ok,
    ok,
    ok,
  ],
  [
    'typing in two axes',
    [inside('mine-entry', 'text'), inside('shut-entry', 'text')],
    ok,
    axis,
    lock,
    lock,
    lock,
  ],
  ['typing in the title of my axis', [inside('mine', 'title')], ok, ok, ok, ok, ok],
  ['typing in the title of the shut axis', [inside('shut', 'title')], ok, axis, lock, lock, lock],
  ['a field of an action of mine', [at(['mine-action', 'lead'], 'add', 'x')], ok, ok, ok, ok, ok],
  ['a field of an action of theirs', [at(['theirs-action', 'lead'], 'add', 'x')], ok, axis, ok, axis, ok],
  ['an unknown field of mine', [at(['mine-action', 'new', 'er'], 'add', 'x')], ok, ok, ok, ok, ok],
  ['the bin, an action of mine', [at(['mine-action', 'trashed'], 'add', {})], ok, ok, ok, ok, ok],
  [
    'out of the bin, an action of theirs',
    [at(['theirs-action', 'trashed'], 'remove')],
    ok,
    axis,
    ok,
    axis,
    ok,
  ],
  ['an action of mine within my axis', place('mine-action', 'mine'), ok, ok, ok, ok, ok],
  ['an action of mine to theirs', place('mine-action', 'theirs'), ok, axis, ok, axis, ok],
  ['an action of theirs to mine', place('theirs-action', 'mine-group'), ok, axis, ok, axis, ok],
  ['an action of mine to the shut axis', place('mine-action', 'shut-group'), ok, axis, lock, lock, lock],
  ['an action of the shut axis to mine', place('shut-action', 'mine'), ok, axis, lock, lock, lock],
  ['an action of mine to where nothing is', place('mine-action', 'gone'), ok, axis, ok, axis, ok],
  ['an action of mine without a place', [at(['mine-action', 'place'], 'remove')], ok, ok, ok, ok, ok],
  ['typing in what waits in the tray', [inside('lost', 'title')], ok, axis, ok, axis, ok],
  ['from the tray to mine', place('lost', 'mine'), ok, axis, ok, axis, ok],
  ['from the tray to the shut axis', place('lost', 'shut'), ok, axis, lock, axis, lock],
  ['a new action of mine', made('new', 'action', 'mine'), ok, ok, ok, ok, ok],
  ['a new action of theirs', made('new', 'action', 'theirs-group'), ok, axis, ok, axis, ok],
  ['a new action of the shut axis', made('new', 'action', 'shut'), ok, axis, lock, lock, lock],
  ['a new action where nothing is', made('new', 'action', 'gone'), ok, axis, ok, axis, ok],
  [
    'a new group with a new action',
    [...made('one', 'action', 'two'), ...made('two', 'group', 'mine')],
    ok,
    ok,
    ok,
    ok,
    ok,
  ],
  [
    'the same in theirs',
    [...made('one', 'action', 'two'), ...made('two', 'group', 'theirs')],
    ok,
    axis,
    ok,
    axis,
    ok,
  ],
  [
    'an action of theirs to a new group of mine',
    [...made('two', 'group', 'mine'), ...place('theirs-action', 'two')],
    ok,
    axis,
    ok,
    axis,
    ok,
  ],
  [
    'undoing the addition of an action of mine',
    [
      at(['mine-action'], 'remove'),
      at(['mine-action', 'type'], 'remove'),
      at(['mine-action', 'place'], 'remove'),
    ],
    ok,
    ok,
    ok,
    ok,
    ok,
  ],
  ['undoing the addition of an action of theirs', [at(['theirs-action'], 'remove')], ok, axis, ok, axis, ok],
  [
    'undoing and redoing it, offline',
    [at(['mine-action'], 'remove'), ...made('mine-action', 'action', 'mine')],
    ok,
    ok,
    ok,
    ok,
    ok,
  ],
  [
    'the same with what was theirs',
    [at(['theirs-action'], 'remove'), ...made('theirs-action', 'action', 'mine')],
    ok,
    axis,
    ok,
    axis,
    ok,
  ],
  ['typing in what is gone', [inside('gone', 'title')], ok, ok, ok, ok, ok],
  ['typing in a section', [inside('section', 'body')], ok, axis, ok, axis, ok],
  ['typing on the cover', [inRoot('cover.title')], ok, axis, ok, axis, ok],
  ['dismissing a finding of mine', [dismissal('spaces/mine-entry/text')], ok, ok, ok, ok, ok],
  ['dismissing a finding of theirs', [dismissal('spaces/theirs-entry/text')], ok, axis, ok, axis, ok],
  ['dismissing a finding of the shut axis', [dismissal('spaces/shut/title')], ok, axis, lock, lock, lock],
  [
    'taking back what was dismissed in theirs',
    [{ ...dismissal('long-text/theirs-entry'), change: 'remove', value: undefined }],
    ok,
    axis,
    ok,
    axis,
    ok,
  ],
  ['dismissing a finding of what is gone', [dismissal('spaces/gone/title')], ok, ok, ok, ok, ok],
  ['dismissing a finding of a section', [dismissal('spaces/section/body')], ok, axis, ok, axis, ok],
  ['dismissing a finding of the cover', [dismissal('spaces/cover/title')], ok, axis, ok, axis, ok],
  ['dismissing a finding about the whole plan', [dismissal('acronym-late/*/QVT')], ok, axis, ok, axis, ok],
  [
    'a new entry of mine and a dismissal of what is said of it',
    [...made('new', 'action', 'mine'), dismissal('missing-measures/new')],
    ok,
    ok,
    ok,
    ok,
    ok,
  ],
  [
    'the same in theirs',
    [...made('new', 'action', 'theirs'), dismissal('missing-measures/new')],
    ok,
    axis,
    ok,
    axis,
    ok,
  ],
  // For leads.
  ['dismissing a check everywhere', [dismissal('missing-source')], lead, lead, lead, lead, ok],
  [
    'taking back a check that was dismissed everywhere',
    [{ ...dismissal('missing-source'), change: 'remove', value: undefined }],
    lead,
    lead,
    lead,
    lead,
    ok,
  ],
  ['the colour of my axis', [at(['mine', 'colour'], 'add', '#112233')], lead, lead, lead, lead, ok],
  ['the colour of the shut axis', [at(['shut', 'colour'], 'remove')], lead, lead, lead, lead, lock],
  ['the kind of a section', [at(['section', 'kind'], 'add', 'annex')], lead, lead, lead, lead, ok],
  ['the order of the axes', place('mine', 'axes'), lead, lead, lead, lead, ok],
  ['the order of the shut axis', place('shut', 'axes'), lead, lead, lead, lead, lock],
  ['the order of the sections', place('section', 'back'), lead, lead, lead, lead, ok],
  ['an axis without a place', [at(['mine', 'place'], 'remove')], lead, lead, lead, lead, ok],
  ['my axis to the bin', [at(['mine', 'trashed'], 'add', {})], lead, lead, lead, lead, ok],
  ['the shut axis to the bin', [at(['shut', 'trashed'], 'add', {})], lead, lead, lead, lead, lock],
  ['a section out of the bin', [at(['section', 'trashed'], 'remove')], lead, lead, lead, lead, ok],
  ['a new axis', made('new', 'axis', 'axes'), lead, lead, lead, lead, ok],
  ['a new section', made('new', 'section', 'back'), lead, lead, lead, lead, ok],
  ['undoing the addition of my axis', [at(['mine'], 'remove')], lead, lead, lead, lead, ok],
  ['undoing the addition of the shut axis', [at(['shut'], 'remove')], lead, lead, lead, lead, lock],
  ['the period', [{ ...at(['period']), root: 'project' }], lead, lead, lead, lead, ok],
  ['a root that nobody knows', [inRoot('cover.other')], lead, lead, lead, lead, ok],
]

describe.each(rows)('%s', (_what, touches, ...verdicts) => {
  test('[S4] is judged by scope and locks', () => {
    const doc = setupDoc()
    const judged = Object.values(columns).map((rights) => judgeTouches(doc, rights, touches))
    expect(judged).toEqual(verdicts)
  })

  test('[S4] is refused to who writes nothing, whatever it is', () => {
    const doc = setupDoc()
    const final = toRights({ role: 'lead', phase: 'final', groupAxes: null, locked: [] })
    expect(judgeTouches(doc, final, touches)).toBe('plan-final')
    const consulted = toRights({ role: 'editor', phase: 'consultation', groupAxes: null, locked: [] })
    expect(judgeTouches(doc, consulted, touches)).toBe('phase')
    const reviewer = toRights({ role: 'reviewer', phase: 'drafting', groupAxes: null, locked: [] })
    expect(judgeTouches(doc, reviewer, touches)).toBe('forbidden')
  })
})

const action = made('new', 'action', 'mine')
const forged: [what: string, touches: Touch[]][] = [
  [
    'another type for a node',
    [at(['mine-action', 'type'], 'remove'), at(['mine-action', 'type'], 'add', 'entry')],
  ],
  ['the same type once more', [at(['mine-action', 'type'], 'add', 'action')]],
  ['a type taken away', [at(['mine-action', 'type'], 'remove')]],
  ['a type within a type', [at(['mine-action', 'type', 'x'], 'add', 'action')]],
  ['another map for a node, over the one that is there', made('mine-action', 'action', 'mine')],
  ['another map of another type', [at(['mine-group'], 'remove'), ...made('mine-group', 'action', 'mine')]],
  ['a node without a type', action.filter(({ keys }) => keys[1] !== 'type')],
  ['a node of two types', [...action, at(['new', 'type'], 'add', 'group')]],
  ['a node of an unknown type', made('new', 'axiom', 'mine')],
  ['a node whose type is no text', [...action.filter(({ keys }) => keys[1] !== 'type'), at(['new', 'type'])]],
  ['a node without a place', action.filter(({ keys }) => keys[1] !== 'place')],
  [
    'a node whose place is nothing',
    [at(['new']), at(['new', 'type'], 'add', 'action'), at(['new', 'place'])],
  ],
  ['a place that is a number', [at(['mine-action', 'place'], 'add', 1)]],
  ['a place with a number for a parent', [at(['mine-action', 'place'], 'add', { parent: 1, order: 'a0' })]],
  ['a place within a place', [at(['mine-action', 'place', 'parent'], 'add', 'mine')]],
  ['an action under an entry', made('new', 'action', 'mine-entry')],
  ['an action under itself', made('new', 'action', 'new')],
  ['two groups under each other', [...made('one', 'group', 'two'), ...made('two', 'group', 'one')]],
  ['an entry under a section', place('mine-entry', 'section')],
  ['an action at the root of the axes', place('mine-action', 'axes')],
  ['an axis under an axis', made('new', 'axis', 'mine')],
  ['a node under a name that is no id', made('not an id', 'action', 'mine')],
  ['a node under the name of a root', made('axes', 'action', 'mine')],
  ['a plain value for a node', [at(['new'], 'add', 1)]],
  ['a list in the map of all nodes', [inRoot('nodes')]],
  ['a list in a node', [inside('mine-action')]],
  [
    'a dismissal under another key than its own',
    [{ ...dismissal('spaces/mine/title'), keys: ['spaces/mine'] }],
  ],
  [
    'a dismissal of one check under the key of another',
    [dismissal('spaces/mine/title', { check: 'quotes' })],
  ],
  ['a dismissal without a reason', [dismissal('spaces/mine/title', { reason: undefined })]],
  ['a dismissal that is no plain value', [{ ...dismissal('spaces/mine/title'), value: undefined }]],
  ['something within a dismissal', [{ ...dismissal('spaces/mine/title'), isValue: false }]],
  ['a list of dismissals', [inRoot('dismissals')]],
]

test.each(forged)('[S4] %s is refused to everyone who is judged', (_what, touches) => {
  const doc = setupDoc()
  for (const rights of Object.values(columns)) expect(judgeTouches(doc, rights, touches)).toBe('structure')
})

test('[S4] of several reasons the first is told, wherever it stands in the update', () => {
  const doc = setupDoc()
  const [typing, colour] = [inside('theirs-entry', 'text'), at(['mine', 'colour'], 'add', '#112233')]
  const rights = toRights({ ...editor, groupAxes: [id('shut')], locked: [id('shut')] })
  expect(judgeTouches(doc, rights, [inside('shut', 'title'), typing])).toBe('not-your-axis')
  expect(judgeTouches(doc, rights, [typing, colour, inside('shut', 'title')])).toBe('structure')
  expect(judgeTouches(doc, rights, [inside('shut', 'title')])).toBe('axis-locked')
  expect(judgeTouches(doc, rights, [])).toBeNull()
})

test('[S5] places in a ring, and nodes that are no nodes, end the way to the axis', () => {
  const doc = setupDoc()
  const plan = openPlan(doc)
  nodeMap(plan, 'mine-group')?.set('place', { parent: 'mine-action', order: 'a0' })
  plan.nodes.set('odd', new Y.Text('no map') as never)
  for (const touches of [[inside('mine-entry', 'text')], [inside('odd', 'text')], place('odd', 'mine')]) {
    expect(judgeTouches(doc, columns['mine']!, touches)).not.toBeNull()
  }
  expect(judgeTouches(doc, columns['everyAxis']!, [inside('mine-entry', 'text')])).toBeNull()
})
