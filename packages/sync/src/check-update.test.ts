import * as fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'

import { checkUpdate } from './check-update.ts'
import { createSpotFinder } from './spots.ts'

/** A plan with a bit of everything, and updates of another replica that build on it. */
function setupPlan() {
  const doc = new Y.Doc()
  doc.clientID = 7
  const node = new Y.Map<unknown>()
  doc.getMap('nodes').set('a', node)
  const fragment = new Y.XmlFragment()
  node.set('text', fragment)
  const [paragraph, text] = [new Y.XmlElement('paragraph'), new Y.XmlText('bonjour le monde')]
  fragment.insert(0, [paragraph])
  paragraph.insert(0, [text])
  text.format(0, 4, { bold: true })
  text.insertEmbed(3, { x: 1 })
  text.delete(5, 3)
  doc.getText('t').insert(0, 'hello')
  doc.getText('t').delete(1, 2)
  const state = Y.encodeStateAsUpdate(doc)

  const writer = replica(state, 9)
  const updates: Uint8Array[] = []
  writer.on('update', (update: Uint8Array) => updates.push(update))
  const written = writer.getMap<Y.Map<unknown>>('nodes').get('a')
  written?.set('place', { parent: 'x', order: 'a0' })
  const list = new Y.XmlElement('bulletList')
  const into = written?.get('text')
  if (into instanceof Y.XmlFragment) into.insert(1, [list])
  list.setAttribute('q', 'r')
  writer.getText('t').insert(1, 'zz')
  writer.getText('t').delete(0, 2)
  return { doc, state, updates: [...updates, Y.mergeUpdates(updates)] }
}

function replica(state: Uint8Array, clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, state)
  return doc
}

function verdict(doc: Y.Doc, update: Uint8Array) {
  // As the server: it may write under any client id that nobody owns.
  const plan = { doc, owners: new Map<number, string>(), spots: createSpotFinder(doc) }
  return checkUpdate(plan, Y.decodeUpdate(update), null).type
}

/** What a replica sends when it does this. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = []
  const listen = (update: Uint8Array): number => updates.push(update)
  doc.on('update', listen)
  doc.transact(change)
  doc.off('update', listen)
  return Y.mergeUpdates(updates)
}

/** Puts `levels` elements into each other, from `parent` on; returns the innermost. */
function nest(parent: Y.XmlFragment, levels: number): Y.XmlElement {
  const element = new Y.XmlElement('bulletList')
  parent.insert(0, [element])
  return levels === 1 ? element : nest(element, levels - 1)
}

function read(doc: Y.Doc): unknown[] {
  return [doc.getMap('nodes').toJSON(), doc.getText('t').toJSON()]
}

it('[S5] whatever bytes of an update are changed, what is taken applies whole and reads the same after a restart', () => {
  // Yjs prints what it meets in damaged updates.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const { state, updates } = setupPlan()
  const changes = fc.array(
    fc.tuple(fc.nat(200), fc.oneof(fc.nat(24), fc.nat(255)), fc.nat(updates.length - 1)),
    { minLength: 1, maxLength: 4 },
  )
  let taken = 0
  let refused = 0
  fc.assert(
    fc.property(changes, (bytes) => {
      const update = Uint8Array.from(updates[bytes[0]?.[2] ?? 0] ?? [])
      for (const [index, byte] of bytes) update[index % update.length] = byte
      const doc = replica(state, 1)
      try {
        if (verdict(doc, update) !== 'fresh') {
          refused += 1
          return
        }
      } catch {
        // Not an update at all: the room refuses it before it asks.
        return
      }
      taken += 1
      Y.applyUpdate(doc, update)
      expect(doc.store.pendingStructs).toBeNull()
      const again = replica(Y.encodeStateAsUpdate(doc), 2)
      Y.decodeStateVector(Y.encodeStateVector(doc))
      expect(read(again)).toEqual(read(doc))
    }),
    { numRuns: 4_000, seed: 20261122 },
  )
  expect(taken).toBeGreaterThan(100)
  expect(refused).toBeGreaterThan(100)
})

