import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { closeCodes } from '../close-codes.ts'
import { createPlanRooms } from '../plan-rooms.ts'
import type { PlanUpdate } from '../ports.ts'
import { createMemoryLog } from '../testing/memory-log.ts'
import { setupMemoryClient as setupClient } from '../testing/memory-network.ts'
import { createSyncClient } from './client.ts'

/* Clients and rooms joined by lines in memory, which a test can cut, hold or refuse; time is fake. */

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function setupServer() {
  const log = createMemoryLog()
  const rooms = createPlanRooms({
    reportError: (error) => {
      throw error
    },
    now: () => Date.now(),
    log,
  })
  return { rooms, ...log }
}

/** Lets frames, commits and retries take their way. */
const pass = (ms = 1): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)

it('[S2] tells saving while the commit runs and saved when it is durable', async () => {
  const { rooms, rows, gate, release } = setupServer()
  const marie = setupClient(rooms)
  await pass()
  expect(marie.client.state).toEqual({ type: 'saved' })
  gate.held = true
  marie.type('bonjour')
  await pass()
  expect(marie.client.state).toEqual({ type: 'saving' })
  expect(rows).toHaveLength(0)
  release()
  await pass()
  expect(marie.client.state).toEqual({ type: 'saved' })
  expect(rows).toHaveLength(1)
  marie.end()
})

it('[S2] a deletion alone is not called saved before it is durable', async () => {
  const { rooms, gate, release } = setupServer()
  const marie = setupClient(rooms)
  marie.type('bonjour')
  await pass()
  gate.held = true
  marie.doc.getText('t').delete(0, 3)
  await pass()
  expect(marie.client.state).toEqual({ type: 'saving' })
  release()
  await pass()
  expect(marie.client.state).toEqual({ type: 'saved' })
  marie.end()
})

it('[S6] what is typed while the line is cut is said to be unsaved, then merges on return', async () => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms)
  const paul = setupClient(rooms, { name: 'paul' })
  await pass()
  marie.cut()
  expect(marie.client.state).toEqual({ type: 'offline', unsaved: false })
  marie.type('hors ligne')
  expect(marie.client.state).toEqual({ type: 'offline', unsaved: true })
  paul.type('en ligne ')
  await pass(60_000)
  expect(marie.client.state.type).not.toBe('saved')
  expect(paul.read()).toBe('en ligne ')
  marie.mend()
  await pass(60_000)
  expect(marie.client.state).toEqual({ type: 'saved' })
  expect(['hors ligneen ligne ', 'en ligne hors ligne']).toContain(marie.read())
  expect(paul.read()).toBe(marie.read())
  marie.end()
  paul.end()
})

it('[S4] a reader sees the plan, is told that it is read-only, and what they force goes nowhere', async () => {
  const { rooms, rows } = setupServer()
  const marie = setupClient(rooms)
  const reader = setupClient(rooms, { name: 'paul', canWrite: false })
  marie.type('lisible')
  await pass()
  expect(reader.read()).toBe('lisible')
  expect(reader.client.state).toEqual({ type: 'readOnly' })
  const written = rows.length
  reader.type('interdit')
  await pass(60_000)
  expect(rows).toHaveLength(written)
  expect(marie.read()).toBe('lisible')
  marie.end()
  reader.end()
})

it.each([
  [closeCodes.forbidden.code, 'forbidden'],
  [closeCodes.notFound.code, 'forbidden'],
  [closeCodes.signedOut.code, 'signed-out'],
  [closeCodes.badMessage.code, 'rejected'],
] as const)('a line closed with %i is refused as %s and not dialled again', async (closeCode, code) => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms)
  await pass()
  for (const line of marie.network.lines) line.end(closeCode)
  await pass(120_000)
  expect(marie.client.state).toEqual({ type: 'refused', code })
  expect(marie.network.lines.size).toBe(0)
  marie.end()
})

it('a line on which nothing comes any longer is given up and dialled again', async () => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms)
  await pass()
  const [first] = marie.network.lines
  marie.network.isUp = false
  for (const line of marie.network.lines) line.deliver = () => undefined
  await pass(50_000)
  expect(marie.client.state.type).not.toBe('saved')
  marie.mend()
  await pass(30_000)
  expect(marie.client.state).toEqual({ type: 'saved' })
  expect(marie.network.lines.has(first!)).toBe(false)
  marie.end()
})

