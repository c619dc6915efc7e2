import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { closeCodes } from './close-codes.ts'
import { squareUpdate } from './fuzz/square-update.ts'
import { createPlanRooms } from './plan-rooms.ts'
import { createMemoryLog } from './testing/memory-log.ts'
import { setupClient } from './testing/room-client.ts'

type Trial = {
  state: Uint8Array
  update: Uint8Array
  limitMs: number
  end: (verdict: 'fine' | 'too-heavy') => void
  fail: (error: Error) => void
}

/** Rooms whose trials end when the test says so. */
function setupTrials() {
  const log = createMemoryLog()
  const trials: Trial[] = []
  const errors: unknown[] = []
  const refusals: string[] = []
  const rooms = createPlanRooms({
    log,
    reportError: (error) => errors.push(error),
    meter: { refusal: ({ code }) => refusals.push(code) },
    tryOut(state, update, limitMs) {
      const { promise, resolve, reject } = Promise.withResolvers<'fine' | 'too-heavy'>()
      trials.push({ state, update, limitMs, end: resolve, fail: reject })
      return promise
    },
  })
  return { rooms, log, trials, errors, refusals }
}

/** Lets every promise that can settle do so. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Letters that were typed one before another: a part each. */
function typeMuch(doc: Y.Doc, count = 600, root = 't'): Uint8Array {
  const before = Y.encodeStateVector(doc)
  for (let index = 0; index < count; index += 1) doc.getText(root).insert(0, 'x')
  return Y.encodeStateAsUpdate(doc, before)
}

function docOf(clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  return doc
}

