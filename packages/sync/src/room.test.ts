import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { closeCodes } from './close-codes.ts'
import { decodeMessage, encodeMessage, type Message } from './messages.ts'
import { createPlanRooms, type PlanRooms } from './plan-rooms.ts'
import type { PlanUpdate, StoredPlan, UpdateLog } from './ports.ts'

/** A log in memory whose appends wait until the test lets them through. */
function setupRooms(options: { held?: boolean; onCommit?: (doc: Y.Doc) => void } = {}) {
  const rows: PlanUpdate[] = []
  const batches: number[] = []
  const compacted = new Map<string, { state: Uint8Array; seq: number }>()
  const discarded = new Set<number>()
  const gate = { held: options.held ?? false, waiting: [] as (() => void)[], failure: null as Error | null }
  const errors: unknown[] = []
  const log: UpdateLog = {
    load: (projectId) => {
      const snapshot = compacted.get(projectId)
      const tail = rows
        .map((row, index) => ({ row, seq: index + 1 }))
        .filter(
          ({ row, seq }) => row.projectId === projectId && seq > (snapshot?.seq ?? 0) && !discarded.has(seq),
        )
      const stored: StoredPlan = {
        state: snapshot?.state ?? null,
        updates: tail.map(({ row }) => row.update),
        seq: tail.at(-1)?.seq ?? snapshot?.seq ?? 0,
      }
      return Promise.resolve(stored)
    },
    append: async (updates) => {
      if (gate.held) await new Promise<void>((resolve) => gate.waiting.push(resolve))
      if (gate.failure !== null) throw gate.failure
      batches.push(updates.length)
      return updates.map((update) => rows.push(update))
    },
    compact: (projectId, state, seq) => {
      compacted.set(projectId, { state, seq })
      return Promise.resolve()
    },
    discard: (_projectId, seq) => {
      discarded.add(seq)
      return Promise.resolve()
    },
  }
  const release = (): void => {
    gate.held = false
    for (const resolve of gate.waiting.splice(0)) resolve()
  }
  const rooms = createPlanRooms({
    log,
    reportError: (error) => errors.push(error),
    now: () => 0,
    onCommit: (_projectId, doc) => options.onCommit?.(doc),
  })
  return { rooms, rows, batches, compacted, discarded, gate, errors, release }
}

/** A client's end: what it was sent, and how it was closed. */
function setupClient(
  rooms: PlanRooms,
  options: { userId?: string; canWrite?: boolean; projectId?: string } = {},
) {
  const received: Message[] = []
  const closed: number[] = []
  const userId = options.userId ?? 'marie'
  const session = rooms.join(options.projectId ?? 'plan', {
    identity: { userId, name: userId, colours: ['#0b5c8f'] },
    canWrite: options.canWrite ?? true,
    send: (frame) => received.push(decodeMessage(frame)),
    close: ({ code }) => closed.push(code),
  })
  const say = (message: Message): void => session.receive(encodeMessage(message))
  const of = <T extends Message['type']>(type: T) =>
    received.filter((message): message is Extract<Message, { type: T }> => message.type === type)
  return { session, received, closed, say, of }
}

function typed(text: string, clientId = 1): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

function textOf(...updates: Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('t').toJSON()
}