it('a browser that says that it is offline is believed at once, and dials when it says that it is back', async () => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms)
  const paul = setupClient(rooms, { name: 'paul' })
  await pass()
  const [first] = marie.network.lines
  marie.browser.dispatchEvent(new Event('offline'))
  expect(marie.client.state).toEqual({ type: 'offline', unsaved: false })
  expect(marie.network.lines.has(first!)).toBe(false)
  marie.type('hors ligne')
  expect(marie.client.state).toEqual({ type: 'offline', unsaved: true })
  // A second word of it changes nothing.
  marie.browser.dispatchEvent(new Event('offline'))
  marie.browser.dispatchEvent(new Event('online'))
  await pass()
  expect(marie.client.state).toEqual({ type: 'saved' })
  expect(paul.read()).toBe('hors ligne')
  expect(marie.network.lines.size).toBe(1)
  marie.end()
  paul.end()
})

it('[S2] words that were kept and never acknowledged are unsaved from the start, and are brought', async () => {
  const { rooms, rows } = setupServer()
  const knows = new Y.Doc()
  knows.getText('t').insert(0, 'gardé')
  const marie = setupClient(rooms, { knows, lineage: 'one', unsaved: true })
  expect(marie.client.state).toEqual({ type: 'connecting', unsaved: true })
  await pass()
  expect(marie.client.state).toEqual({ type: 'saved' })
  expect(isInLog(knows, rows)).toBe(true)
  marie.end()
})

it('tells what the server says of the person’s rights, and again when they come back with others', async () => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms)
  expect(marie.client.access).toBeNull()
  await pass()
  expect(marie.client.access).toEqual({ canWrite: true, lineage: 'one', rights: '{}' })
  const told: unknown[] = []
  marie.client.subscribe(() => told.push(marie.client.access))
  Object.assign(marie.access, { canWrite: false, rights: '{"scope":"nothing"}' })
  rooms.disconnect('plan', closeCodes.roleChanged)
  await pass(1_000)
  expect(told).toContainEqual({ canWrite: false, lineage: 'one', rights: '{"scope":"nothing"}' })
  expect(marie.client.state).toEqual({ type: 'readOnly' })
  marie.end()
})

it('hears of what changes beside the document, and after a gap that anything may have', async () => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms)
  const paul = setupClient(rooms)
  await pass()
  const heard: (string | null)[] = []
  marie.client.onNews((topic) => heard.push(topic))
  const elsewhere: (string | null)[] = []
  paul.client.onNews((topic) => elsewhere.push(topic))
  rooms.tell('plan', 'threads')
  rooms.tell('another', 'threads')
  await pass()
  expect([heard, elsewhere]).toEqual([['threads'], ['threads']])
  marie.cut()
  await pass()
  rooms.tell('plan', 'amendments')
  marie.mend()
  await pass(60_000)
  // Once for each line that it tried.
  expect([heard[0], ...new Set(heard.slice(1))]).toEqual(['threads', null])
  expect(elsewhere).toEqual(['threads', 'amendments'])
  marie.end()
  paul.end()
})

it('[S4] who wrote offline and may only read on return is refused, and keeps the words', async () => {
  const { rooms, rows } = setupServer()
  const marie = setupClient(rooms)
  await pass()
  marie.cut()
  marie.type('trop tard')
  marie.access.canWrite = false
  marie.mend()
  await pass(60_000)
  expect(marie.client.state).toEqual({ type: 'refused', code: 'read-only' })
  expect(marie.network.lines.size).toBe(0)
  expect(marie.read()).toBe('trop tard')
  expect(rows).toHaveLength(0)
  marie.end()
})

it.each([
  ['not-your-axis', 'not-your-axis'],
  ['axis-locked', 'axis-locked'],
  ['plan-final', 'plan-final'],
  ['forbidden', 'read-only'],
] as const)('[S4] words that are refused as %s end the client as %s', async (told, code) => {
  const { rooms, rows } = setupServer()
  const marie = setupClient(rooms, { judge: () => told })
  await pass()
  marie.type('interdit')
  await pass(60_000)
  expect(marie.client.state).toEqual({ type: 'refused', code })
  expect(marie.network.lines.size).toBe(0)
  expect(rows).toHaveLength(0)
  marie.end()
})

it.each(['pass', 'refused'] as const)(
  '[S6] what belongs to another history is neither sent nor mixed with the server’s (WebSockets: %s)',
  async (sockets) => {
    const { rooms, rows } = setupServer()
    const paul = setupClient(rooms, { name: 'paul' })
    paul.type('après la restauration')
    await pass()
    const knows = new Y.Doc()
    knows.getText('t').insert(0, 'avant')
    const written = rows.length
    const marie = setupClient(rooms, { knows, lineage: 'zero', unsaved: true, network: { sockets } })
    await pass(5_000)
    expect(marie.client.state).toEqual({ type: 'refused', code: 'replaced' })
    expect(rows).toHaveLength(written)
    expect(marie.read()).toBe('avant')
    expect(new Set(marie.network.said.map(({ type }) => type))).toEqual(
      new Set(['askSaved', 'syncStep1', 'awareness']),
    )
    for (const person of [marie, paul]) person.end()
  },
)

