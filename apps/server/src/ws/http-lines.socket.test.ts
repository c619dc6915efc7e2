import { projectListSchema, sessionSchema } from '@concerte/api'
import { closeCodeHeader } from '@concerte/sync'
import { expect, test } from 'vitest'

import { askSaved, forge, openHttpLine } from '../testing/http-line-client.ts'
import { firstProject, invite, password, setUpAdmin } from '../testing/people.ts'
import { startProxy } from '../testing/proxies.ts'
import { joinPlanAsApp, saved, setupServer, setupToken, untilTold } from '../testing/test-server.ts'
import { refusalCode } from '../testing/visitor.ts'
import { usualTiming } from './line-timing.ts'

async function setupPlan() {
  const server = await setupServer()
  const admin = server.visit()
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  return { server, admin, projectId, lines: `/sync/${projectId}/lines` }
}

/** Why a request was refused, as HTTP and as a WebSocket would say it. */
async function refusalOf(response: Response) {
  return {
    status: response.status,
    close: response.headers.get(closeCodeHeader),
    code: await refusalCode(response),
  }
}

test('strangers and those who are not signed in get no line', async () => {
  const { server, admin, projectId, lines } = await setupPlan()
  expect(await refusalOf(await server.visit().send('POST', lines))).toEqual({
    status: 401,
    close: '4401',
    code: 'not-signed-in',
  })
  const stranger = server.visit()
  const { projects } = await admin.read(projectListSchema, 'GET', '/api/projects')
  const elsewhere = projects.find(({ id }) => id !== projectId)!.id
  await invite(admin, stranger, { projectId: elsewhere, role: 'lead', name: 'stranger' })
  const forbidden = { status: 403, close: '4403', code: 'forbidden' }
  expect(await refusalOf(await stranger.send('POST', lines))).toEqual(forbidden)
  expect(await refusalOf(await admin.send('POST', '/sync/no-such-plan/lines'))).toEqual(forbidden)
})

test('a page of another site can neither open a line nor speak on one', async () => {
  const { admin, projectId, lines } = await setupPlan()
  const line = await openHttpLine(admin, projectId)
  const evil = { origin: 'http://evil.test' }
  for (const [method, path] of [
    ['POST', lines],
    ['POST', `${line.path}/send?n=1`],
    ['DELETE', line.path],
  ] as const) {
    expect(await refusalOf(await admin.send(method, path, undefined, evil))).toEqual({
      status: 403,
      close: null,
      code: 'wrong-origin',
    })
  }
})

test('a line is its session’s alone: neither another person nor another session of the same one may use it', async () => {
  const { server, admin, projectId } = await setupPlan()
  const [other, elsewhere] = [server.visit(), server.visit()]
  await invite(admin, other, { projectId, role: 'lead', name: 'other' })
  await elsewhere.read(sessionSchema, 'POST', '/api/session', { email: 'admin@example.fr', password })
  const line = await openHttpLine(admin, projectId)
  for (const visitor of [other, elsewhere]) {
    for (const [method, way] of [
      ['GET', '/poll?n=1'],
      ['GET', '/stream'],
      ['POST', '/send?n=1'],
      ['DELETE', ''],
    ] as const) {
      const response = await visitor.send(method, line.path + way)
      expect([method, way, response.status]).toEqual([method, way, 404])
    }
  }
  const plan = projectId === 'x' ? 'y' : 'x'
  expect((await admin.send('GET', `${line.path.replace(projectId, plan)}/poll?n=1`)).status).toBe(404)
  expect((await line.send([askSaved])).status).toBe(204)
  const access = await line.hear(([type, kind]) => type === 100 && kind === 3)
  expect(access[2]).toBe(1)
})

test('signing out ends the session’s lines', async () => {
  const { admin, projectId } = await setupPlan()
  const line = await openHttpLine(admin, projectId)
  const cookie = admin.cookie
  const bytes = (await admin.send('GET', `${line.path}/stream`)).arrayBuffer()
  await admin.send('DELETE', '/api/session')
  // 4401 as a varUint.
  expect([...new Uint8Array(await bytes)].slice(-4)).toEqual([100, 4, 0xb1, 0x22])
  const late = await admin.send('GET', `${line.path}/poll?n=99`, undefined, { cookie })
  expect(await refusalOf(late)).toMatchObject({ status: 401, close: '4401' })
})

