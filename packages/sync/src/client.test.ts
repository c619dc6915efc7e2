import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { createSyncClient, type SyncClient } from './client.ts'
import { closeCodes } from './close-codes.ts'
import { createPlanRooms, type PlanRooms } from './plan-rooms.ts'
import type { PlanUpdate } from './ports.ts'
import type { SaveState } from './save-state.ts'

/* Clients and rooms joined by lines in memory, which a test can cut, hold or refuse; time is fake. */

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function setupServer() {
  const rows: PlanUpdate[] = []
  const gate = { held: false, waiting: [] as (() => void)[] }
  const rooms = createPlanRooms({
    reportError: (error) => {
      throw error
    },
    now: () => Date.now(),
    log: {
      load: () => Promise.resolve({ state: null, updates: rows.map((row) => row.update), seq: rows.length }),
      append: async (updates) => {
        if (gate.held) await new Promise<void>((resolve) => gate.waiting.push(resolve))
        return updates.map((update) => rows.push(update))
      },
      compact: () => Promise.resolve(),
      discard: () => Promise.resolve(),
    },
  })
  const release = (): void => {
    gate.held = false
    for (const resolve of gate.waiting.splice(0)) resolve()
  }
  return { rooms, rows, gate, release }
}

function setupClient(rooms: PlanRooms, options: { name?: string; canWrite?: boolean } = {}) {
  const browser = new EventTarget()
  const network = { isUp: true, lines: new Set<MemorySocket>(), refuseWith: 0 }
  const name = options.name ?? 'marie'
  class MemorySocket extends EventTarget {
    static readonly OPEN = 1
    readyState = 0
    binaryType = 'arraybuffer'
    readonly #session: { receive(frame: Uint8Array): void; leave(): void } | null = null
    constructor() {
      super()
      network.lines.add(this)
      if (!network.isUp) queueMicrotask(() => this.end(1006))
      else if (network.refuseWith > 0) queueMicrotask(() => this.end(network.refuseWith))
      else {
        this.#session = rooms.join('plan', {
          identity: { userId: name, name, colours: ['#0b5c8f'] },
          canWrite: options.canWrite ?? true,
          send: (frame) => queueMicrotask(() => this.deliver(frame)),
          close: ({ code }) => queueMicrotask(() => this.end(code)),
        })
        queueMicrotask(() => {
          if (this.readyState !== 0) return
          this.readyState = 1
          this.dispatchEvent(new Event('open'))
        })
      }
    }
    deliver(frame: Uint8Array): void {
      if (this.readyState === 1)
        this.dispatchEvent(new MessageEvent('message', { data: frame.slice().buffer }))
    }
    send(frame: Uint8Array): void {
      const session = this.#session
      queueMicrotask(() => network.isUp && session?.receive(frame))
    }
    end(code: number): void {
      if (this.readyState === 3) return
      this.readyState = 3
      network.lines.delete(this)
      this.#session?.leave()
      this.dispatchEvent(Object.assign(new Event('close'), { code }))
    }
    close(): void {
      this.end(1000)
    }
  }
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const states: SaveState[] = []
  const client: SyncClient = createSyncClient({
    url: 'memory:',
    doc,
    awareness,
    network: browser,
    webSocket: MemorySocket as unknown as typeof WebSocket,
    random: () => 0.5,
  })
  client.subscribe(() => states.push(client.state))
  const cut = (): void => {
    network.isUp = false
    for (const line of network.lines) line.end(1006)
  }
  const mend = (): void => {
    network.isUp = true
  }
  const type = (text: string): void => doc.getText('t').insert(doc.getText('t').length, text)
  const read = (): string => doc.getText('t').toJSON()
  const end = (): void => {
    client.close()
    awareness.destroy()
  }
  return { client, doc, states, browser, network, cut, mend, type, read, end }
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

it('[S1] [S2] [S6] three people who type, delete, lose the line and return in any order end with one text, all of it saved', async () => {
  const step = fc.record({
    who: fc.nat(2),
    act: fc.constantFrom('type', 'type', 'type', 'delete', 'cut', 'mend', 'hold', 'release', 'wait'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const { rooms, rows, gate, release } = setupServer()
      const people = ['marie', 'paul', 'lea'].map((name) => setupClient(rooms, { name }))
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
        if (person.client.state.type === 'saved') expect(isInLog(person.doc, rows)).toBe(true)
      }
      release()
      for (const person of people) person.mend()
      await pass(120_000)
      for (const person of people) {
        expect(person.client.state).toEqual({ type: 'saved' })
        expect(person.read()).toBe(people[0]!.read())
        expect(isInLog(person.doc, rows)).toBe(true)
        person.end()
      }
    }),
    { numRuns: 60, seed: 20261121 },
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