it('[S6] a page that was open while a backup was restored does not bring the old plan back', async () => {
  const { rooms, rows } = setupServer()
  const marie = setupClient(rooms)
  marie.type('avant')
  await pass()
  marie.cut()
  marie.access.lineage = 'two'
  const written = rows.length
  marie.mend()
  await pass(60_000)
  expect(marie.client.state).toEqual({ type: 'refused', code: 'replaced' })
  expect(rows).toHaveLength(written)
  marie.end()
})

it('a server of another version says that the page must be loaded again', async () => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms, { network: { refuseWith: closeCodes.outdated.code } })
  marie.type('inconnu')
  await pass(120_000)
  expect(marie.client.state).toEqual({ type: 'unsupported', unsaved: true })
  expect(marie.network.dialled).toEqual(['socket'])
  marie.end()
})

it('a runtime without any way to a server is said to be unsupported', () => {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const client = createSyncClient({ url: 'memory:', doc, awareness, dials: { socket: null, http: null } })
  expect(client.state).toEqual({ type: 'unsupported', unsaved: false })
  doc.getText('t').insert(0, 'perdu')
  expect(client.state).toEqual({ type: 'unsupported', unsaved: true })
  client.close()
  awareness.destroy()
})

it.each([
  ['refused', 100],
  ['swallowed', 5_000],
] as const)('where WebSockets are %s, HTTP is found within %i ms', async (sockets, ms) => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms, { network: { sockets } })
  const paul = setupClient(rooms, { name: 'paul' })
  await pass(ms)
  expect([marie.client.via, paul.client.via]).toEqual(['http', 'socket'])
  marie.type('bonjour')
  await pass()
  expect(marie.client.state).toEqual({ type: 'saved' })
  expect(paul.read()).toBe('bonjour')
  for (const person of [marie, paul]) person.end()
})

it('[S2] on HTTP, WebSockets are tried again quietly and take over with nothing lost or said twice', async () => {
  const { rooms, gate, release, rows } = setupServer()
  const marie = setupClient(rooms, { network: { sockets: 'refused' } })
  const paul = setupClient(rooms, { name: 'paul' })
  await pass(100)
  // Tried again after 30 s, then 60 s later, and so on up to ten minutes.
  await pass(29_000)
  expect(marie.network.dialled).toEqual(['socket', 'http'])
  await pass(2_000)
  expect(marie.network.dialled).toEqual(['socket', 'http', 'socket'])
  await pass(50_000)
  expect(marie.network.dialled).toHaveLength(3)
  expect(marie.states.filter(({ type }) => type === 'offline')).toEqual([])
  marie.network.sockets = 'pass'
  gate.held = true
  marie.type('à cheval ')
  for (let n = 0; marie.client.via !== 'socket' && n < 100; n += 1) {
    await pass(500)
    marie.type('.')
    paul.type(',')
  }
  expect(marie.client.via).toBe('socket')
  expect(marie.network.lines.size).toBe(1)
  expect(marie.client.state).toEqual({ type: 'saving' })
  release()
  await pass(100)
  expect(marie.client.state).toEqual({ type: 'saved' })
  expect(marie.read()).toBe(paul.read())
  expect(marie.read().match(/à cheval /g)).toHaveLength(1)
  expect(isInLog(marie.doc, rows)).toBe(true)
  expect(marie.states.filter(({ type }) => type === 'offline')).toEqual([])
  for (const person of [marie, paul]) person.end()
})

it('the browser’s word that it is online again is a reason to try WebSockets at once', async () => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms, { network: { sockets: 'refused' } })
  await pass(100)
  expect(marie.client.via).toBe('http')
  marie.network.sockets = 'pass'
  marie.browser.dispatchEvent(new Event('online'))
  await pass()
  expect(marie.client.via).toBe('socket')
  marie.end()
})

it('where a WebSocket worked before, one failure does not lead to HTTP, a second one does', async () => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms)
  await pass()
  marie.network.sockets = 'refused'
  for (const line of marie.network.lines) line.end(1006)
  await pass(200)
  expect(marie.network.dialled).toEqual(['socket', 'socket'])
  await pass(1_000)
  expect(marie.network.dialled).toEqual(['socket', 'socket', 'socket', 'http'])
  expect(marie.client.state).toEqual({ type: 'saved' })
  marie.end()
})

