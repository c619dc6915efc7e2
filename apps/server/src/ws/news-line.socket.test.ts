import { ownNews } from '@concerte/api'
import { createNewsLine } from '@concerte/sync'
import { expect, onTestFinished, test, vi } from 'vitest'

import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { startProxy } from '../testing/proxies.ts'
import { browserFetch, browserSocket, setupServer, setupToken } from '../testing/test-server.ts'
import type { Visitor } from '../testing/visitor.ts'

const patience = { timeout: 15_000 }

async function setupListeners() {
  const server = await setupServer()
  const [admin, reader, stranger] = [server.visit(), server.visit(), server.visit()]
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  const plan = `/api/projects/${projectId}`
  const readerId = await invite(admin, reader, { projectId, role: 'reviewer', name: 'reader' })
  await stranger.send('POST', '/api/session', {})
  const origin = `http://localhost:${server.port}`
  const listen = (by: Visitor, to: string, through = server.port) => {
    const told: (string | null)[] = []
    const line = createNewsLine({
      url: `ws://localhost:${through}/sync/${to}/news`,
      webSocket: browserSocket(origin, by.cookie),
      fetch: browserFetch(origin, by.cookie),
      waits: { firstRetry: 20, lastRetry: 50 },
      onNews: (topic) => told.push(topic),
    })
    onTestFinished(() => line.close())
    return { told, line }
  }
  const comment = (mentions: string[] = []) =>
    admin.send('POST', `${plan}/threads`, {
      subject: { type: 'node', node: 'cover' },
      body: 'Remarque',
      mentions,
    })
  return { server, admin, reader, stranger, readerId, projectId, plan, listen, comment }
}

function heard(told: readonly unknown[], expected: readonly unknown[]): Promise<void> {
  return vi.waitFor(() => expect(told).toEqual(expected), patience)
}

test('whoever listens to a plan hears of each change beside it', async () => {
  const { reader, admin, plan, projectId, listen, comment } = await setupListeners()
  const { told, line } = listen(reader, projectId)
  await heard(told, [null])
  expect(line.isHeard).toBe(true)
  await comment()
  await heard(told, [null, 'threads'])
  await admin.send('POST', `${plan}/invitations`, { role: 'reader', expiresInDays: 7, reusable: true })
  await heard(told, [null, 'threads', 'trail'])
})

test('where WebSockets are refused the same is heard over HTTP', async () => {
  const { server, reader, projectId, listen, comment } = await setupListeners()
  const proxy = await startProxy(server.port, { upgrades: 'refuse', answers: 'pass' })
  const { told } = listen(reader, projectId, proxy.port)
  await heard(told, [null])
  await comment()
  await heard(told, [null, 'threads'])
  expect(proxy.seen.some((request) => request.endsWith('/news/lines'))).toBe(true)
})

test('[S4] a stranger hears nothing of a plan, and who is taken out of it hears no more', async () => {
  const { admin, reader, stranger, readerId, plan, projectId, listen, comment } = await setupListeners()
  const outside = listen(stranger, projectId)
  const { told, line } = listen(reader, projectId)
  await heard(told, [null])
  await admin.send('DELETE', `${plan}/members/${readerId}`)
  await vi.waitFor(() => expect(line.isHeard).toBe(false), patience)
  const before = told.length
  await comment()
  const inside = listen(admin, projectId)
  await heard(inside.told, [null])
  expect(told.slice(before)).toEqual([])
  expect(outside.told).toEqual([])
})

test('what one is told of oneself is heard without a plan, by nobody else', async () => {
  const { admin, reader, stranger, readerId, listen, comment } = await setupListeners()
  const own = listen(reader, ownNews)
  const others = [listen(admin, ownNews), listen(stranger, ownNews)]
  await heard(own.told, [null])
  await heard(others[0]?.told ?? [], [null])
  await comment([readerId])
  await heard(own.told, [null, 'notifications'])
  expect(others.map(({ told }) => told)).toEqual([[null], []])
})
