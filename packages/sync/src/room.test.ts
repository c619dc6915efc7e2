import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { closeCodes } from './close-codes.ts'
import { encodeMessage, protocolVersion } from './messages.ts'
import { createPlanRooms } from './plan-rooms.ts'
import { createMemoryLog } from './testing/memory-log.ts'
import { setupClient } from './testing/room-client.ts'

function setupRooms(options: { held?: boolean; onCommit?: (doc: Y.Doc) => void } = {}) {
  const log = createMemoryLog(options)
  const errors: unknown[] = []
  const clock = { ms: 0 }
  /** What the rooms put off. */
  const later = new Set<() => void>()
  const refusals: string[] = []
  const deliveries: number[] = []
  const rooms = createPlanRooms({
    log,
    reportError: (error) => errors.push(error),
    now: () => clock.ms,
    later: (run) => {
      later.add(run)
      return () => void later.delete(run)
    },
    onCommit: (_projectId, doc) => options.onCommit?.(doc),
    meter: {
      refusal: ({ code }) => refusals.push(code),
      delivery: ({ clients }) => deliveries.push(clients),
    },
  })
  const { rows, batches, compacted, gate, release } = log
  return { rooms, log, rows, batches, compacted, gate, release, errors, clock, later, refusals, deliveries }
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

/** What a client says of its place, `at` a clock. */
function presence(clientId: number, at: number): Uint8Array {
  const state = JSON.stringify({ at })
  return Uint8Array.from([1, clientId, at, state.length, ...new TextEncoder().encode(state)])
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
  expect(late.of('syncStep2')).toEqual([])
  let read: Uint8Array | null = null
  void rooms.read('plan').then((update) => {
    read = update
  })
  await settled()
  expect(read).toBeNull()
  release()
  await settled()
  expect(rows).toHaveLength(1)
  expect(textOf(witness.of('update')[0]!.update)).toBe('bonjour')
  expect(textOf(late.of('syncStep2')[0]!.update)).toBe('bonjour')
  expect(textOf(read!)).toBe('bonjour')
})

it('[S2] an acknowledgement comes after the commit, counts in order, and goes only to those who ask', async () => {
  const { rooms, release } = setupRooms({ held: true })
  const asking = setupClient(rooms)
  const stock = setupClient(rooms, { userId: 'paul' })
  await settled()
  asking.ask()
  asking.say({ type: 'syncStep2', update: typed('a', 1) })
  stock.say({ type: 'update', update: typed('b', 2) })
  asking.say({ type: 'update', update: typed('c', 3) })
  asking.say({ type: 'update', update: Y.encodeStateAsUpdate(new Y.Doc()) })
  await settled()
  expect(asking.of('acknowledged')).toEqual([])
  release()
  await settled()
  expect(asking.of('acknowledged').map((message) => message.count)).toEqual([3])
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
  // One update a room: ten messages are two rows, in one transaction.
  expect(batches).toEqual([1, 2])
})

it('[S1] a commit that fails shows nothing, acknowledges nothing, and everyone comes back to the plan as the log has it', async () => {
  const { rooms, gate, rows, errors } = setupRooms()
  const author = setupClient(rooms)
  const witness = setupClient(rooms, { userId: 'paul' })
  await settled()
  author.ask()
  gate.failure = new Error('disk full')
  author.say({ type: 'update', update: typed('perdu') })
  await settled()
  expect(rows).toHaveLength(0)
  expect(witness.of('update')).toHaveLength(0)
  expect(author.of('acknowledged')).toHaveLength(0)
  expect([author.closed, witness.closed]).toEqual([
    [closeCodes.unavailable.code],
    [closeCodes.unavailable.code],
  ])
  expect(errors).toEqual([gate.failure])
  gate.failure = null
  const [back, other] = [setupClient(rooms), setupClient(rooms, { userId: 'paul' })]
  await settled()
  back.say({ type: 'syncStep2', update: typed('perdu') })
  await settled()
  expect(textOf(other.of('update')[0]!.update)).toBe('perdu')
})