it('[S8] who comes back at once is seen again by the others at once', async () => {
  const { rooms } = setupServer()
  const [marie, paul] = [setupClient(rooms), setupClient(rooms, { name: 'paul' })]
  marie.awareness.setLocalStateField('at', 'axe')
  await pass(100)
  const isSeen = () => paul.awareness.getStates().get(marie.doc.clientID)?.['at'] === 'axe'
  expect(isSeen()).toBe(true)
  marie.cut()
  await pass(60)
  expect(isSeen()).toBe(false)
  marie.mend()
  await pass(2_000)
  expect(isSeen()).toBe(true)
  // Also when the server learns last that the line before has ended.
  marie.network.sockets = 'refused'
  marie.network.delayMs = 20
  for (const line of marie.network.lines) line.end(1006)
  await pass(2_000)
  expect([isSeen(), marie.client.via]).toEqual([true, 'http'])
  marie.network.sockets = 'pass'
  marie.browser.dispatchEvent(new Event('online'))
  await pass(1_000)
  expect([isSeen(), marie.client.via]).toEqual([true, 'socket'])
  for (const person of [marie, paul]) person.end()
})

it('where nothing works it is offline, and both ways are tried again', async () => {
  const { rooms } = setupServer()
  const marie = setupClient(rooms, { network: { sockets: 'refused', http: 'refused' } })
  await pass(10_000)
  expect(marie.client.state.type).toBe('offline')
  const { dialled } = marie.network
  expect(dialled.length).toBeGreaterThan(6)
  expect(dialled).toEqual(dialled.map((_, index) => (index % 2 === 0 ? 'socket' : 'http')))
  marie.network.http = 'pass'
  await pass(20_000)
  expect(marie.client.state).toEqual({ type: 'saved' })
  marie.end()
})

it('[S1] [S2] [S6] three people who type, delete, lose the line, change from one kind to another and return in any order end with one text, all of it saved', async () => {
  const step = fc.record({
    who: fc.nat(2),
    act: fc.constantFrom(
      'type',
      'type',
      'type',
      'delete',
      'cut',
      'mend',
      'break',
      'hold',
      'release',
      'wait',
      'wait',
      'pass',
      'refuse',
      'swallow',
      'online',
    ),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 80 }), async (steps) => {
      const { rooms, rows, gate, release } = setupServer()
      // One on WebSockets, one on a slower network, one where HTTP alone passes.
      const people = [
        setupClient(rooms, { name: 'marie' }),
        setupClient(rooms, { name: 'paul', network: { delayMs: 150 } }),
        setupClient(rooms, { name: 'lea', network: { sockets: 'refused', delayMs: 20 } }),
      ]
      for (const [index, { who, act }] of steps.entries()) {
        const person = people[who]!
        const text = person.doc.getText('t')
        if (act === 'type') text.insert(index % (text.length + 1), `${who}`)
        if (act === 'delete' && text.length > 0) text.delete(index % text.length, 1)
        if (act === 'cut') person.cut()
        if (act === 'mend') person.mend()
        if (act === 'hold') gate.held = true
        if (act === 'release') release()
        if (act === 'wait') await pass(400)
        if (act === 'break') for (const line of person.network.lines) line.end(1006)
        if (act === 'pass') person.network.sockets = 'pass'
        if (act === 'refuse') person.network.sockets = 'refused'
        if (act === 'swallow') person.network.sockets = 'swallowed'
        if (act === 'online') person.browser.dispatchEvent(new Event('online'))
        if (person.client.state.type === 'saved') expect(isInLog(person.doc, rows)).toBe(true)
      }
      release()
      for (const person of people) person.mend()
      const isSettled = () =>
        people.every(({ client, read }) => client.state.type === 'saved' && read() === people[0]!.read())
      // Not a fixed time: the clock of presences is the machine's, so that quiet lines are given up now and then here.
      for (let n = 0; n < 1_000 && !isSettled(); n += 1) await pass(200)
      for (const person of people) {
        expect(person.client.state).toEqual({ type: 'saved' })
        expect(person.read()).toBe(people[0]!.read())
        expect(isInLog(person.doc, rows)).toBe(true)
        person.end()
      }
    }),
    { numRuns: 100, seed: 20261121 },
  )
})

/** Whether the log alone gives everything that this replica holds, deletions included. */
function isInLog(doc: Y.Doc, rows: PlanUpdate[]): boolean {
  const fromLog = new Y.Doc()
  for (const { update } of rows) Y.applyUpdate(fromLog, update)
  const before = Y.encodeSnapshot(Y.snapshot(fromLog))
  Y.applyUpdate(fromLog, Y.encodeStateAsUpdate(doc))
  return Buffer.from(before).equals(Buffer.from(Y.encodeSnapshot(Y.snapshot(fromLog))))
}
