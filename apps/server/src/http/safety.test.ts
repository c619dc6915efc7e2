import { expect, test } from 'vitest'

import { ApiError } from '../api-error.ts'
import { password, setUpAdmin } from '../testing/people.ts'
import { setupApp, testOrigin } from '../testing/test-app.ts'
import { refusalCode } from '../testing/visitor.ts'
import { clientAddress } from './client-address.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { createApi } from './api.ts'

const credentials = { email: 'admin@example.fr', password }

test('what changes something needs the Origin of the site when it carries a cookie', async () => {
  const { api, deps, visit } = await setupApp()
  const visitor = visit()
  await setUpAdmin(visitor, deps.setupToken.value)
  const send = (headers: Record<string, string>) =>
    api.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(credentials),
    })
  expect((await send({ origin: testOrigin, cookie: visitor.cookie })).status).toBe(200)
  expect(await refusalCode(await send({ origin: 'http://evil.test', cookie: visitor.cookie }))).toBe(
    'wrong-origin',
  )
  expect(await refusalCode(await send({ origin: 'http://evil.test' }))).toBe('wrong-origin')
  expect(await refusalCode(await send({ origin: 'null' }))).toBe('wrong-origin')
  expect(await refusalCode(await send({ cookie: visitor.cookie }))).toBe('wrong-origin')
  // A program without a session can do nothing in anyone's name.
  expect((await send({})).status).toBe(200)
})

test('every answer carries the security headers, refusals and pages too', async () => {
  const { api } = await setupApp()
  for (const path of ['/', '/api/session', '/api/nothing', '/healthz', '/assets/missing.js']) {
    const { headers } = await api.request(path)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toBeNull()
  }
  expect((await api.request('/api/session')).headers.get('cache-control')).toBe('private, no-store')
})

test('a site on https says that it always is', async () => {
  const api = createApi()
  api.use('*', securityHeaders(true))
  api.get('/', (c) => c.text('here'))
  expect((await api.request('/')).headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
})

test('refusals speak the language of the request, French unless it is English', async () => {
  const { api } = await setupApp()
  const message = async (language?: string) => {
    const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language }
    return (await api.request('/api/projects', { headers })).text()
  }
  expect(await message()).toContain('Vous n’êtes pas connecté')
  expect(await message('de')).toContain('Vous n’êtes pas connecté')
  expect(await message('de;q=1, en-GB;q=0.8, fr;q=0.5')).toContain('You are not signed in')
})

test('a request that is wrong is told where', async () => {
  const { visit } = await setupApp()
  const response = await visit().send('POST', '/api/session', { email: 'no address' })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    error: { code: 'invalid-request', fields: [{ path: 'email' }, { path: 'password' }] },
  })
  expect(await refusalCode(await visit().send('POST', '/api/session', '{"not json'))).toBe('invalid-request')
  expect(await refusalCode(await visit().send('POST', '/api/session', `"${'x'.repeat(70_000)}"`))).toBe(
    'invalid-request',
  )
})

test('what was not foreseen is logged whole and answered by a reference alone', async () => {
  const { api, logged } = await setupApp()
  api.get('/api/broken', () => {
    throw new Error('secret detail', { cause: new ApiError('not-found') })
  })
  const response = await api.request('/api/broken')
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).not.toContain('secret')
  const line = logged.map((line) => JSON.parse(line)).find(({ event }) => event === 'request-failed')
  expect(line.error.message).toBe('secret detail')
  expect(text).toContain(line.requestId)
})

test('the log names routes, never the secrets in their paths', async () => {
  const { logged, visit } = await setupApp()
  await visit().send('GET', '/api/invitations/the-secret-token')
  expect(logged.join('')).toContain('/api/invitations/:token')
  expect(logged.join('')).not.toContain('the-secret-token')
})

test.each([
  ['no proxy is trusted', 0, '1.2.3.4', '9.9.9.9', '1.2.3.4'],
  ['one proxy appends what it saw', 1, '127.0.0.1', '6.6.6.6, 9.9.9.9', '9.9.9.9'],
  ['two proxies', 2, '127.0.0.1', '6.6.6.6, 9.9.9.9, 10.0.0.1', '9.9.9.9'],
  ['a proxy that appends nothing', 1, '127.0.0.1', undefined, '127.0.0.1'],
])('the address of a client: %s', (_case, proxies, socket, forwarded, expected) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(expected)
})
