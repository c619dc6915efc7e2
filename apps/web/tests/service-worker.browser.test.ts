import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import { launchBrowser, openAs } from './support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The browser looks for a new worker when it has the time. */
const patience = { timeout: 20_000 }
const source = fileURLToPath(new URL('../service-worker/service-worker.js', import.meta.url))

/** A site of one page and one script, in the version that it has now; `mode` says how it answers. */
async function startSite() {
  const site = { version: 'v1', mode: 'up' as 'up' | 'down' | 'silent' | 'failing' }
  const server = createServer((request, response) => {
    const { version, mode } = site
    if (mode === 'down') return request.socket.destroy()
    if (mode === 'silent') return
    if (mode === 'failing') return response.writeHead(502).end()
    const files: Record<string, [type: string, body: string]> = {
      '/': ['text/html', `<!doctype html><h1></h1><script src="/assets/${version}.js"></script>`],
      [`/assets/${version}.js`]: [
        'text/javascript',
        `document.querySelector('h1').textContent = '${version}'; navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })`,
      ],
      '/sw.js': [
        'text/javascript',
        `const version = '${version}'\nconst files = ['/', '/assets/${version}.js']\n${readFileSync(source, 'utf8')}`,
      ],
      '/api/x': ['text/plain', version],
    }
    const path = request.url ?? ''
    const [type, body] = files[path] ?? (/^\/[a-z]+$/.test(path) ? files['/']! : ['', ''])
    if (type === '') response.writeHead(404)
    else response.setHeader('content-type', type)
    response.end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { site, url: `http://localhost:${(server.address() as AddressInfo).port}` }
}

it('a new version is there at the next load; without a network the one that is kept whole opens, at any address', async () => {
  const { site, url } = await startSite()
  const { context, page } = await openAs(browser)
  await page.goto(url)
  await expectVersion(page, 'v1')
  await installed(page)
  for (const mode of ['down', 'failing', 'silent'] as const) {
    site.mode = mode
    await page.goto(`${url}/plans`)
    await expectVersion(page, 'v1')
  }
  site.mode = 'up'
  site.version = 'v2'
  const next = await context.newPage()
  await next.goto(url)
  await expectVersion(next, 'v2')
  await expect.poll(() => keptVersions(next), patience).toEqual(['concerte-v1', 'concerte-v2'])
  site.mode = 'down'
  await expect
    .poll(async () => {
      await next.reload()
      return next.locator('h1').textContent()
    }, patience)
    .toBe('v2')
  // The page that is still open in the old version finds its own files.
  expect(await page.evaluate(async () => (await fetch('/assets/v1.js')).ok)).toBe(true)
  site.mode = 'up'
  site.version = 'v3'
  await next.reload()
  await expectVersion(next, 'v3')
  await expect.poll(() => keptVersions(next), patience).toEqual(['concerte-v2', 'concerte-v3'])
})

it('nothing of the interface of programs is ever kept', async () => {
  const { site, url } = await startSite()
  const { page } = await openAs(browser)
  await page.goto(url)
  await installed(page)
  await page.reload()
  const ask = () => page.evaluate(async () => (await fetch('/api/x').catch(() => null))?.text() ?? null)
  expect(await ask()).toBe('v1')
  site.version = 'v2'
  expect(await ask()).toBe('v2')
  site.mode = 'down'
  expect(await ask()).toBe(null)
})

async function expectVersion(page: Page, version: string): Promise<void> {
  await page.getByRole('heading', { name: version, exact: true }).waitFor()
}

function keptVersions(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys())
}

async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}
