import { createNodeId, type PlanDoc } from '@concerte/schema'
import * as Y from 'yjs'

import { pickOne, type Pick } from './random.ts'

/** One write that no command of this version makes: a damaged, foreign or malicious replica. Within a transaction. */
export function beHostile(plan: PlanDoc, pick: Pick): void {
  const ids = [...plan.nodes.keys()]
  const id = pickOne(pick, ids) ?? 'x'
  const other = pickOne(pick, ids) ?? 'y'
  const found = plan.nodes.get(id)
  const node = found instanceof Y.Map ? found : undefined
  const writes: (() => unknown)[] = [
    () => plan.nodes.delete(id),
    () => node?.set('place', { parent: other, order: 'a0' }),
    () => node?.set('place', { parent: id, order: 'a0' }),
    () => node?.set('place', { parent: 'nowhere', order: '~', rubric: 'measures' }),
    () => node?.set('place', pickOne(pick, ['axes', null, { parent: 3 }, { parent: 'axes' }])),
    () =>
      node?.set('place', {
        ...Object(node.get('place')),
        order: pickOne(pick, ['', '~', 'a0', 'zz', 'é', 'a00'])!,
      }),
    () => node?.set('type', pickOne(pick, ['appendix', 'action', 'entry', 3])),
    () => node?.set('trashed', pickOne(pick, ['yes', { by: 'x' }, { by: null, at: null }])),
    () => node?.set('title', 'no fragment'),
    () => node?.set('text', new Y.XmlText('bare text')),
    () => node?.set('target', { value: 3 }),
    () => node?.set('colour', 'red'),
    () => plan.nodes.set(pickOne(pick, ['axes', 'front', 'bad id', '__proto__', ''])!, foreignNode(other)),
    () => plan.nodes.set(createNodeId(), foreignNode(pickOne(pick, ['axes', 'bad id', other])!)),
    () => plan.project.set('template.name', 'x'.repeat(1000)),
    () => plan.project.set('template.numbering', { actions: 'perGroup' }),
    () =>
      plan.project.set('slot:strange', {
        level: 'axis',
        order: 'a0',
        slot: { type: 'table', id: 'strange' },
      }),
    () => plan.project.set('period', { start: 'soon' }),
    () => {
      const slots = [...plan.project.keys()].filter((key) => key.startsWith('slot:'))
      plan.project.delete(pickOne(pick, slots) ?? 'slot:none')
    },
    () => {
      const text = [...(node?.values() ?? [])].find((value) => value instanceof Y.XmlFragment)
      const callout = new Y.XmlElement('callout')
      text?.insert(0, [callout, new Y.XmlText('loose'), new Y.XmlElement('bulletList')])
      callout.insert(0, [new Y.XmlText('called'), new Y.XmlElement('listItem')])
    },
  ]
  pickOne(pick, writes)!()
}

function foreignNode(parent: string): Y.Map<unknown> {
  const node = new Y.Map<unknown>()
  node.set('type', 'axis')
  node.set('place', { parent, order: 'a1' })
  return node
}
