import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import type { SaveState } from '../client/save-state.ts'
import type { KeptEdit, KeptStore } from './kept-store.ts'
import { createPlanKeeper, keptOrigin } from './plan-keeper.ts'

const projectId = 'p'

/** A device in memory; `isFull` makes every write fail. */
function setupDevice() {
  const device = {
    state: null as { update: Uint8Array; version: number } | null,
    edits: new Map<number, KeptEdit>(),
    isFull: false,
    calls: { addEdit: 0, writeState: 0 },
  }
  let lastKey = 0
  const store: KeptStore = {
    async read() {
      return {
        state: device.state?.update ?? null,
        version: device.state?.version ?? 0,
        lineage: 'l',
        rights: null,
        edits: [...device.edits.values()],
      }
    },
    async addEdit(_id, edit) {
      device.calls.addEdit += 1
      if (device.isFull) throw new Error('full')
      lastKey += 1
      device.edits.set(lastKey, { key: lastKey, ...edit })
      return lastKey
    },
    async editsBeyond(_id, known) {
      return [...device.edits.values()].filter(({ key }) => !known.has(key))
    },
    async writeState(_id, { state }, { version, acknowledged }) {
      device.calls.writeState += 1
      if (device.isFull) throw new Error('full')
      if ((device.state?.version ?? 0) !== version) return null
      device.state = { update: state, version: version + 1 }
      for (const key of acknowledged) device.edits.delete(key)
      return version + 1
    },
  }
  return { device, store }
}

type Device = ReturnType<typeof setupDevice>

/** One page on a device, and a line to a server which the test moves by hand. */
async function openPage({ store }: Device, server: Y.Doc, { cost = 0 } = {}) {
  let time = 0
  const waits: number[] = []
  const kept = await store.read(projectId)
  const doc = new Y.Doc()
  if (kept.state !== null) Y.applyUpdate(doc, kept.state, keptOrigin)
  const listeners = new Set<() => void>()
  const loaded = Promise.withResolvers<void>()
  let timers: (() => void)[] = []
  const client = {
    state: { type: 'connecting', unsaved: false } as SaveState,
    access: { lineage: 'l', rights: '{}' },
    whenLoaded: loaded.promise,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const become = (state: SaveState) => {
    client.state = state
    for (const listener of listeners) listener()
  }
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === server) return
    const { state } = client
    if (state.type === 'saved') become({ type: 'saving' })
    else if (state.type === 'offline' || state.type === 'connecting') become({ ...state, unsaved: true })
  })
  for (const { update } of kept.edits) Y.applyUpdate(doc, update, keptOrigin)
  const keeper = createPlanKeeper({
    projectId,
    doc,
    client,
    store,
    kept,
    about: () => {
      time += cost
      return '{}'
    },
    now: () => time,
    later: (run, ms) => {
      waits.push(ms)
      timers.push(run)
      return () => {
        timers = timers.filter((timer) => timer !== run)
      }
    },
    reportError: () => undefined,
  })
  return {
    doc,
    keeper,
    text: doc.getText('t'),
    /** The least times, in ms, after which it wanted to write. */
    waits,
    become,
    /** Brings both ways everything that the other lacks, as a line does at its beginning. */
    sync() {
      if (client.state.type !== 'saving') become({ type: 'saving' })
      Y.applyUpdate(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)), server)
      loaded.resolve()
      become({ type: 'saved' })
    },
    cut() {
      become({ type: 'offline', unsaved: client.state.type === 'saving' })
    },
    async idle() {
      const due = timers
      timers = []
      for (const run of due) run()
      await settle()
    },
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve()
}

function read(...updates: Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('t').toJSON()
}

it('[S6] a keystroke costs one small put, and the state is written when idle', async () => {
  const device = setupDevice()
  const page = await openPage(device, new Y.Doc())
  page.sync()
  await settle()
  await page.idle()
  expect(device.device.calls).toEqual({ addEdit: 0, writeState: 1 })
  for (const letter of 'abc') {
    page.text.insert(page.text.length, letter)
    page.sync()
    await settle()
  }
  expect(device.device.calls).toEqual({ addEdit: 3, writeState: 1 })
  await page.idle()
  expect(device.device.calls).toEqual({ addEdit: 3, writeState: 2 })
  expect(read(device.device.state!.update)).toBe('abc')
})

it.each([
  { cost: 2, wait: 30_000 },
  { cost: 200, wait: 200_000 },
  { cost: 4000, wait: 300_000 },
])('[S6] a state that takes $cost ms is written again after $wait ms at least', async ({ cost, wait }) => {
  const page = await openPage(setupDevice(), new Y.Doc(), { cost })
  page.sync()
  await settle()
  await page.idle()
  page.text.insert(0, 'a')
  page.sync()
  await settle()
  expect(page.waits.at(-1)).toBe(wait)
})

it('[S6] edits leave the device only with a state that holds them, once the server has them', async () => {
  const device = setupDevice()
  const server = new Y.Doc()
  const page = await openPage(device, server)
  page.sync()
  await settle()
  await page.idle()
  page.cut()
  page.text.insert(0, 'hors ligne')
  await settle()
  await page.idle()
  await page.keeper.flush()
  expect(device.device.edits.size).toBe(1)
  expect(read(device.device.state!.update)).toBe('')
  page.sync()
  await settle()
  expect(device.device.edits.size).toBe(1)
  await page.idle()
  expect(device.device.edits.size).toBe(0)
  expect(read(device.device.state!.update)).toBe('hors ligne')
})

