import {
  addNode,
  addRubric,
  moveNode,
  nodeText,
  readOutline,
  setCover,
  setField,
  trashNode,
  type NodeId,
  type PlanDoc,
} from '@concerte/schema'
import * as Y from 'yjs'

export type Verdict =
  | 'acknowledged'
  | 'structure'
  | 'not-your-axis'
  | 'axis-locked'
  | 'phase'
  | 'plan-final'
  | 'forbidden'

const nobody = { at: null, by: null }

/**
 * Every kind of write: what it does, and what editors with and without a group, and leads, are told where their role
 * writes at all. `grouped`: an editor whose working group has the first axis. The third axis is locked; leads too are told so.
 */
export const writes: Record<
  string,
  { change: (plan: PlanDoc, places: Places) => void; told: Record<'grouped' | 'editor' | 'lead', Verdict> }
> = {
  'a text of one’s own axis': {
    change: (plan, { own }) => type(plan, own.action),
    told: { grouped: 'acknowledged', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'the title of one’s own axis': {
    change: (plan, { own }) => type(plan, own.axis),
    told: { grouped: 'acknowledged', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'a text of another axis': {
    change: (plan, { other }) => type(plan, other.action),
    told: { grouped: 'not-your-axis', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'a text of a locked axis': {
    change: (plan, { locked }) => type(plan, locked.action),
    told: { grouped: 'not-your-axis', editor: 'axis-locked', lead: 'axis-locked' },
  },
  'words taken out of another axis': {
    change: (plan, { other }) => untype(plan, other.action),
    told: { grouped: 'not-your-axis', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'words taken out of a locked axis': {
    change: (plan, { locked }) => untype(plan, locked.action),
    told: { grouped: 'not-your-axis', editor: 'axis-locked', lead: 'axis-locked' },
  },
  'a text of the foreword': {
    change: (plan, { section }) => type(plan, section),
    told: { grouped: 'not-your-axis', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'the cover’s title': {
    change: (plan) => plan.doc.getXmlFragment('cover.title').insert(0, [new Y.XmlText('x')]),
    told: { grouped: 'not-your-axis', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'an action added to one’s own axis': {
    change: (plan, { own }) => void addNode(plan, { type: 'action', parent: own.axis }),
    told: { grouped: 'acknowledged', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'an action added to another axis': {
    change: (plan, { other }) => void addNode(plan, { type: 'action', parent: other.axis }),
    told: { grouped: 'not-your-axis', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'a field of an action of another axis': {
    change: (plan, { other }) => setField(plan, other.action, 'action', 'lead', 'Un autre pilote'),
    told: { grouped: 'not-your-axis', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'an action moved within one’s own axis': {
    change: (plan, { own }) => moveNode(plan, own.last, { parent: own.axis }, 0),
    told: { grouped: 'acknowledged', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'an action moved out of one’s own axis': {
    change: (plan, { own, other }) => moveNode(plan, own.last, { parent: other.axis }, 0),
    told: { grouped: 'not-your-axis', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'an action moved into one’s own axis': {
    change: (plan, { own, other }) => moveNode(plan, other.last, { parent: own.axis }, 0),
    told: { grouped: 'not-your-axis', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'an action moved into a locked axis': {
    change: (plan, { own, locked }) => moveNode(plan, own.last, { parent: locked.axis }, 0),
    told: { grouped: 'not-your-axis', editor: 'axis-locked', lead: 'axis-locked' },
  },
  'an action moved out of a locked axis': {
    change: (plan, { own, locked }) => moveNode(plan, locked.last, { parent: own.axis }, 0),
    told: { grouped: 'not-your-axis', editor: 'axis-locked', lead: 'axis-locked' },
  },
  'an action of another axis put in the bin': {
    change: (plan, { other }) => trashNode(plan, other.last, nobody),
    told: { grouped: 'not-your-axis', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'an action of another axis wiped out': {
    change: (plan, { other }) => plan.nodes.delete(other.last),
    told: { grouped: 'not-your-axis', editor: 'acknowledged', lead: 'acknowledged' },
  },
  'an axis added': {
    change: (plan) => void addNode(plan, { type: 'axis' }),
    told: { grouped: 'structure', editor: 'structure', lead: 'acknowledged' },
  },
  'one’s own axis put in the bin': {
    change: (plan, { own }) => trashNode(plan, own.axis, nobody),
    told: { grouped: 'structure', editor: 'structure', lead: 'acknowledged' },
  },
  'a locked axis put in the bin': {
    change: (plan, { locked }) => trashNode(plan, locked.axis, nobody),
    told: { grouped: 'structure', editor: 'structure', lead: 'axis-locked' },
  },
  'the axes put in another order': {
    change: (plan, { own }) => moveNode(plan, own.axis, { parent: 'axes' }, 2),
    told: { grouped: 'structure', editor: 'structure', lead: 'acknowledged' },
  },
  'the colour of one’s own axis': {
    change: (plan, { own }) => setField(plan, own.axis, 'axis', 'colour', '#123456'),
    told: { grouped: 'structure', editor: 'structure', lead: 'acknowledged' },
  },
  'the period of the plan': {
    change: (plan) => setCover(plan, 'period', { start: 2021, end: 2031 }),
    told: { grouped: 'structure', editor: 'structure', lead: 'acknowledged' },
  },
  'a rubric of the template': {
    change: (plan) => void addRubric(plan, 'action', { entryType: 'statement', heading: 'De plus' }),
    told: { grouped: 'structure', editor: 'structure', lead: 'acknowledged' },
  },
  'a forged parent: an action within an action': {
    change: (plan, { own }) => node(plan, own.last).set('place', { parent: own.action, order: 'a0' }),
    told: { grouped: 'structure', editor: 'structure', lead: 'structure' },
  },
  'another type for a node that is there': {
    change: (plan, { own }) => node(plan, own.action).set('type', 'axis'),
    told: { grouped: 'structure', editor: 'structure', lead: 'structure' },
  },
  'a node put in the place of one that is there': {
    change: (plan, { other }) => plan.nodes.set(other.action, new Y.Map([['type', 'action']])),
    told: { grouped: 'structure', editor: 'structure', lead: 'structure' },
  },
  'something beside the plan': {
    change: ({ doc }) => doc.getMap('elsewhere').set('a', true),
    told: { grouped: 'structure', editor: 'structure', lead: 'acknowledged' },
  },
}

/** Where the writes go: the first two and the last action of three axes, and the first section. */
type Spot = { axis: NodeId; action: NodeId; last: NodeId }
export type Places = { own: Spot; other: Spot; locked: Spot; section: NodeId }

export function placesIn(plan: PlanDoc, axes: readonly NodeId[]): Places {
  const outline = readOutline(plan)
  const spot = (axis: NodeId | undefined): Spot => {
    const groups = outline.children(axis ?? '').filter(({ type }) => type === 'group')
    const actions = [axis ?? '', ...groups.map(({ id }) => id)]
      .flatMap((parent) => outline.children(parent))
      .filter(({ type }) => type === 'action')
    const [first, last] = [actions.at(0), actions.at(-1)]
    if (axis === undefined || first === undefined || last === undefined)
      throw new Error('an axis with actions')
    return { axis, action: first.id, last: last.id }
  }
  const [section] = outline.children('front')
  if (section === undefined) throw new Error('a foreword')
  return { own: spot(axes[0]), other: spot(axes[1]), locked: spot(axes[2]), section: section.id }
}

function type(plan: PlanDoc, id: NodeId): void {
  nodeText(plan, id, 'title')?.insert(0, [new Y.XmlText('Mots ')])
}

function untype(plan: PlanDoc, id: NodeId): void {
  nodeText(plan, id, 'title')?.delete(0, 1)
}

function node(plan: PlanDoc, id: NodeId): Y.Map<unknown> {
  const found = plan.nodes.get(id)
  if (!(found instanceof Y.Map)) throw new Error('a node')
  return found
}
