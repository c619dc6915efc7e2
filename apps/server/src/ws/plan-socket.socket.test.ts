import { projectListSchema, type Role } from '@concerte/api'
import type { UpdateLog } from '@concerte/sync'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'

import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import {
  browserSocket,
  joinPlan,
  joinPlanAsApp,
  saved,
  setupServer,
  setupToken,
  synced,
  until,
} from '../testing/test-server.ts'
import type { Visitor } from '../testing/visitor.ts'

/** A server with its administrator, and one more person with a role on the first plan. */
async function setupPair(role: Role, changes: Parameters<typeof setupServer>[0] = {}) {
  const server = await setupServer(changes)
  const [admin, other] = [server.visit(), server.visit()]
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  const otherId = await invite(admin, other, { projectId, role, name: 'other' })
  return { server, admin, other, otherId, projectId }
}

/** Words that leads write beside the plan. */
function words(doc: Y.Doc): Y.Text {
  return doc.getText('test')
}

/** A text of the plan, for those who may write nothing beside it. */
function planWords(doc: Y.Doc): Y.XmlText {
  for (const node of doc.getMap('nodes').values()) {
    const title: unknown = node instanceof Y.Map ? node.get('title') : undefined
    let text: unknown = title instanceof Y.XmlFragment ? title.get(0) : undefined
    if (text instanceof Y.XmlElement) text = text.get(0)
    if (text instanceof Y.XmlText) return text
  }
  throw new Error('The plan has no title')
}

function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)))
}

function openSocket(origin: string, url: string, cookie: string): WebSocket {
  const Socket = browserSocket(origin, cookie)
  const socket = new Socket(url)
  onTestFinished(() => socket.close())
  return socket
}

test('two stock y-websocket clients write in one plan and read the same', async () => {
  const { server, admin, other, projectId } = await setupPair('editor')
  const [one, two] = [admin, other].map((visitor) => joinPlan(server, visitor, projectId))
  if (one === undefined || two === undefined) throw new Error('two people')
  await Promise.all([synced(one.provider), synced(two.provider)])
  expect(one.doc.getMap('nodes').size).toBeGreaterThan(10)
  const before = planWords(one.doc).length
  for (let n = 0; n < 20; n += 1) {
    planWords(one.doc).insert(0, 'a')
    planWords(two.doc).insert(planWords(two.doc).length, 'b')
  }
  const isWhole = (doc: Y.Doc) => planWords(doc).length === before + 40
  await Promise.all([until(one.doc, () => isWhole(one.doc)), until(two.doc, () => isWhole(two.doc))])
  expect(planWords(one.doc).toJSON()).toBe(planWords(two.doc).toJSON())
})

