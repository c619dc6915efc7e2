import { createdInvitationSchema } from '@concerte/api'
import { closeCodes } from '@concerte/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'

import { firstProject } from './testing/people.ts'
import { runCommand } from './testing/run-command.ts'
import { startServerProcess } from './testing/server-process.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { browserSocket, joinPlan, joinPlanAsApp, saved, setupToken, synced } from './testing/test-server.ts'
import { createVisitor } from './testing/visitor.ts'

const lineSchema = z.looseObject({ time: z.string(), level: z.string(), event: z.string() })

// Several processes one after another, each slow to start where the machine is busy.
vi.setConfig({ testTimeout: 240_000 })

test('no word of a plan, no name, address, password, token or cookie is ever logged, whatever the level', async () => {
  const dataDir = temporaryFolder()
  const metricsToken = 'jeton-des-mesures-zq1'
  const server = await startServerProcess(dataDir, { LOG_LEVEL: 'debug', METRICS_TOKEN: metricsToken })
  const visit = () => createVisitor(server.url, (request) => fetch(request))
  const [lead, reader] = [visit(), visit()]
  const token = setupToken(server)
  const secrets = {
    password: 'mot-de-passe-zq2',
    wrongPassword: 'mauvais-mot-zq3',
    email: 'adresse-zq4@example.fr',
    readerEmail: 'adresse-zq5@example.fr',
    name: 'Personne-zq6',
    words: 'paroles-zq7',
    refusedWords: 'refusées-zq8',
    importedWords: 'importé-zq9',
    versionName: 'version-zq10',
    brokenBody: 'cassé-zq11',
    hostileFrame: 'hostile-zq12',
    presence: 'présence-zq13',
    invented: 'inventé-zq14',
  }
  const { email, password, name } = secrets
  await lead.send('POST', '/api/setup', { token: 'faux-jeton-zq15', name, email, password })
  expect((await lead.send('POST', '/api/setup', { token, name, email, password })).status).toBe(200)
  await visit().send('POST', '/api/session', { email, password: secrets.wrongPassword })
  await visit().send('POST', '/api/session', `{"email":"${email}","password":"${secrets.brokenBody}`)
  await visit().send('GET', `/api/${secrets.invented}?jeton=${secrets.invented}`, undefined, {
    cookie: `concerte.session_token=${secrets.invented}`,
  })
  const projectId = await firstProject(lead)

  const invitation = await lead.read(
    createdInvitationSchema,
    'POST',
    `/api/projects/${projectId}/invitations`,
    {
      role: 'reader',
      expiresInDays: 1,
      reusable: false,
    },
  )
  const invitationToken = new URL(invitation.url).pathname.split('/').at(-1) ?? ''
  await reader.send('GET', `/api/invitations/${invitationToken}`)
  const account = { name, email: secrets.readerEmail, password }
  expect((await reader.send('POST', `/api/invitations/${invitationToken}/accept`, { account })).ok).toBe(true)

  const { doc, client } = joinPlanAsApp(server, lead, projectId)
  await client.whenLoaded
  doc.getText('typed').insert(0, secrets.words)
  await saved(client)
  const offender = joinPlan(server, reader, projectId)
  await synced(offender.provider)
  const sentAway = new Promise((resolve) =>
    offender.provider.once('connection-close', (event) => resolve(event?.code)),
  )
  offender.provider.awareness.setLocalStateField('user', { name: secrets.presence })
  offender.doc.getText('typed').insert(0, secrets.refusedWords)
  expect(await sentAway).toBe(closeCodes.forbidden.code)
  offender.provider.destroy()
  const Hostile = browserSocket(server.url, lead.cookie)
  const hostile = new Hostile(`${server.url.replace('http', 'ws')}/sync/${projectId}`)
  const ended = new Promise<number>((resolve) =>
    hostile.addEventListener('close', ({ code }) => resolve(code)),
  )
  hostile.addEventListener('open', () => hostile.send(Buffer.from(`\u0000\u0002${secrets.hostileFrame}`)))
  expect(await ended).toBe(closeCodes.badMessage.code)

  for (const format of ['json', 'md', 'html', 'pdf']) {
    expect((await lead.send('GET', `/api/projects/${projectId}/export/${format}`)).status).toBe(200)
  }
  await lead.send('POST', '/api/projects/import', secrets.importedWords, { 'content-type': 'text/plain' })
  await lead.send('POST', `/api/projects/${projectId}/versions`, { name: secrets.versionName })
  await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
  const file = join(temporaryFolder(), `${secrets.invented}.sqlite`)
  expect((await runCommand(['backup', file], { DATA_DIR: dataDir })).exitCode).toBe(0)
  expect((await runCommand(['restore', file], { DATA_DIR: dataDir })).exitCode).toBe(0)
  expect((await runCommand(['restore', '/etc/hostname'], { DATA_DIR: dataDir })).exitCode).toBe(1)
  const cookies = [lead, reader].map(({ cookie }) => cookie.split('=').slice(1).join('='))
  await reader.send('DELETE', '/api/session')
  await server.stop()

  const log = server.logged()
  const lines = log
    .trim()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)))
  const events = new Set(lines.map(({ event }) => event))
  for (const event of [
    'started',
    'request',
    'request-refused',
    'refused',
    'sent-away',
    'restored',
    'restore-failed',
    'stopped',
  ]) {
    expect(events).toContain(event)
  }
  expect(lines.find(({ event }) => event === 'refused')).toMatchObject({
    code: 'forbidden',
    projectId,
    userId: expect.any(String),
  })
  const kept = readFileSync(join(dataDir, 'secret'), 'utf8')
  const all = [
    ...Object.values(secrets),
    ...cookies,
    ...cookies.map((cookie) => decodeURIComponent(cookie).split('.')[0] ?? ''),
    kept,
    token,
    invitationToken,
    metricsToken,
    'faux-jeton-zq15',
  ]
  for (const secret of all) {
    expect(secret.length).toBeGreaterThan(8)
    expect(log, secret).not.toContain(secret)
  }
  // Whatever form it took: every secret of this test ends alike.
  expect(log).not.toMatch(/zq\d/)
})
