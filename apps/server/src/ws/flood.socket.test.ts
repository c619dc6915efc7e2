import { expect, test } from 'vitest'

import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { frame, handshake, openRawSocket, openTcp } from '../testing/raw-socket.ts'
import { startServerProcess } from '../testing/server-process.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { joinPlan, setupServer, setupToken, synced } from '../testing/test-server.ts'
import { createVisitor } from '../testing/visitor.ts'

test('[S5] [S7] ten thousand handshakes from one address end, someone else gets in meanwhile, and the memory comes back', async () => {
  const server = await startServerProcess(temporaryFolder(), {
    TRUST_PROXY: '1',
    HANDSHAKES_PER_SECOND: '20',
    METRICS_TOKEN: 'a token for the figures',
  })
  const visit = () => createVisitor(server.url, (request) => fetch(request))
  const [admin, other] = [visit(), visit()]
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  await invite(admin, other, { projectId, role: 'editor', name: 'other' })

  const statuses = new Map<string, number>()
  const knock = async (from: string): Promise<string> => {
    const raw = await openTcp(
      server.port,
      handshake(server, { cookie: '' }, projectId, { 'X-Forwarded-For': from }),
    )
    // Who is let in without a session is sent away with a code; who is not is told when to come back.
    raw.tcp.end(frame(new Uint8Array(0), { opcode: 8 }))
    await raw.gone
    const answer = raw.received().toString('latin1')
    if (answer.includes(' 429 ')) expect(answer).toMatch(/\r\nretry-after: \d+\r\n/i)
    return /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'nothing'
  }
  const memory = async (): Promise<number> => {
    const headers = { authorization: 'Bearer a token for the figures' }
    const text = await (await fetch(`${server.url}/metrics`, { headers })).text()
    return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 1024 / 1024
  }
  const attempts = async (total: number): Promise<void> => {
    let left = total
    const one = async (): Promise<void> => {
      for (; left > 0;) {
        left -= 1
        const status = await knock('203.0.113.7')
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
    await Promise.all(Array.from({ length: 300 }, one))
  }

  // What the first handshakes cost stays: code that is compiled, buffers that are kept.
  await attempts(2_000)
  const before = await memory()
  const flood = attempts(8_000)
  const inside = await openRawSocket(server, other, projectId, { 'X-Forwarded-For': '198.51.100.4' })
  expect(inside.received().toString('latin1')).toMatch(/^HTTP\/1\.1 101 /)
  await flood
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(10_000)
  expect(statuses.get('429')).toBeGreaterThan(5_000)
  expect([...statuses.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['101', '429'])
  expect((await memory()) - before).toBeLessThan(60)
  expect(inside.tcp.closed).toBe(false)
})

test('[S7] one session opens a hundred lines and no more, and another as soon as one has gone', async () => {
  const server = await setupServer()
  const admin = server.visit()
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  const open = () => openRawSocket(server, admin, projectId)
  const lines = []
  for (let index = 0; index < 100; index += 1) lines.push(await open())
  const refused = await open()
  expect(refused.received().toString('latin1')).toMatch(/^HTTP\/1\.1 429 /)
  lines[0]?.tcp.resetAndDestroy()
  for (;;) {
    const next = await open()
    if (next.received().toString('latin1').startsWith('HTTP/1.1 101 ')) break
  }
})

test('[S7] a stock client that is refused a handshake comes in when there is room', async () => {
  const server = await setupServer({ environment: { SOCKETS_PER_ADDRESS: '1' } })
  const admin = server.visit()
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  const first = await openRawSocket(server, admin, projectId)
  const { provider } = joinPlan(server, admin, projectId)
  await new Promise<void>((resolve) => provider.once('connection-error', () => resolve()))
  expect(provider.wsconnected).toBe(false)
  first.tcp.resetAndDestroy()
  await synced(provider)
  expect(provider.shouldConnect).toBe(true)
})

test('[S7] twenty people who move three hundred times at once are told to each other in few frames', async () => {
  const server = await setupServer()
  const admin = server.visit()
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  const people = Array.from({ length: 20 }, () => joinPlan(server, admin, projectId))
  await Promise.all(people.map(({ provider }) => synced(provider)))
  const frames = people.map(({ provider }) => {
    const counted = { presences: 0 }
    provider.ws?.addEventListener('message', ({ data }: { data: unknown }) => {
      if (data instanceof ArrayBuffer && new Uint8Array(data)[0] === 1) counted.presences += 1
    })
    return counted
  })
  const begun = performance.now()
  for (let move = 0; move < 300; move += 1) {
    for (const { provider } of people) provider.awareness.setLocalStateField('at', move)
  }
  const seesAll = (awareness: (typeof people)[number]['provider']['awareness']): boolean =>
    people.every(({ doc }) => awareness.getStates().get(doc.clientID)?.['at'] === 299)
  await Promise.all(
    people.map(
      ({ provider: { awareness } }) =>
        new Promise<void>((resolve) => {
          const look = () => seesAll(awareness) && resolve()
          awareness.on('change', look)
          look()
        }),
    ),
  )
  // Twenty a second at most, and one that was under way; 6,000 were sent to each before they were gathered.
  const most = Math.ceil((performance.now() - begun) / 50) + 2
  for (const { presences } of frames) expect(presences).toBeLessThanOrEqual(most)
  expect(frames.reduce((sum, { presences }) => sum + presences, 0)).toBeGreaterThan(0)
})