function typed(text: string, clientId: number): Uint8Array {
  const doc = docOf(clientId)
  doc.getText('other').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

function byManyClients(count: number): Uint8Array {
  return Y.mergeUpdates(Array.from({ length: count }, (_, index) => typed('a', 1_000 * count + index)))
}

function docFrom(...updates: { update: Uint8Array }[]): Y.Doc {
  const doc = new Y.Doc()
  for (const { update } of updates) Y.applyUpdate(doc, update)
  return doc
}

it('[S5] while a big update is tried, others write and are acknowledged, and its author’s later words come after it', async () => {
  const { rooms, log, trials } = setupTrials()
  const [marie, paul] = [setupClient(rooms), setupClient(rooms, { userId: 'paul' })]
  await settled()
  marie.ask()
  paul.ask()
  const doc = docOf(1)
  marie.say({ type: 'update', update: typed('avant', 2) })
  marie.say({ type: 'update', update: typeMuch(doc) })
  // Both build on what is tried: one was read with it, the other after.
  marie.say({ type: 'update', update: typeMuch(doc, 1) })
  await settled()
  marie.say({ type: 'update', update: typeMuch(doc, 1) })
  paul.say({ type: 'update', update: typed('pendant', 3) })
  await settled()
  expect(trials).toHaveLength(1)
  expect(trials[0]!.limitMs).toBe(360)
  expect(docFrom({ update: trials[0]!.state }).getText('other').toJSON()).toBe('avant')
  expect(paul.of('acknowledged').map(({ count }) => count)).toEqual([1])
  expect(marie.of('acknowledged').map(({ count }) => count)).toEqual([1])
  expect(docFrom(...log.rows).getText('t').length).toBe(0)
  expect(marie.flow).toEqual(['pause'])
  trials[0]!.end('fine')
  await settled()
  expect(trials).toHaveLength(1)
  expect(marie.of('acknowledged').map(({ count }) => count)).toEqual([1, 4])
  expect(docFrom(...paul.of('update')).getText('t').length).toBe(602)
  expect(docFrom(...log.rows).getText('t').length).toBe(602)
  expect([marie.flow, marie.closed]).toEqual([['pause', 'resume'], []])
})

it('[S5] what its author says while another’s commit runs comes after it too, when its trial ends before that commit', async () => {
  const { rooms, log, trials } = setupTrials()
  const [marie, paul] = [setupClient(rooms), setupClient(rooms, { userId: 'paul' })]
  await settled()
  marie.ask()
  const doc = docOf(1)
  marie.say({ type: 'update', update: typeMuch(doc) })
  await settled()
  log.gate.held = true
  paul.say({ type: 'update', update: typed('pendant', 3) })
  await settled()
  marie.say({ type: 'update', update: typeMuch(doc, 1) })
  trials[0]!.end('fine')
  await settled()
  log.release()
  await settled()
  expect([marie.closed, docFrom(...log.rows).getText('t').length]).toEqual([[], 601])
})

it('[S5] structs that take the square of their number are sent away with their author, while others go on', async () => {
  const { rooms, log, trials, refusals, errors } = setupTrials()
  const [eve, paul] = [setupClient(rooms, { userId: 'eve' }), setupClient(rooms, { userId: 'paul' })]
  await settled()
  paul.ask()
  eve.say({ type: 'update', update: squareUpdate(20_000, { client: 50, root: 't' }) })
  eve.say({ type: 'update', update: typed('après', 51) })
  paul.say({ type: 'update', update: typed('pendant', 3) })
  await settled()
  expect([trials.length, eve.closed]).toEqual([1, []])
  expect(paul.of('acknowledged').map(({ count }) => count)).toEqual([1])
  trials[0]!.end('too-heavy')
  await settled()
  expect([eve.closed, refusals]).toEqual([[closeCodes.badMessage.code], ['too-heavy']])
  expect([paul.of('update'), paul.closed, errors]).toEqual([[], [], []])
  expect(
    docFrom(...log.rows)
      .getText('other')
      .toJSON(),
  ).toBe('pendant')
  expect(docFrom(...log.rows).share.has('t')).toBe(false)
})

it('[S2] what someone sent just before leaving is taken when its trial went well, and the room stays until then', async () => {
  const { rooms, trials } = setupTrials()
  const marie = setupClient(rooms)
  await settled()
  const doc = docOf(1)
  marie.say({ type: 'update', update: typeMuch(doc) })
  marie.say({ type: 'update', update: typeMuch(doc, 1) })
  marie.session.leave()
  await settled()
  expect(rooms.counts()).toEqual({ rooms: 1, connections: 0 })
  trials[0]!.end('fine')
  await settled()
  await settled()
  expect(rooms.counts().rooms).toBe(0)
  expect(docFrom({ update: await rooms.read('plan') }).getText('t').length).toBe(601)
})

it.each(['too-heavy', 'failed'] as const)(
  '[S5] [S7] a trial that ends %s after its author left leaves nothing behind',
  async (outcome) => {
    const { rooms, log, trials } = setupTrials()
    const marie = setupClient(rooms)
    await settled()
    marie.say({ type: 'update', update: typeMuch(docOf(1)) })
    await settled()
    marie.session.leave()
    if (outcome === 'failed') trials[0]!.fail(new Error('no thread'))
    else trials[0]!.end(outcome)
    await settled()
    expect([rooms.counts().rooms, log.rows]).toEqual([0, []])
  },
)

it('[S4] what is tried for someone who is sent away meanwhile is dropped', async () => {
  const { rooms, log, trials } = setupTrials()
  const marie = setupClient(rooms)
  await settled()
  marie.say({ type: 'update', update: typeMuch(docOf(1)) })
  await settled()
  rooms.disconnect('plan', closeCodes.roleChanged)
  await settled()
  expect([marie.closed, marie.flow]).toEqual([[closeCodes.roleChanged.code], ['pause', 'resume']])
  expect(rooms.counts().rooms).toBe(0)
  trials[0]!.end('fine')
  await settled()
  expect([rooms.counts().rooms, log.rows]).toEqual([0, []])
})

it('[S1] what is tried while its room is spoiled is dropped', async () => {
  const { rooms, log, trials } = setupTrials()
  const [marie, lea, paul] = [
    setupClient(rooms),
    setupClient(rooms, { userId: 'lea' }),
    setupClient(rooms, { userId: 'paul' }),
  ]
  await settled()
  marie.say({ type: 'update', update: typeMuch(docOf(1)) })
  lea.say({ type: 'update', update: typeMuch(docOf(2)) })
  lea.session.leave()
  await settled()
  log.gate.failure = new Error('disk full')
  paul.say({ type: 'update', update: typed('perdu', 3) })
  await settled()
  log.gate.failure = null
  expect(marie.closed).toEqual([closeCodes.unavailable.code])
  for (const trial of trials) trial.end('fine')
  await settled()
  expect([trials.length, log.rows, rooms.counts().rooms]).toEqual([2, [], 0])
})

it('[S7] two trials run at once over all rooms; who waits in line and is sent away costs none', async () => {
  const { rooms, trials } = setupTrials()
  const people = ['a', 'b', 'c', 'd'].map((name) => setupClient(rooms, { userId: name, projectId: name }))
  await settled()
  for (const [index, person] of people.entries())
    person.say({ type: 'update', update: typeMuch(docOf(index + 1)) })
  await settled()
  expect(trials).toHaveLength(2)
  rooms.disconnect('c', closeCodes.roleChanged)
  await settled()
  trials[0]!.end('fine')
  await settled()
  expect(trials).toHaveLength(3)
  trials[1]!.end('fine')
  trials[2]!.end('fine')
  await settled()
  expect(trials).toHaveLength(3)
  expect(people.map(({ closed }) => closed)).toEqual([[], [], [closeCodes.roleChanged.code], []])
  expect(docFrom({ update: await rooms.read('d') }).getText('t').length).toBe(600)
})

it('[S2] where no trial can be made, its author comes back later, and the error is reported', async () => {
  const { rooms, log, trials, errors, refusals } = setupTrials()
  const marie = setupClient(rooms)
  await settled()
  marie.say({ type: 'update', update: typeMuch(docOf(1)) })
  await settled()
  const failure = new Error('no thread')
  trials[0]!.fail(failure)
  await settled()
  expect(marie.closed).toEqual([closeCodes.unavailable.code])
  expect([errors, refusals, log.rows]).toEqual([[failure], [], []])
})

it('[S2] sending everyone away waits for what is tried of those who had left', async () => {
  const { rooms, log, trials } = setupTrials()
  const marie = setupClient(rooms)
  await settled()
  marie.say({ type: 'update', update: typeMuch(docOf(1)) })
  marie.session.leave()
  await settled()
  const evicted = rooms.evict()
  await settled()
  trials[0]!.end('fine')
  await evicted
  expect(docFrom(...log.rows).getText('t').length).toBe(600)
})

it('[S5] a trial does not count when the plan has taken in much since, and is made again, three times at most', async () => {
  const { rooms, log, trials } = setupTrials()
  const marie = setupClient(rooms)
  await settled()
  marie.say({ type: 'update', update: typeMuch(docOf(1), 23_000) })
  await settled()
  for (const turn of [0, 1, 2]) {
    expect(trials).toHaveLength(turn + 1)
    // 23,000 parts that may each walk over 450 more.
    const other = setupClient(rooms, { userId: 'paul' })
    await settled()
    other.say({ type: 'update', update: typeMuch(docOf(10 + turn), 450, `${turn}`) })
    await settled()
    trials[turn]!.end('fine')
    await settled()
  }
  expect([trials.length, marie.closed]).toEqual([3, [closeCodes.unavailable.code]])
  expect([...docFrom(...log.rows).share.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['0', '1', '2'])
})

it('[S5] small updates that Yjs would walk far for are tried too, and nobody has more than thirty tried in a minute', async () => {
  const { rooms, trials } = setupTrials()
  const [eve, lea] = [setupClient(rooms, { userId: 'eve' }), setupClient(rooms, { userId: 'lea' })]
  await settled()
  eve.say({ type: 'update', update: squareUpdate(400, { client: 50, root: 't' }) })
  await settled()
  expect(trials).toHaveLength(0)
  for (let client = 51; client < 83; client += 1) {
    // Before all that is there already, of which nothing of it knows.
    eve.say({ type: 'update', update: typeMuch(docOf(client), 60) })
    await settled()
    trials.at(-1)!.end('fine')
    await settled()
  }
  expect([trials.length, eve.closed, lea.closed]).toEqual([30, [closeCodes.tooFast.code], []])
})

it('[S7] one update uses 256 new client ids at most', async () => {
  const { rooms, log } = setupTrials()
  const [marie, eve] = [setupClient(rooms), setupClient(rooms, { userId: 'eve' })]
  await settled()
  marie.say({ type: 'update', update: byManyClients(256) })
  eve.say({ type: 'update', update: byManyClients(257) })
  await settled()
  expect([marie.closed, eve.closed]).toEqual([[], [closeCodes.badMessage.code]])
  expect(log.rows.map(({ claims }) => claims.length)).toEqual([256])
})