it('[S4] a reader who writes changes nothing, is told, and is sent away; the empty answer of a stock client is no offence', async () => {
  const { rooms, rows } = setupRooms()
  const reader = setupClient(rooms, { canWrite: false })
  const witness = setupClient(rooms, { userId: 'paul' })
  await settled()
  reader.ask()
  expect(reader.of('access')).toEqual([{ type: 'access', canWrite: false, lineage: 'one', rights: '{}' }])
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

it('[S7] a plan leaves memory when the last one goes, compacted when its tail is long, and opens again with every word', async () => {
  const { rooms, rows, compacted } = setupRooms()
  for (const [visit, words] of [5, 30].entries()) {
    const author = setupClient(rooms)
    await settled()
    for (let n = 0; n < words; n += 1) {
      author.say({ type: 'update', update: typed('un ', 1 + 100 * visit + n) })
      await settled()
    }
    author.session.leave()
    await settled()
    await settled()
    expect(rooms.counts().rooms).toBe(0)
    expect(compacted.size).toBe(visit)
  }
  expect(rows).toHaveLength(35)
  expect(textOf(compacted.get('plan')!)).toHaveLength(3 * 35)
  const back = setupClient(rooms)
  await settled()
  back.say({ type: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) })
  expect(textOf(back.of('syncStep2')[0]!.update)).toHaveLength(3 * 35)
})

it('frames that come while the plan loads are taken in order when it has', async () => {
  const { rooms, rows } = setupRooms()
  const author = setupClient(rooms)
  author.ask()
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
  const closing = rooms.evict()
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
  rooms.disconnect('plan', closeCodes.forbidden, 'marie')
  await settled()
  expect([marie.closed, paul.closed]).toEqual([[closeCodes.forbidden.code], []])
})

it('news goes to everyone who asks for what y-websocket lacks, or to one of them, and opens no plan', async () => {
  const { rooms } = setupRooms()
  const marie = setupClient(rooms)
  const paul = setupClient(rooms, { userId: 'paul' })
  const stock = setupClient(rooms, { userId: 'stock' })
  marie.ask()
  paul.ask()
  await settled()
  rooms.tell('plan', 'threads')
  rooms.tell('plan', 'notifications', 'paul')
  rooms.tell('closed', 'threads')
  await settled()
  const topics = [marie, paul, stock].map(({ of }) => of('news').map(({ topic }) => topic))
  expect(topics).toEqual([['threads'], ['threads', 'notifications'], []])
  expect(rooms.counts().rooms).toBe(1)
})

it('[S5] an update that fails half way never reaches the log, its author is sent away, and everyone else comes back to the plan without it', async () => {
  const { rooms, rows, compacted, release, gate } = setupRooms()
  const other = setupClient(rooms, { userId: 'paul' })
  const hostile = setupClient(rooms, {
    judge: () => {
      throw new Error('a defect')
    },
  })
  await settled()
  other.say({ type: 'update', update: typed('a', 2) })
  await settled()
  gate.held = true
  other.say({ type: 'update', update: typed('c', 4) })
  await settled()
  hostile.ask()
  hostile.say({ type: 'update', update: typed('b', 3) })
  // In the same commit as the one that fails: its author brings it again.
  other.say({ type: 'update', update: typed('d', 5) })
  release()
  await settled()
  await settled()
  expect(hostile.closed).toEqual([closeCodes.badMessage.code])
  expect(hostile.of('acknowledged')).toEqual([])
  expect(other.closed).toEqual([closeCodes.unavailable.code])
  expect([rows.length, compacted.size]).toEqual([2, 0])
  const back = setupClient(rooms, { userId: 'paul' })
  await settled()
  back.say({ type: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) })
  expect(['ac', 'ca']).toContain(textOf(back.of('syncStep2')[0]!.update))
})