test('[S5] hostile bytes over HTTP end their own line and nothing else', async () => {
  const { server, admin, projectId } = await setupPlan()
  const { doc, client } = joinPlanAsApp(server, admin, projectId)
  await saved(client)
  const badMessage = { status: 400, close: '4400', code: 'invalid-request' }
  const broken = [
    Uint8Array.from([1, 2, 3]),
    // A masked frame, one that is cut, one that says it has 2^62 bytes, one that is no message.
    Uint8Array.from([0x82, 0x81, 0, 0, 0, 0, 0]),
    Uint8Array.from([0x82, 5, 0]),
    Uint8Array.from([0x82, 127, 0x40, 0, 0, 0, 0, 0, 0, 0]),
    Uint8Array.from([0x82, 2, 99, 99]),
    new Uint8Array(5_000_000),
  ]
  for (const body of broken) {
    const line = await openHttpLine(admin, projectId)
    await line.poll()
    const response = await admin.send('POST', `${line.path}/send?n=1`, body)
    expect(await refusalOf(response)).toEqual(badMessage)
  }
  const line = await openHttpLine(admin, projectId)
  expect(await refusalOf(await line.send([askSaved], 7))).toMatchObject({ status: 404, close: '4500' })
  const numbered = await openHttpLine(admin, projectId)
  expect(await refusalOf(await admin.send('GET', `${numbered.path}/poll?n=-1`))).toEqual(badMessage)
  doc.getText('test').insert(0, 'toujours là')
  await saved(client)
  expect(client.via).toBe('socket')
})

test('[S7] one session has twenty lines at most, and those that are over do not count', async () => {
  const { admin, projectId, lines } = await setupPlan()
  const opened = await Promise.all(Array.from({ length: 20 }, () => openHttpLine(admin, projectId)))
  expect(await refusalOf(await admin.send('POST', lines))).toEqual({
    status: 429,
    close: '4504',
    code: 'too-many-attempts',
  })
  expect((await admin.send('DELETE', opened[0]!.path)).status).toBe(204)
  expect((await admin.send('POST', lines)).status).toBe(201)
})

test('[S4] what a reader writes over HTTP changes nothing, and they are told why', async () => {
  const { server, admin, projectId } = await setupPlan()
  const reader = server.visit()
  await invite(admin, reader, { projectId, role: 'reader', name: 'reader' })
  const { doc, client } = joinPlanAsApp(server, admin, projectId)
  await saved(client)
  const line = await openHttpLine(reader, projectId)
  expect(await forge(line)).toMatch(/^(forbidden|phase)$/)
  expect(await refusalOf(await line.send([]))).toMatchObject({ close: '4403' })
  doc.getText('test').insert(0, 'après')
  await saved(client)
  expect(doc.getText('test').toJSON()).toBe('après')
})

test('a member who is removed is sent away from a line over HTTP, one whose role changes comes back with it', async () => {
  const { server, admin, projectId } = await setupPlan()
  const other = server.visit()
  const otherId = await invite(admin, other, { projectId, role: 'reader', name: 'other' })
  const proxy = await startProxy(server.port, { upgrades: 'refuse', answers: 'pass' })
  const { client } = joinPlanAsApp(server, other, projectId, { through: proxy.port })
  const state = (type: string) => untilTold(client, () => client.state.type === type)
  await state('readOnly')
  const member = `/api/projects/${projectId}/members/${otherId}`
  expect((await admin.send('PUT', member, { role: 'lead' })).status).toBe(204)
  await state('saved')
  expect([client.via, client.access?.canWrite]).toEqual(['http', true])
  expect((await admin.send('DELETE', member)).status).toBe(204)
  await state('refused')
  expect(client.state).toEqual({ type: 'refused', code: 'forbidden' })
})

test('[S8] who leaves a line over HTTP without a word is gone for the others', async () => {
  const server = await setupServer({ changes: { timing: { ...usualTiming, idleMs: 3_000 } } })
  const admin = server.visit()
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  const { awareness, client } = joinPlanAsApp(server, admin, projectId)
  await saved(client)
  const line = await openHttpLine(admin, projectId)
  // The presence of client 7, clock 1.
  const state = new TextEncoder().encode('{"at":"x"}')
  const present = new Promise<void>((resolve) => {
    awareness.on('change', ({ added }: { added: number[] }) => added.includes(7) && resolve())
  })
  const gone = new Promise<void>((resolve) => {
    awareness.on('change', ({ removed }: { removed: number[] }) => removed.includes(7) && resolve())
  })
  await line.send([Uint8Array.from([1, state.byteLength + 4, 1, 7, 1, state.byteLength, ...state])])
  await present
  await gone
  expect((await admin.send('GET', `${line.path}/stream`)).headers.get(closeCodeHeader)).toBe('4500')
})

test('a server that stops tells a line over HTTP to come back', async () => {
  const { server, admin, projectId } = await setupPlan()
  const line = await openHttpLine(admin, projectId)
  const response = await admin.send('GET', `${line.path}/stream`)
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  const bytes = response.arrayBuffer()
  await server.close()
  // 4501 as a varUint.
  expect([...new Uint8Array(await bytes)].slice(-4)).toEqual([100, 4, 0x95, 0x23])
})