it('[S6] a page closed offline and opened again has its words, and brings them to the server', async () => {
  const device = setupDevice()
  const server = new Y.Doc()
  const first = await openPage(device, server)
  first.sync()
  await settle()
  await first.idle()
  first.cut()
  first.text.insert(0, 'le soir')
  await settle()
  first.keeper.close()
  const second = await openPage(device, server)
  expect(second.text.toJSON()).toBe('le soir')
  expect(second.keeper.hasUnsent).toBe(true)
  second.sync()
  expect(server.getText('t').toJSON()).toBe('le soir')
  await settle()
  await second.idle()
  expect(second.keeper.hasUnsent).toBe(false)
  expect(device.device.edits.size).toBe(0)
})

it('what could not be kept is never called kept, until a whole state is', async () => {
  const device = setupDevice()
  const page = await openPage(device, new Y.Doc())
  page.sync()
  await settle()
  await page.idle()
  device.device.isFull = true
  page.cut()
  page.text.insert(0, 'a')
  expect(page.keeper.state).toBe('keeping')
  await settle()
  expect(page.keeper.state).toBe('failing')
  device.device.isFull = false
  page.text.insert(1, 'b')
  await settle()
  expect(page.keeper.state).toBe('failing')
  page.sync()
  await settle()
  await page.idle()
  expect(page.keeper.state).toBe('kept')
  expect(read(device.device.state!.update)).toBe('ab')
})

it('[S6] a page that comes back brings what another page of the same device left behind', async () => {
  const device = setupDevice()
  const server = new Y.Doc()
  const [stays, goes] = [await openPage(device, server), await openPage(device, server)]
  for (const page of [stays, goes]) {
    page.sync()
    await settle()
    await page.idle()
    page.cut()
  }
  goes.text.insert(0, 'laissé')
  await settle()
  goes.keeper.close()
  stays.sync()
  await settle()
  await stays.idle()
  await stays.idle()
  expect(stays.text.toJSON()).toBe('laissé')
  stays.sync()
  expect(server.getText('t').toJSON()).toBe('laissé')
})

it('[S6] a state written by one page never loses what another page of the device had written', async () => {
  const device = setupDevice()
  const [first, second] = [await openPage(device, new Y.Doc()), await openPage(device, new Y.Doc())]
  first.sync()
  second.sync()
  first.text.insert(0, 'un')
  first.sync()
  await settle()
  await first.idle()
  second.text.insert(0, 'deux')
  second.sync()
  await settle()
  await second.idle()
  expect(read(device.device.state!.update)).toBe('un')
  second.sync()
  await settle()
  await second.idle()
  expect(read(device.device.state!.update)).toMatch(/^(undeux|deuxun)$/)
})

it('[S6] nothing is lost or doubled whatever pages do: type, fall offline, crash, write, come back', async () => {
  const steps = fc.array(
    fc.tuple(fc.nat(1), fc.constantFrom('type', 'type', 'erase', 'sync', 'cut', 'idle', 'crash', 'other')),
    { minLength: 5, maxLength: 60 },
  )
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const device = setupDevice()
      const server = new Y.Doc()
      const elsewhere = new Y.Doc()
      const pages = [await openPage(device, server), await openPage(device, server)]
      const typed: string[] = []
      let letters = 0
      for (const [index, step] of steps) {
        const page = pages[index]!
        const letter = `<${letters}>`
        switch (step) {
          case 'type':
            page.text.insert(page.text.length, letter)
            typed.push(letter)
            letters += 1
            break
          case 'erase':
            if (page.text.length > 0) page.text.insert(0, '.')
            break
          case 'sync':
            page.sync()
            break
          case 'cut':
            page.cut()
            break
          case 'idle':
            await page.idle()
            break
          case 'crash':
            await settle()
            // Nothing is flushed: the process ended.
            page.keeper.close = () => undefined
            void page.keeper.stop()
            pages[index] = await openPage(device, server)
            break
          case 'other':
            Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(server))
            elsewhere.getText('t').insert(0, '!')
            Y.applyUpdate(server, Y.encodeStateAsUpdate(elsewhere))
            break
        }
        await settle()
        const onDevice = [
          device.device.state?.update ?? [],
          ...[...device.device.edits.values()].map(({ update }) => update),
        ]
        const all = read(
          Y.encodeStateAsUpdate(server),
          ...onDevice.filter((update) => update instanceof Uint8Array),
        )
        for (const letter of typed) expect(all.split(letter)).toHaveLength(2)
        // The state never holds what the server lacks.
        if (device.device.state !== null)
          expect(read(Y.encodeStateAsUpdate(server), device.device.state.update)).toBe(
            server.getText('t').toJSON(),
          )
      }
      // In the end, whoever opens the plan on this device brings everything.
      const last = await openPage(device, server)
      last.sync()
      for (const letter of typed) expect(server.getText('t').toJSON().split(letter)).toHaveLength(2)
    }),
    { numRuns: 150, seed: 20_261_122 },
  )
})
