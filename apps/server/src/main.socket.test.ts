import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'

import { firstProject, setUpAdmin } from './testing/people.ts'
import { startServerProcess } from './testing/server-process.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { joinPlan, setupServer, setupToken, synced, until } from './testing/test-server.ts'
import { createVisitor } from './testing/visitor.ts'

test('told to stop, the server sends everyone away to come back, keeps their words and ends well', async () => {
  const dataDir = temporaryFolder()
  const server = await startServerProcess(dataDir)
  const visitor = createVisitor(server.url, (request) => fetch(request))
  await setUpAdmin(visitor, setupToken(server))
  const projectId = await firstProject(visitor)
  const one = joinPlan(server, visitor, projectId)
  const two = joinPlan(server, visitor, projectId)
  await Promise.all([synced(one.provider), synced(two.provider)])
  one.doc.getText('test').insert(0, 'au revoir')
  await until(two.doc, () => two.doc.getText('test').length > 0)
  const codes = [one, two].map(
    ({ provider }) =>
      new Promise((resolve) => provider.on('connection-close', (event) => resolve(event?.code))),
  )
  expect(await server.stop()).toEqual({ exitCode: 0, lastWords: '\n  Stopped: everything is saved.\n' })
  expect(await Promise.all(codes)).toEqual([4501, 4501])
  for (const { provider } of [one, two]) provider.destroy()

  const again = await startServerProcess(dataDir)
  expect(again.setupUrl).toBeNull()
  const returned = createVisitor(again.url, (request) => fetch(request))
  await returned.send('POST', '/api/session', { email: 'admin@example.fr', password: 'un mot de passe' })
  const fresh = joinPlan(again, returned, projectId)
  await synced(fresh.provider)
  expect(fresh.doc.getText('test').toJSON()).toBe('au revoir')
})

test('a PDF comes over a real connection', async () => {
  const server = await setupServer()
  const visitor = server.visit()
  await setUpAdmin(visitor, setupToken(server))
  const response = await visitor.send('GET', `/api/projects/${await firstProject(visitor)}/export/pdf`)
  expect(response.status).toBe(200)
  expect((await response.text()).slice(0, 5)).toBe('%PDF-')
})

test('a port that is taken is named', async () => {
  const { port } = await setupServer()
  await expect(setupServer({ environment: { PORT: String(port) } })).rejects.toThrow('PORT: port-in-use')
})

test('a request to upgrade to what the server does not speak is answered, and does not keep it from stopping', async () => {
  const server = await setupServer()
  const socket = connect(server.port, 'localhost')
  onTestFinished(() => {
    socket.destroy()
  })
  socket.write('GET /sync/x HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n')
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1\.1 404 /)
  const rest = text(socket)
  await server.close()
  await rest
})
