import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.ts'
import { setupApp } from '../testing/test-app.ts'

const script = `console.log('${'x'.repeat(5000)}')`

async function setupPages() {
  const webDir = temporaryFolder()
  mkdirSync(join(webDir, 'assets'))
  writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Concerte</title>')
  writeFileSync(join(webDir, 'favicon.svg'), '<svg/>')
  writeFileSync(join(webDir, 'sw.js'), script)
  writeFileSync(join(webDir, 'assets', 'main-abc123.js'), script)
  const { api } = await setupApp({ webDir })
  return api
}

test('every page of the app is the one document, asked for again each time', async () => {
  const api = await setupPages()
  for (const path of ['/', '/installation', '/projets/orleans-tours-2024-2028', '/invitation/a-b_c']) {
    const response = await api.request(path)
    expect(await response.text()).toContain('<title>Concerte</title>')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
  }
})

test('hashed files are kept for a year and travel compressed', async () => {
  const api = await setupPages()
  const plain = await api.request('/assets/main-abc123.js')
  expect(await plain.text()).toBe(script)
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const packed = await api.request('/assets/main-abc123.js', { headers: { 'accept-encoding': 'gzip' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(script)
})

test('the service worker is a script that is asked for again each time, and the pages may run it', async () => {
  const api = await setupPages()
  const response = await api.request('/sw.js')
  expect(await response.text()).toBe(script)
  expect(response.headers.get('content-type')).toMatch(/javascript/)
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(response.headers.get('content-security-policy')).toContain("worker-src 'self'")
})

test('what is not there is not found, and nothing outside the folder is', async () => {
  const api = await setupPages()
  expect((await api.request('/favicon.svg')).status).toBe(200)
  for (const path of [
    '/assets/gone.js',
    '/nothing.svg',
    '/..%2fsecret',
    '/assets/..%2f..%2fetc%2fpasswd',
    '/api/x',
  ]) {
    expect((await api.request(path)).status).toBe(404)
  }
})

test('a server whose pages are not built says what to do', async () => {
  const { api } = await setupApp({ webDir: join(temporaryFolder(), 'missing') })
  const response = await api.request('/projets/x')
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('npm run build')
})

test('the health route tells whether the database answers', async () => {
  const { api, deps } = await setupApp()
  expect((await api.request('/healthz')).status).toBe(200)
  await deps.storage.close()
  expect((await api.request('/healthz')).status).toBe(503)
})