it('whatever people type, delete, format and bring back from offline is taken', () => {
  const act = fc.record({
    who: fc.nat(2),
    kind: fc.constantFrom('insert', 'delete', 'format', 'element', 'field', 'trash', 'return'),
    at: fc.nat(30),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const { state } = setupPlan()
      const server = replica(state, 1)
      const people = [10, 11, 12].map((id) => replica(state, id))
      const bring = (doc: Y.Doc): void => {
        const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server))
        expect(verdict(server, update)).toBe('fresh')
        Y.applyUpdate(server, update)
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)))
      }
      for (const { who, kind, at } of acts) {
        const doc = people[who]!
        const text = doc.getText('t')
        const nodes = doc.getMap<unknown>('nodes')
        const node = nodes.get('a')
        const fragment = node instanceof Y.Map ? node.get('text') : undefined
        if (kind === 'insert') text.insert(at % (text.length + 1), 'mot ')
        if (kind === 'delete' && text.length > 0) text.delete(at % text.length, 1)
        if (kind === 'format' && text.length > 0) text.format(0, (at % text.length) + 1, { bold: true })
        if (kind === 'element' && fragment instanceof Y.XmlFragment) nest(fragment, 3)
        if (kind === 'field' && node instanceof Y.Map) node.set('place', { order: `a${at}` })
        if (kind === 'trash' && at === 0) nodes.delete('a')
        if (kind === 'return') bring(doc)
      }
      for (const doc of [...people, ...people]) bring(doc)
      expect(people.map(read)).toEqual(people.map(() => read(server)))
    }),
    { numRuns: 60, seed: 20261122 },
  )
})

it('[S5] what nests too deep is hostile, in one update or level by level, and a hundred levels are not', () => {
  const doc = new Y.Doc()
  const writer = new Y.Doc()
  const fragment = writer.getXmlFragment('f')
  expect(
    verdict(
      doc,
      updateOf(writer, () => nest(fragment, 5_000)),
    ),
  ).toBe('hostile')

  const patient = new Y.Doc()
  let innermost: Y.XmlFragment = patient.getXmlFragment('f')
  const verdicts: string[] = []
  for (let level = 0; level < 250 && !verdicts.includes('hostile'); level += 1) {
    const update = updateOf(patient, () => {
      innermost = nest(innermost, 1)
    })
    verdicts.push(verdict(doc, update))
    Y.applyUpdate(doc, update)
  }
  expect(verdicts.indexOf('hostile')).toBe(201)
})

it('an update is early while what it builds on is missing, and taken once that has arrived', () => {
  const doc = new Y.Doc()
  const writer = new Y.Doc()
  const text = writer.getText('t')
  const first = updateOf(writer, () => text.insert(0, 'bonjour'))
  const second = updateOf(writer, () => text.insert(7, ' monde'))
  const deletion = updateOf(writer, () => text.delete(0, 13))
  expect([second, deletion].map((update) => verdict(doc, update))).toEqual(['early', 'early'])
  expect(verdict(doc, Y.mergeUpdates([first, deletion]))).toBe('early')
  expect(verdict(doc, Y.mergeUpdates([first, second, deletion]))).toBe('fresh')
  Y.applyUpdate(doc, first)
  expect(verdict(doc, second)).toBe('fresh')
})

it('[S5] a document within the document, and clocks that cannot be counted, are hostile', () => {
  const writer = new Y.Doc()
  const subdocument = updateOf(writer, () => writer.getArray('a').insert(0, [new Y.Doc()]))
  expect(verdict(new Y.Doc(), subdocument)).toBe('hostile')
  // One client, one struct of client 1 from clock 0 on, GC of 2^53 - 1; no deletions.
  const endless = Uint8Array.from([1, 1, 1, 0, 0, 255, 255, 255, 255, 255, 255, 255, 15, 0])
  expect(verdict(new Y.Doc(), endless)).toBe('hostile')
})
