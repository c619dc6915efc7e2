import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { ProjectId } from '@concerte/api'
import { expect, onTestFinished, test, vi } from 'vitest'
import type * as Y from 'yjs'

import { firstProject, setUpAdmin } from './testing/people.ts'
import { startServerProcess, type ServerProcess } from './testing/server-process.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { joinPlan, joinPlanAsApp, saved, setupToken, synced } from './testing/test-server.ts'
import { createVisitor, type Visitor } from './testing/visitor.ts'

// Several processes one after another, each slow to start where the machine is busy.
vi.setConfig({ testTimeout: 240_000 })

async function setup() {
  const dataDir = temporaryFolder()
  const server = await startServerProcess(dataDir)
  const visitor = createVisitor(server.url, (request) => fetch(request))
  await setUpAdmin(visitor, setupToken(server))
  return { dataDir, server, visitor, projectId: await firstProject(visitor) }
}

test('[S2] [S6] the server is stopped and started while people type: they come back by themselves, without a word lost or doubled', async () => {
  const { dataDir, server, visitor, projectId } = await setup()
  const people = ['a', 'b'].map((name) => {
    const { doc, client } = joinPlanAsApp(server, visitor, projectId)
    return { name, doc, client }
  })
  await Promise.all(people.map(({ client }) => client.whenLoaded))
  const enough = new AbortController()
  const typing = people.map(async ({ name, doc }) => {
    let count = 0
    for (; !enough.signal.aborted; count += 1) {
      words(doc, name).insert(words(doc, name).length, letter(count))
      await delay(3)
    }
    return count
  })

  let running: ServerProcess = server
  for (let round = 0; round < 2; round += 1) {
    await delay(200)
    // Told twice, as npm and terminals do: it stops in order all the same.
    expect((await running.stop(2)).exitCode).toBe(0)
    running = await startServerProcess(dataDir, { PORT: String(server.port) })
    await Promise.all(people.map(({ client }) => saved(client)))
  }
  enough.abort()
  const counts = await Promise.all(typing)
  await Promise.all(people.map(({ client }) => saved(client)))
  expect(Math.min(...counts)).toBeGreaterThan(10)
  const found = await read(running, visitor, projectId)
  people.forEach(({ name }, index) => {
    expect(words(found, name).toJSON()).toBe(
      Array.from({ length: counts[index] ?? 0 }, (_, n) => letter(n)).join(''),
    )
  })
})

test('neither a request that never ends nor a silent connection keeps the server from ending well', async () => {
  const { server } = await setup()
  const half = [
    'GET / HTTP/1.1\r\nHost: x\r\n',
    'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{',
    '',
  ]
  await Promise.all(
    half.map(async (bytes) => {
      const socket = connect(server.port, 'localhost')
      socket.on('error', () => undefined)
      onTestFinished(() => void socket.destroy())
      await new Promise<void>((resolve) => socket.once('connect', resolve))
      socket.write(bytes)
    }),
  )
  expect((await server.stop()).exitCode).toBe(0)
})

test('the figures of a running server tell of its rooms, commits and requests', async () => {
  const { server, visitor, projectId } = await setup()
  const { doc, client } = joinPlanAsApp(server, visitor, projectId)
  await client.whenLoaded
  words(doc, 'a').insert(0, 'compté')
  await saved(client)
  const text = await (await fetch(`${server.url}/metrics`)).text()
  expect(text).toMatch(/^concerte_rooms 1$/m)
  expect(text).toMatch(/^concerte_connections 1$/m)
  expect(text).toMatch(/^concerte_updates_total [1-9]/m)
  expect(text).toMatch(/^concerte_commit_seconds_count [1-9]/m)
  expect(text).toMatch(/^concerte_http_requests_total\{method="POST",route="\/api\/setup",status="200"\} 1$/m)
  expect((await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(
    404,
  )
})

async function read(server: ServerProcess, visitor: Visitor, projectId: ProjectId): Promise<Y.Doc> {
  const { doc, provider } = joinPlan(server, visitor, projectId)
  await synced(provider)
  return doc
}

function words(doc: Y.Doc, name: string): Y.Text {
  return doc.getText(`typed by ${name}`)
}

function letter(index: number): string {
  return 'abcdefghijklmnopqrstuvwxyz '[index % 27] ?? ' '
}
