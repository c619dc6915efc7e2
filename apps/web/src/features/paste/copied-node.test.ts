import { readPasted } from '@concerte/editor/paste'
import {
  actionsTemplate,
  addNode,
  applyProject,
  countDrafts,
  edit,
  emptyProject,
  nodeText,
  openPlan,
  plainToBlocks,
  plainToLine,
  readProject,
  setField,
  toRights,
  writeBlocks,
  writeLine,
  type Action,
  type BlockText,
  type NodeId,
  type Project,
  type Rights,
} from '@concerte/schema'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { createPlanRights } from '../plan/rights/plan-rights.ts'
import { createPlanStore } from '../plan/store/plan-store.ts'
import { applyPaste } from './apply-paste.ts'
import { copiedNode } from './copied-node.ts'
import { pasteOptions } from './paste-options.ts'
import { pasteSpot } from './paste-spot.ts'

function setupPlan() {
  const doc = new Y.Doc()
  const project = emptyProject({ template: actionsTemplate, title: 'P', academy: 'A', period: null })
  applyProject(doc, project)
  const plan = openPlan(doc, 'page')
  const axis = project.axes[0]!.id
  const action = project.axes[0]!.content[0]!.id
  const other = addNode(plan, { type: 'action', parent: axis })
  const title = (id: NodeId, words: string) =>
    edit(plan, () => writeLine(nodeText(plan, id, 'title')!, plainToLine(words)))
  const entry = (rubric: string, text: BlockText) => {
    const id = addNode(plan, { type: 'entry', parent: action, rubric })
    edit(plan, () => writeBlocks(nodeText(plan, id, 'text')!, text))
    return id
  }
  title(action, 'Lire')
  entry('measures', plainToBlocks('Ouvrir\nFermer'))
  entry('measures', [
    ...plainToBlocks('Former'),
    { type: 'bulletList', items: [plainToBlocks('un'), plainToBlocks('deux')] },
  ])
  const indicator = entry('indicators', [{ type: 'paragraph', content: [{ text: 'Taux', bold: true }] }])
  setField(plan, indicator, 'entry', 'target', { value: '80 %', date: '2028-06' })
  setField(plan, indicator, 'entry', 'kind', 'rate')
  setField(plan, action, 'action', 'lead', 'DASEN')
  const store = createPlanStore(plan)
  const rights = createPlanRights(store)
  const allow = (of: Partial<Parameters<typeof toRights>[0]> = {}): Rights => {
    const now = toRights({ role: 'lead', phase: 'drafting', groupAxes: null, locked: [], ...of })
    rights.change(now)
    return now
  }
  allow()
  const node = (id: NodeId) => store.structure().outline.nodes.get(id)!
  const copy = (id: NodeId) => copiedNode(plan, store.structure(), node(id))
  /** The ways to paste at a node; plain text is read as a PDF's is. */
  const waysAt = (id: NodeId, clipboard: { html?: string; text?: string }, field: string | null = null) => {
    const reading = readPasted({ html: '', text: '', ...clipboard })
    const blocks = reading.type === 'blocks' ? reading.blocks : []
    const spot = pasteSpot(plan, store.structure(), node(id))
    return pasteOptions({ blocks, spot, template: store.structure().template, rights, field })
  }
  return { doc, plan, axis, action, other, entry, title, allow, copy, waysAt, node }
}

it('an action goes out as a heading, its fields, and lists under the headings of their rubrics', () => {
  const { action, copy } = setupPlan()
  expect(copy(action).html).toBe(
    '<h3>Action 1\u00A0: Lire</h3><p>Pilote\u00A0: DASEN</p>' +
      '<ul><li><p>Ouvrir</p><p>Fermer</p></li><li>Former<ul><li>un</li><li>deux</li></ul></li></ul>' +
      '<h4>Indicateur</h4><ul><li><strong>Taux</strong><ul><li>Nature\u00A0: Taux</li><li>Cible\u00A0: 80 % (juin 2028)</li></ul></li></ul>',
  )
})