/** Lets every promise that can settle do so. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

it('[S1] nobody sees an update, by broadcast or by joining, before it is in the log', async () => {
  const { rooms, rows, release } = setupRooms({ held: true })
  const author = setupClient(rooms)
  const witness = setupClient(rooms, { userId: 'paul' })
  await settled()
  author.say({ type: 'update', update: typed('bonjour') })
  await settled()
  const late = setupClient(rooms, { userId: 'lea' })
  await settled()
  late.say({ type: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) })
  await settled()
  expect(rows).toHaveLength(0)
  expect(witness.of('update')).toHaveLength(0)
  expect(textOf(late.of('syncStep2')[0]!.update)).toBe('')
  release()
  await settled()
  expect(rows).toHaveLength(1)
  expect(textOf(witness.of('update')[0]!.update)).toBe('bonjour')
  expect(textOf(late.of('syncStep2')[0]!.update, late.of('update')[0]!.update)).toBe('bonjour')
})

it('[S2] an acknowledgement comes after the commit, counts in order, and goes only to those who ask', async () => {
  const { rooms, release } = setupRooms({ held: true })
  const asking = setupClient(rooms)
  const stock = setupClient(rooms, { userId: 'paul' })
  await settled()
  asking.say({ type: 'askSaved' })
  asking.say({ type: 'syncStep2', update: typed('a', 1) })
  stock.say({ type: 'update', update: typed('b', 2) })
  asking.say({ type: 'update', update: typed('c', 3) })
  asking.say({ type: 'update', update: Y.encodeStateAsUpdate(new Y.Doc()) })
  await settled()
  expect(asking.of('acknowledged')).toEqual([])
  release()
  await settled()
  expect(asking.of('acknowledged').map((message) => message.count)).toEqual([1, 3])
  expect(stock.of('acknowledged')).toEqual([])
})

it('while one commit runs the next batch gathers, over all rooms', async () => {
  const { rooms, batches, release } = setupRooms({ held: true })
  const one = setupClient(rooms)
  const two = setupClient(rooms, { projectId: 'other' })
  await settled()
  one.say({ type: 'update', update: typed('a', 1) })
  await settled()
  for (let index = 0; index < 5; index += 1) {
    one.say({ type: 'update', update: typed('b', 10 + index) })
    two.say({ type: 'update', update: typed('c', 20 + index) })
  }
  release()
  await settled()
  expect(batches).toEqual([1, 10])
})

it('[S1] a commit that fails shows nothing, acknowledges nothing, and sends its authors away to come back', async () => {
  const { rooms, gate, rows, errors } = setupRooms()
  const author = setupClient(rooms)
  const witness = setupClient(rooms, { userId: 'paul' })
  await settled()
  author.say({ type: 'askSaved' })
  gate.failure = new Error('disk full')
  author.say({ type: 'update', update: typed('perdu') })
  await settled()
  expect(rows).toHaveLength(0)
  expect(witness.of('update')).toHaveLength(0)
  expect(author.of('acknowledged')).toHaveLength(0)
  expect(author.closed).toEqual([closeCodes.unavailable.code])
  expect(errors).toEqual([gate.failure])
  gate.failure = null
  const back = setupClient(rooms)
  await settled()
  back.say({ type: 'syncStep2', update: typed('perdu') })
  await settled()
  expect(textOf(witness.of('update')[0]!.update)).toBe('perdu')
})

it('[S4] a reader who writes changes nothing, is told, and is sent away; the empty answer of a stock client is no offence', async () => {
  const { rooms, rows } = setupRooms()
  const reader = setupClient(rooms, { canWrite: false })
  const witness = setupClient(rooms, { userId: 'paul' })
  await settled()
  reader.say({ type: 'askSaved' })
  expect(reader.of('access')).toEqual([{ type: 'access', canWrite: false }])
  reader.say({ type: 'syncStep2', update: Y.encodeStateAsUpdate(new Y.Doc()) })
  expect(reader.closed).toEqual([])
  reader.say({ type: 'update', update: typed('interdit') })
  await settled()
  expect(reader.of('refused')).toEqual([{ type: 'refused', code: 'forbidden' }])
  expect(reader.closed).toEqual([closeCodes.forbidden.code])
  expect(rows).toHaveLength(0)
  expect(witness.of('update')).toHaveLength(0)
})

it('[S5] hostile bytes end that connection alone', async () => {
  const { rooms, rows } = setupRooms()
  const witness = setupClient(rooms, { userId: 'paul' })
  await settled()
  const frames = [
    new Uint8Array([]),
    new Uint8Array([250, 1, 2]),
    encodeMessage({ type: 'update', update: new Uint8Array([5, 5, 5, 5]) }),
    encodeMessage({ type: 'syncStep1', stateVector: new Uint8Array([255, 255]) }),
    encodeMessage({ type: 'awareness', update: new Uint8Array([1, 1, 1, 4, 110, 111, 112, 101]) }),
    encodeMessage({ type: 'acknowledged', count: 3 }),
    encodeMessage({ type: 'update', update: typed('tronqué').slice(0, -3) }),
  ]
  for (const frame of frames) {
    const hostile = setupClient(rooms, { userId: 'eve' })
    await settled()
    hostile.session.receive(frame)
    await settled()
    expect(hostile.closed).toEqual([closeCodes.badMessage.code])
  }
  expect(rows).toHaveLength(0)
  expect(witness.closed).toEqual([])
})

it('[S7] a plan leaves memory compacted when the last one goes, and opens again with every word', async () => {
  const { rooms, rows, compacted } = setupRooms()
  const author = setupClient(rooms)
  await settled()
  author.say({ type: 'update', update: typed('un', 1) })
  author.say({ type: 'update', update: typed('deux', 2) })
  author.session.leave()
  await settled()
  await settled()
  expect(compacted.get('plan')?.seq).toBe(rows.length)
  expect(textOf(await rooms.read('plan'))).toHaveLength(6)
  const back = setupClient(rooms)
  await settled()
  back.say({ type: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) })
  expect(textOf(back.of('syncStep2')[0]!.update)).toHaveLength(6)
})

it('frames that come while the plan loads are taken in order when it has', async () => {
  const { rooms, rows } = setupRooms()
  const author = setupClient(rooms)
  author.say({ type: 'askSaved' })
  author.say({ type: 'update', update: typed('tôt') })
  expect(author.received).toEqual([])
  await settled()
  expect(rows).toHaveLength(1)
  expect(author.of('acknowledged')).toEqual([{ type: 'acknowledged', count: 1 }])
})

it('an edit of the server is in the log and shown when it resolves', async () => {
  const { rooms, rows } = setupRooms()
  const witness = setupClient(rooms)
  await settled()
  await rooms.edit('plan', null, (doc) => doc.getText('t').insert(0, 'restauré'))
  expect(rows).toHaveLength(1)
  expect(textOf(witness.of('update')[0]!.update)).toBe('restauré')
})

it('closing sends everyone away to come back, and everything submitted is written first', async () => {
  const { rooms, rows, release } = setupRooms({ held: true })
  const author = setupClient(rooms)
  await settled()
  author.say({ type: 'update', update: typed('dernier mot') })
  const closing = rooms.close()
  release()
  await closing
  expect(author.closed).toEqual([closeCodes.restarting.code])
  expect(rows).toHaveLength(1)
})

it('changed rights end the connections of that person in that plan, and no other', async () => {
  const { rooms } = setupRooms()
  const marie = setupClient(rooms)
  const paul = setupClient(rooms, { userId: 'paul' })
  await settled()
  rooms.disconnect('plan', 'marie', closeCodes.forbidden)
  await settled()
  expect([marie.closed, paul.closed]).toEqual([[closeCodes.forbidden.code], []])
})

it('[S5] an update that Yjs fails on is taken out of the log, its author sent away, and everyone else comes back to the plan without it', async () => {
  const { rooms, rows, discarded, compacted, release, gate } = setupRooms({
    onCommit: (doc) => {
      if (doc.getText('t').length === 1) {
        doc.once('beforeTransaction', () => {
          throw new Error('a defect of Yjs')
        })
      }
    },
  })
  const [hostile, other] = [setupClient(rooms), setupClient(rooms, { userId: 'paul' })]
  await settled()
  other.say({ type: 'update', update: typed('a', 2) })
  await settled()
  gate.held = true
  hostile.say({ type: 'askSaved' })
  hostile.say({ type: 'update', update: typed('b', 3) })
  await settled()
  // Waits behind it: it is in the log, so it must come back with the plan.
  other.say({ type: 'update', update: typed('c', 4) })
  release()
  await settled()
  await settled()
  expect(hostile.closed).toEqual([closeCodes.badMessage.code])
  expect(hostile.of('acknowledged')).toEqual([])
  expect(other.closed).toEqual([closeCodes.unavailable.code])
  expect(other.of('update')).toEqual([])
  expect([...discarded]).toEqual([2])
  expect(rows).toHaveLength(3)
  expect(compacted.size).toBe(0)
  const back = setupClient(rooms, { userId: 'paul' })
  await settled()
  back.say({ type: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) })
  expect(['ac', 'ca']).toContain(textOf(back.of('syncStep2')[0]!.update))
})

it('a row of the log that cannot be applied costs itself alone, and the log is then left as it is', async () => {
  const { rooms, rows, compacted, errors } = setupRooms()
  for (const update of [typed('avant', 1), Uint8Array.from([1, 255, 255, 3]), typed('après', 2)]) {
    rows.push({ projectId: 'plan', userId: null, update })
  }
  const words = textOf(await rooms.read('plan'))
  expect([words.includes('avant'), words.includes('après')]).toEqual([true, true])
  const client = setupClient(rooms)
  await settled()
  client.say({ type: 'update', update: typed('encore', 3) })
  await settled()
  client.session.leave()
  await settled()
  expect(compacted.size).toBe(0)
  expect(textOf(await rooms.read('plan'))).toContain('encore')
  expect(errors).not.toEqual([])
})

it('what was submitted behind a commit that failed is not taken either: it may build on what is lost', async () => {
  const { rooms, rows, gate, release } = setupRooms({ held: true })
  const doc = new Y.Doc()
  const client = setupClient(rooms)
  await settled()
  doc.on('update', (update: Uint8Array) => client.say({ type: 'update', update }))
  doc.getText('t').insert(0, 'a')
  await settled()
  doc.getText('t').insert(1, 'b')
  gate.failure = new Error('disk full')
  release()
  await settled()
  gate.failure = null
  doc.getText('t').insert(2, 'c')
  await settled()
  expect(rows).toEqual([])
  expect(client.closed).toEqual([closeCodes.unavailable.code])
})

it('what a stock client types before it has answered the state vector waits for the answer, which says it again', async () => {
  const { rooms, rows } = setupRooms()
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'hors ligne')
  const client = setupClient(rooms)
  await settled()
  doc.once('update', (update: Uint8Array) => client.say({ type: 'update', update }))
  doc.getText('t').insert(10, ', puis en ligne')
  client.say({ type: 'syncStep2', update: Y.encodeStateAsUpdate(doc) })
  await settled()
  expect([client.closed, rows.length]).toEqual([[], 1])
  expect(textOf(await rooms.read('plan'))).toBe('hors ligne, puis en ligne')
})

it('a client that says words without those they build on is sent back to bring everything', async () => {
  const { rooms, rows } = setupRooms()
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'perdu')
  const client = setupClient(rooms)
  await settled()
  client.say({ type: 'syncStep2', update: Y.encodeStateAsUpdate(new Y.Doc()) })
  doc.once('update', (update: Uint8Array) => client.say({ type: 'update', update }))
  doc.getText('t').insert(5, '!')
  await settled()
  expect([client.closed, rows.length]).toEqual([[closeCodes.unavailable.code], 0])
})