test('[S8] others see the name of the session, whatever a client writes', async () => {
  const { server, admin, other, otherId, projectId } = await setupPair('editor')
  const one = joinPlan(server, admin, projectId)
  const two = joinPlan(server, other, projectId)
  two.provider.awareness.setLocalStateField('user', { id: 'admin', name: 'Quelqu’un d’autre' })
  const seen = await new Promise<unknown>((resolve) => {
    one.provider.awareness.on('change', () => {
      const state = one.provider.awareness.getStates().get(two.doc.clientID)
      if (state !== undefined) resolve(state['user'])
    })
  })
  expect(seen).toMatchObject({ id: otherId, name: 'other', color: expect.stringMatching(/^#[0-9a-f]{6}$/) })
})

for (const role of ['reader', 'reviewer'] as const) {
  test(`[S4] what a ${role} writes changes nothing for others nor in the log`, async () => {
    const appended: Uint8Array[] = []
    const wrapLog = (log: UpdateLog): UpdateLog => ({
      ...log,
      append: (updates) => {
        appended.push(...updates.map(({ update }) => update))
        return log.append(updates)
      },
    })
    const { server, admin, other, projectId } = await setupPair(role, { changes: { wrapLog } })
    const one = joinPlan(server, admin, projectId)
    const two = joinPlan(server, other, projectId)
    await Promise.all([synced(one.provider), synced(two.provider)])
    const closed = new Promise((resolve) =>
      two.provider.on('connection-close', (event) => resolve(event?.code)),
    )
    words(two.doc).insert(0, 'intrus')
    expect(await closed).toBe(4403)
    // Everything that the server took before this is in front of it, in one order.
    words(one.doc).insert(0, 'après')
    const three = joinPlan(server, admin, projectId)
    await until(three.doc, () => words(three.doc).length > 0)
    expect(words(three.doc).toJSON()).toBe('après')
    expect(words(one.doc).toJSON()).toBe('après')
    expect(appended).toHaveLength(1)
  })
}

test('[S1] nobody sees an update before it is in the log', async () => {
  const arrived = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const events: string[] = []
  const wrapLog = (log: UpdateLog): UpdateLog => ({
    ...log,
    append: async (updates) => {
      arrived.resolve()
      await gate.promise
      const rows = await log.append(updates)
      events.push('durable')
      return rows
    },
  })
  const { server, admin, other, projectId } = await setupPair('editor', { changes: { wrapLog } })
  const one = joinPlan(server, admin, projectId)
  const two = joinPlan(server, other, projectId)
  await Promise.all([synced(one.provider), synced(two.provider)])
  two.doc.on('update', () => events.push('seen'))
  words(one.doc).insert(0, 'secret')
  await arrived.promise
  // A newcomer waits for the commit, since what is on its way would be in its answer.
  const three = joinPlan(server, admin, projectId)
  await new Promise<void>((resolve) =>
    three.provider.on('status', ({ status }) => status === 'connected' && resolve()),
  )
  expect([words(two.doc).length, words(three.doc).length, events.length]).toEqual([0, 0, 0])
  gate.resolve()
  await until(two.doc, () => words(two.doc).toJSON() === 'secret')
  await until(three.doc, () => words(three.doc).toJSON() === 'secret')
  expect(events).toEqual(['durable', 'seen'])
})

test('what was acknowledged to our own client is there after a restart', async () => {
  const { server, admin, projectId } = await setupPair('editor')
  const { doc, client } = joinPlanAsApp(server, admin, projectId)
  await client.whenLoaded
  words(doc).insert(0, 'gardé')
  await saved(client)
  client.close()
  await server.close()

  const again = await setupServer({ dataDir: server.dataDir })
  expect(again.setupUrl).toBeNull()
  const visitor = again.visit()
  await visitor.send('POST', '/api/session', { email: 'admin@example.fr', password: 'un mot de passe' })
  const fresh = joinPlan(again, visitor, projectId)
  await synced(fresh.provider)
  expect(words(fresh.doc).toJSON()).toBe('gardé')
  expect(fresh.doc.getMap('nodes').size).toBe(doc.getMap('nodes').size)
})

test('a stranger, and someone signed out, are sent away for good', async () => {
  const { server, projectId, admin } = await setupPair('reader')
  const stranger = server.visit()
  const { projects } = await admin.read(projectListSchema, 'GET', '/api/projects')
  const elsewhere = projects.find(({ id }) => id !== projectId)?.id ?? projectId
  await invite(admin, stranger, { projectId: elsewhere, role: 'lead', name: 'stranger' })
  const knock = (visitor: Visitor, id: string) =>
    closeCode(openSocket(server.url, `ws://localhost:${server.port}/sync/${id}`, visitor.cookie))
  expect(await knock(stranger, projectId)).toBe(4403)
  expect(await knock(admin, 'no-such-plan')).toBe(4403)
  expect(await knock(server.visit(), projectId)).toBe(4401)
})

test('a page of another site cannot open a plan with the visitor’s cookie', async () => {
  const { server, admin, projectId } = await setupPair('reader')
  const knock = (origin: string) =>
    new Promise<string>((resolve) => {
      const socket = openSocket(origin, `ws://localhost:${server.port}/sync/${projectId}`, admin.cookie)
      socket.addEventListener('open', () => resolve('open'))
      socket.addEventListener('error', () => resolve('refused'))
    })
  expect(await knock('http://evil.test')).toBe('refused')
  expect(await knock('null')).toBe('refused')
  expect(await knock(server.url)).toBe('open')
})

test('[S5] hostile bytes end their own connection and nothing else', async () => {
  const { server, admin, projectId } = await setupPair('reader')
  const witness = joinPlan(server, admin, projectId)
  await synced(witness.provider)
  const send = (data: string | Uint8Array<ArrayBuffer>) => {
    const socket = openSocket(server.url, `ws://localhost:${server.port}/sync/${projectId}`, admin.cookie)
    socket.addEventListener('open', () => socket.send(data))
    return closeCode(socket)
  }
  expect(await send(new Uint8Array([0, 2, 255, 255, 255]))).toBe(4400)
  expect(await send('text')).toBe(4400)
  expect(await send(new Uint8Array(5_000_000))).toBe(1009)
  expect(witness.provider.wsconnected).toBe(true)
})

test('a member who is removed is sent away, and one whose role changes comes back with it', async () => {
  const { server, admin, other, otherId, projectId } = await setupPair('reader')
  const theirs = joinPlan(server, other, projectId)
  await synced(theirs.provider)
  const codes: (number | undefined)[] = []
  theirs.provider.on('connection-close', (event) => codes.push(event?.code))
  const member = `/api/projects/${projectId}/members/${otherId}`
  const back = new Promise<void>((resolve) => {
    theirs.provider.on('sync', (isSynced: boolean) => isSynced && resolve())
  })
  expect((await admin.send('PUT', member, { role: 'editor' })).status).toBe(204)
  await back
  planWords(theirs.doc).insert(0, 'permis')
  const mine = joinPlan(server, admin, projectId)
  await synced(mine.provider)
  await until(mine.doc, () => planWords(mine.doc).toJSON().startsWith('permis'))
  const closed = new Promise<void>((resolve) => theirs.provider.on('connection-close', () => resolve()))
  expect((await admin.send('DELETE', member)).status).toBe(204)
  await closed
  expect(codes).toEqual([4503, 4403])
  expect(theirs.provider.shouldConnect).toBe(false)
})

test('signing out closes the plans that the session has open', async () => {
  const { server, other, projectId } = await setupPair('editor')
  const theirs = joinPlan(server, other, projectId)
  await synced(theirs.provider)
  const code = new Promise((resolve) =>
    theirs.provider.on('connection-close', (event) => resolve(event?.code)),
  )
  await other.send('DELETE', '/api/session')
  expect(await code).toBe(4401)
})