it('as plain text too, pasted at the axis it makes the same action, and in an empty action the same entries', () => {
  const { doc, plan, axis, action, other, copy, waysAt } = setupPlan()
  const { text } = copy(action)
  expect(text).toBe(
    'Action 1\u00A0: Lire\nPilote\u00A0: DASEN\n• Ouvrir\nFermer\n• Former\n  ◦ un\n  ◦ deux\nIndicateur\n• Taux\n  ◦ Nature\u00A0: Taux\n  ◦ Cible\u00A0: 80 % (juin 2028)',
  )
  // In plain text nothing says that «Fermer» goes on with «Ouvrir».
  const pasted = text.replace('\nFermer', '')
  const [first] = waysAt(axis, { text: pasted })
  const [second] = waysAt(other, { text: pasted.replace(/^.*\n/, '') })
  for (const option of [first, second]) {
    expect(option?.type === 'field' ? [] : option?.drafts.leftOut).toEqual([])
    if (option !== undefined && option.type !== 'field') applyPaste(plan, option)
  }
  const [copied, filled, made] = actionsIn(readProject(doc))
  expect([copied, made].map(withoutIds)).toEqual([
    withoutIds(copied),
    expect.objectContaining({ title: [{ text: 'Lire' }], lead: 'DASEN' }),
  ])
  const indicators = [copied, filled, made].map((found) => withoutIds(found)?.rubrics[1])
  expect(indicators[1]).toEqual({
    ...indicators[0]!,
    entries: [{ ...indicators[0]!.entries[0]!, text: plainToBlocks('Taux') }],
  })
  expect(indicators[2]).toEqual(indicators[1])
  expect(filled?.lead).toBe('DASEN')
})

it('what is pasted in an empty measure fills it; a title goes to an action without one, and is left out of others', () => {
  const { doc, plan, action, other, entry, waysAt } = setupPlan()
  const pasted = { text: 'Indicateurs :\n• taux\nMesures :\n• un\n• deux' }
  const empty = entry('measures', plainToBlocks(''))
  const [option] = waysAt(empty, pasted, 'text')
  if (option?.type === 'entries') applyPaste(plan, option)
  const [filled] = actionsIn(readProject(doc))
  expect(filled?.rubrics.map(({ entries }) => entries.length)).toEqual([4, 2])
  expect(filled?.rubrics[0]?.entries[2]).toEqual({ id: empty, type: 'measure', text: plainToBlocks('un') })
  const titled = waysAt(other, { text: 'Écrire :\n• un\n• deux' })
  expect(titled.map((way) => way.type)).toEqual(['entries', 'actions'])
  expect(waysAt(action, { text: '• un\n• deux' }).map((way) => way.type)).toEqual(['entries'])
})

it('[S4] only what the person may add is offered, and the text in which the caret stands', () => {
  const { axis, action, allow, waysAt } = setupPlan()
  const pasted = { text: 'Lire :\n• un\n• deux\nÉcrire :\n• trois' }
  expect(waysAt(axis, pasted, 'title').map((way) => way.type)).toEqual(['actions', 'field'])
  expect(waysAt(action, pasted, 'title').map((way) => way.type)).toEqual(['entries', 'actions', 'field'])
  allow({ locked: [axis] })
  expect(waysAt(action, pasted, 'title').map((way) => way.type)).toEqual(['field'])
  allow({ role: 'reader' })
  expect(waysAt(axis, pasted)).toEqual([])
})

it('paragraphs alone are an introduction where one is written, and a list is actions', () => {
  const { axis, waysAt } = setupPlan()
  expect(waysAt(axis, { text: 'Un.\nDeux.' }, 'introduction').map((way) => way.type)).toEqual(['field'])
  const [way] = waysAt(axis, { text: '• un\n• deux' }, 'introduction')
  expect(way?.type === 'actions' && countDrafts(way.drafts).actions).toBe(2)
})

function actionsIn(project: Project): (Action | undefined)[] {
  return project.axes[0]!.content.map((item) => (item.type === 'action' ? item : undefined))
}

function withoutIds(action: Action | undefined): Pick<Action, 'title' | 'lead' | 'rubrics'> | undefined {
  return action === undefined
    ? undefined
    : JSON.parse(JSON.stringify(action, (key, value: unknown) => (key === 'id' ? undefined : value)))
}