it('a row of the log that cannot be applied costs itself alone, and the log is then left as it is', async () => {
  const { rooms, rows, compacted, errors } = setupRooms()
  for (const update of [typed('avant', 1), Uint8Array.from([1, 255, 255, 3]), typed('après', 2)]) {
    rows.push({ projectId: 'plan', userId: null, update, claims: [] })
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

it('all that one commit shows a client is one write, its acknowledgement included', async () => {
  const { rooms, gate, release, deliveries } = setupRooms()
  const [author, witness] = [setupClient(rooms), setupClient(rooms, { userId: 'paul' })]
  await settled()
  author.ask()
  const before = [author.counts.writes, witness.counts.writes]
  gate.held = true
  author.say({ type: 'update', update: typed('a', 1) })
  await settled()
  for (const [index, who] of [author, witness, author, witness].entries()) {
    who.say({ type: 'update', update: typed('b', 10 + index) })
  }
  release()
  await settled()
  expect(author.of('acknowledged').map(({ count }) => count)).toEqual([1, 3])
  expect([author.of('update').length, witness.of('update').length]).toEqual([1, 2])
  expect([author.counts.writes, witness.counts.writes]).toEqual([before[0]! + 2, before[1]! + 2])
  expect(deliveries).toEqual([2, 2])
})

it('[S3] a client id is its first user’s for good: another’s words under it are refused, in the room and after it was closed', async () => {
  const { rooms, rows, refusals } = setupRooms()
  const marie = setupClient(rooms)
  await settled()
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getText('t').insert(0, 'de Marie')
  marie.say({ type: 'update', update: Y.encodeStateAsUpdate(doc) })
  await settled()
  expect([...(await rooms.owners('plan'))]).toEqual([[7, 'marie']])

  // The same client id, and the next clock: what a forger would send.
  doc.getText('t').insert(8, ', pas de Paul')
  const forge = async () => {
    const paul = setupClient(rooms, { userId: 'paul' })
    await settled()
    paul.ask()
    paul.say({ type: 'syncStep2', update: Y.encodeStateAsUpdate(doc) })
    await settled()
    expect(paul.of('refused')).toEqual([{ type: 'refused', code: 'foreign-author' }])
    expect(paul.closed).toEqual([closeCodes.forbidden.code])
  }
  await forge()
  marie.session.leave()
  await settled()
  await forge()
  expect(rows).toHaveLength(1)
  expect(refusals).toEqual(['foreign-author', 'foreign-author'])

  const back = setupClient(rooms)
  await settled()
  back.say({ type: 'syncStep2', update: Y.encodeStateAsUpdate(doc) })
  await settled()
  expect(textOf(await rooms.read('plan'))).toBe('de Marie, pas de Paul')
})

it('[S3] what another wrote and the plan has already may be said again by anyone: that is no forgery, and no new row', async () => {
  const { rooms, rows } = setupRooms()
  const [marie, paul] = [setupClient(rooms), setupClient(rooms, { userId: 'paul' })]
  await settled()
  const update = typed('bonjour', 7)
  marie.say({ type: 'update', update })
  await settled()
  paul.ask()
  paul.say({ type: 'syncStep2', update })
  await settled()
  expect(paul.of('acknowledged')).toEqual([{ type: 'acknowledged', count: 1 }])
  expect([paul.closed, rows.length]).toEqual([[], 1])
})

it('[S3] nobody writes under a client id of the server', async () => {
  const { rooms, rows } = setupRooms()
  await rooms.edit('plan', null, (doc) => doc.getText('t').insert(0, 'importé'))
  const state = await rooms.read('plan')
  const [serverId] = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state)).keys()
  const forger = new Y.Doc()
  Y.applyUpdate(forger, state)
  forger.clientID = serverId!
  forger.getText('t').insert(0, 'faux ')
  const client = setupClient(rooms)
  await settled()
  client.ask()
  client.say({ type: 'update', update: Y.encodeStateAsUpdate(forger) })
  await settled()
  expect(client.of('refused')).toEqual([{ type: 'refused', code: 'foreign-author' }])
  expect(rows).toHaveLength(1)
})

it('[S4] an update that its judge refuses changes nothing for anyone, and its author is told why', async () => {
  const { rooms, rows, refusals } = setupRooms()
  const witness = setupClient(rooms, { userId: 'paul' })
  const judged: unknown[] = []
  const author = setupClient(rooms, {
    judge: (doc, touches) => {
      judged.push([doc.getText('t').toJSON(), touches])
      return touches.some(({ root }) => root === 'secret') ? 'structure' : null
    },
  })
  await settled()
  author.ask()
  author.say({ type: 'update', update: typed('permis', 1) })
  const doc = new Y.Doc()
  doc.clientID = 2
  doc.getMap('secret').set('a', 1)
  author.say({ type: 'update', update: Y.encodeStateAsUpdate(doc) })
  await settled()
  expect(judged).toEqual([
    ['', [{ root: 't', keys: [], isValue: false, change: 'add', value: undefined }]],
    // Judged as it is with what the same commit took before.
    ['permis', [{ root: 'secret', keys: ['a'], isValue: true, change: 'add', value: 1 }]],
  ])
  expect(author.of('refused')).toEqual([{ type: 'refused', code: 'structure' }])
  expect(author.closed).toEqual([closeCodes.forbidden.code])
  expect([rows.length, witness.of('update').length]).toEqual([1, 1])
  expect(refusals).toEqual(['structure'])
})

it('[S7] who writes faster than the log takes is not read until it has taken', async () => {
  const { rooms, release } = setupRooms({ held: true })
  const flood = setupClient(rooms)
  await settled()
  for (let index = 0; index < 600; index += 1) flood.say({ type: 'update', update: typed('x', 1 + index) })
  expect(flood.flow).toEqual(['pause'])
  release()
  await settled()
  await settled()
  expect(flood.flow).toEqual(['pause', 'resume'])
  expect(flood.closed).toEqual([])
})

it('[S7] when too much waits in all rooms together, whoever adds to it is not read until the log has taken it', async () => {
  const { rooms, release } = setupRooms({ held: true })
  const people = Array.from({ length: 60 }, (_, n) =>
    setupClient(rooms, { userId: `p${n}`, projectId: `plan-${n % 3}` }),
  )
  await settled()
  const long = 'x'.repeat(900_000)
  // One commit is under way, and the rest waits.
  people[0]!.say({ type: 'update', update: typed('a', 1) })
  await settled()
  for (const [n, { say }] of people.entries()) say({ type: 'update', update: typed(long, 10 + n) })
  const paused = people.filter(({ flow }) => flow.includes('pause')).length
  expect(paused).toBeGreaterThan(15)
  expect(paused).toBeLessThan(30)
  release()
  await settled()
  await settled()
  for (const { flow, closed } of people) {
    expect(flow.filter((step) => step === 'resume')).toHaveLength(
      flow.filter((step) => step === 'pause').length,
    )
    expect(closed).toEqual([])
  }
})

it('[S7] who asks for the whole plan over and over is sent away', async () => {
  const { rooms } = setupRooms()
  const client = setupClient(rooms)
  await settled()
  for (let index = 0; index < 40; index += 1) {
    client.say({ type: 'syncStep1', stateVector: Uint8Array.from([0]) })
  }
  expect(client.closed).toEqual([closeCodes.tooFast.code])
  expect(client.of('syncStep2')).toHaveLength(30)
})

it('presence is told twenty times a second at most, of however many people, and of the last place of each', async () => {
  const { rooms, clock, later } = setupRooms()
  const people = Array.from({ length: 20 }, (_, index) => setupClient(rooms, { userId: `p${index}` }))
  await settled()
  const told = () => people.map(({ of }) => of('awareness').length)
  for (let move = 1; move <= 10; move += 1) {
    for (const [index, person] of people.entries()) {
      person.say({ type: 'awareness', update: presence(index + 1, move) })
    }
  }
  // The first was told at once, to all but the one whom it was about.
  expect(told()).toEqual(people.map((_, index) => (index === 0 ? 0 : 1)))
  expect(later.size).toBe(1)
  clock.ms = 50
  for (const run of later) run()
  expect(told()).toEqual(people.map((_, index) => (index === 0 ? 1 : 2)))
  const last = new TextDecoder().decode(people[0]!.of('awareness').at(-1)!.update)
  expect(last.match(/"at":10\b/g)).toHaveLength(20)
  expect(last.match(/"at"/g)).toHaveLength(20)
})

it('[S7] who says over and over what changes nothing is not read for a moment, and then is again', async () => {
  const { rooms, clock, later } = setupRooms()
  const stock = setupClient(rooms)
  await settled()
  for (let n = 0; n < 60; n += 1) stock.say({ type: 'awareness', update: presence(1, 1) })
  expect(stock.flow).toEqual(['pause'])
  clock.ms = 50
  for (const run of later) run()
  expect(stock.flow).toEqual(['pause', 'resume'])
})

it('a page of another version than the server is told to load again', async () => {
  const { rooms } = setupRooms()
  const client = setupClient(rooms)
  await settled()
  client.say({ type: 'askSaved', version: protocolVersion + 1 })
  expect(client.closed).toEqual([closeCodes.outdated.code])
})

it('[S7] a thousand plans that people left leave nothing in memory', async () => {
  const { rooms } = setupRooms()
  const clients = Array.from({ length: 1_000 }, (_, index) =>
    setupClient(rooms, { projectId: `plan-${index}` }),
  )
  await settled()
  expect(rooms.counts()).toEqual({ rooms: 1_000, connections: 1_000 })
  for (const { session } of clients) session.leave()
  await settled()
  expect(rooms.counts()).toEqual({ rooms: 0, connections: 0 })
})

it('what someone typed just before leaving is committed, what someone said who was sent away is not', async () => {
  const { rooms, rows, gate, release } = setupRooms()
  const witness = setupClient(rooms, { userId: 'lea' })
  const [marie, paul] = [setupClient(rooms), setupClient(rooms, { userId: 'paul' })]
  await settled()
  gate.held = true
  witness.say({ type: 'update', update: typed('', 3) })
  witness.say({ type: 'update', update: typed('.', 3) })
  await settled()
  marie.say({ type: 'update', update: typed('gardé', 1) })
  marie.session.leave()
  paul.say({ type: 'update', update: typed('à redire', 2) })
  rooms.disconnect('plan', closeCodes.roleChanged, 'paul')
  await settled()
  release()
  await settled()
  expect(rows.map(({ userId }) => userId)).toEqual(['lea', 'marie'])
  expect(textOf(witness.of('update')[0]!.update)).toBe('gardé')
})

it('[S3] the words that somebody had the server put in belong to whoever wrote them', async () => {
  const { rooms, rows } = setupRooms()
  await rooms.edit('plan', 'decider', (doc) => doc.getText('t').insert(0, 'proposé'), 'author')
  expect(rows.map(({ userId }) => userId)).toEqual(['decider'])
  expect([...(await rooms.owners('plan')).values()]).toEqual(['author'])
})

it('an edit of the server that fails changes nothing', async () => {
  const { rooms, rows } = setupRooms()
  const failing = rooms.edit('plan', null, (doc) => {
    doc.getText('t').insert(0, 'à demi')
    throw new Error('halfway')
  })
  await expect(failing).rejects.toThrow('halfway')
  expect(await rooms.look('plan', (doc) => doc.getText('t').toJSON())).toBe('')
  expect(rows).toEqual([])
})

it('[S3] edits of the server that follow one another see what came between, each under a client id of its own', async () => {
  const { rooms } = setupRooms()
  const client = setupClient(rooms)
  await settled()
  client.ask()
  await rooms.edit('plan', 'lead', (doc) => doc.getText('t').insert(0, 'un '), 'ada')
  client.say({ type: 'update', update: typed('deux ', 7) })
  await settled()
  const failing = rooms.edit('plan', 'lead', (doc) => {
    doc.getText('t').insert(0, 'à demi')
    throw new Error('halfway')
  })
  await expect(failing).rejects.toThrow('halfway')
  const seen = await Promise.all(
    ['max', 'ada'].map((writer) =>
      rooms.edit(
        'plan',
        'lead',
        (doc) => {
          const text = doc.getText('t')
          text.insert(text.length, 'trois')
          return text.toJSON()
        },
        writer,
      ),
    ),
  )
  expect(seen.map((text) => text.replace(/un |deux /g, ''))).toEqual(['trois', 'troistrois'])
  expect(await rooms.look('plan', (doc) => doc.getText('t').toJSON())).toBe(seen[1])
  expect(seen[1]).toMatch(/^(un deux |deux un )/)
  const owners = await rooms.owners('plan')
  expect([...owners.values()].toSorted()).toEqual(['ada', 'ada', 'marie', 'max'])
})
