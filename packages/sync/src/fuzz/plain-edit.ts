import * as Y from 'yjs'

import type { Choose } from './random.ts'

/**
 * One change that Yjs itself makes to a replica of a plan, anywhere in it: who may not write there is to be refused.
 * `own`: under which client ids.
 */
export function plainEdit(state: Uint8Array, own: readonly number[], choose: Choose): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = choose.one(own)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const steps = choose.one([1, 1, 1, 4, 12])
  for (let step = 0; step < steps; step += 1) change(doc, choose)
  if (updates.length === 0) return Uint8Array.from([0, 0])
  const merged = Y.mergeUpdates(updates)
  // What was written before, and what others wrote, may be told again.
  return choose.once(8) ? Y.encodeStateAsUpdate(doc) : merged
}

const words = ['mot ', '😀', 'été', ' ', 'w']

function change(doc: Y.Doc, choose: Choose): void {
  const nodes = doc.getMap<unknown>('nodes')
  const ids = [...nodes.keys()]
  const id = choose.one(ids)
  const node = nodes.get(id)
  if (!(node instanceof Y.Map)) return
  switch (choose.below(12)) {
    case 0:
      node.set('place', {
        parent: choose.one([...ids, 'axes', 'front', 'gone']),
        order: `a${choose.below(9)}`,
        rubric: 'measures',
      })
      return
    case 1:
      node.set(
        choose.one(['lead', 'colour', 'kind', 'type', 'trashed']),
        choose.one(['axis', 'red', null, 'entry']),
      )
      return
    case 2:
      return void nodes.set(`new${choose.below(1_000_000)}`, newNode(choose, ids))
    case 3:
      return choose.once(3) ? nodes.delete(id) : node.delete(choose.one([...node.keys(), 'lead']))
    case 4:
      return void doc.getMap('project').set(choose.one(['period', 'website']), choose.below(9))
    case 5:
      return typeIn(doc.getXmlFragment(choose.one(['cover.title', 'cover.slogan', 'other'])), choose)
    default: {
      const texts = [...node.values()].filter((value) => value instanceof Y.XmlFragment)
      return texts.length === 0 ? undefined : typeIn(choose.one(texts), choose)
    }
  }
}

function newNode(choose: Choose, ids: readonly string[]): Y.Map<unknown> {
  const node = new Y.Map<unknown>()
  node.set('type', choose.one(['axis', 'action', 'entry', 'entry', 'group', 'section']))
  node.set('place', { parent: choose.one([...ids, 'axes', 'back']), order: 'a5', rubric: 'measures' })
  node.set('text', new Y.XmlFragment())
  return node
}

/** Types, deletes or marks something in a text, as an editor does. */
export function typeIn(fragment: Y.XmlFragment, choose: Choose): void {
  const [first] = fragment.toArray()
  if (!(first instanceof Y.XmlElement)) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(choose.one(words))])
    return fragment.insert(0, [paragraph])
  }
  const text = first.toArray().find((child) => child instanceof Y.XmlText)
  if (text === undefined) return first.insert(0, [new Y.XmlText('a😀b')])
  // Whole characters: Yjs itself parts replicas over what begins within a surrogate pair.
  const borders = bordersOf(text)
  const [from = 0, to = 0] = [choose.one(borders), choose.one(borders)].toSorted((a, b) => a - b)
  switch (choose.below(6)) {
    case 0:
      return text.delete(from, Math.min(to - from, 9))
    case 1:
      return text.format(from, to - from, { [choose.one(['bold', 'italic'])]: choose.one([{}, null]) })
    case 2:
      return choose.once(4) ? fragment.delete(0, 1) : undefined
    default:
      return text.insert(from, choose.one(words))
  }
}

function bordersOf(text: Y.XmlText): number[] {
  const borders = [0]
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    const pieces = typeof insert === 'string' ? Array.from(insert) : ['?']
    for (const piece of pieces) borders.push((borders.at(-1) ?? 0) + piece.length)
  }
  return borders
}
