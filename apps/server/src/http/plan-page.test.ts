import { createdProjectSchema, projectListSchema, type ProjectId } from '@concerte/api'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { setupApp } from '../testing/test-app.ts'

const shell = '<!doctype html><html lang="fr"><head><title>Concerte</title></head><body>the app</body></html>'
const frame =
  '<!doctype html><html lang="fr"><head><title>Concerte</title></head><body><div id="root"></div></body></html>'

/** Stands in for the rendering of the web application: says what it was asked, and how often. */
const renderer = (body = '') => `
let count = 0
export function openPlan(updates) {
  return { add() {}, render }
  function render({ project, rights, user, locale }) {
    ${body}
    count += 1
    const words = [project.title, user.name, rights.scope, locale, updates.length > 0, 'rendering ' + count]
    return { styles: '[data-style="0"]{--axis:#000000}', markup: '<main>' + words.join('|') + '</main>' }
  }
}`

async function setupPages(source: string | null = renderer()) {
  const webDir = temporaryFolder()
  mkdirSync(join(webDir, 'server'))
  writeFileSync(join(webDir, 'index.html'), shell)
  writeFileSync(join(webDir, 'plan.html'), frame)
  if (source !== null) writeFileSync(join(webDir, 'server', 'render-plan.js'), source)
  const app = await setupApp({ webDir })
  const admin = app.visit()
  await setUpAdmin(admin, app.deps.setupToken.value)
  const projectId = await firstProject(admin)
  return { ...app, admin, projectId, path: `/plans/${projectId}` }
}

test('who may read a plan gets a page with the plan in it, for no one else to keep', async () => {
  const { admin, visit, path, projectId } = await setupPages()
  const reader = visit()
  await invite(admin, reader, { projectId, role: 'reader', name: 'lecteur' })
  const response = await reader.send('GET', path)
  const html = await response.text()
  expect(html).toContain('<div id="first"><main>')
  expect(html).toContain('|lecteur|nothing|fr|true|rendering 1</main></div><div id="root" hidden></div>')
  expect(html).toMatch(/<title>.+ · Concerte<\/title>/)
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('its one style element is let in by a nonce of its own, and nothing else is', async () => {
  const { admin, path } = await setupPages()
  const nonces: (string | undefined)[] = []
  for (let time = 0; time < 2; time += 1) {
    const response = await admin.send('GET', path)
    const policy = response.headers.get('content-security-policy') ?? ''
    const nonce = /style-src 'self' 'nonce-([^']+)';/.exec(policy)?.[1]
    expect(await response.text()).toContain(`<style nonce="${nonce}">[data-style="0"]`)
    expect(policy).toContain("script-src 'self';")
    nonces.push(nonce)
  }
  expect(nonces[0]).not.toBe(nonces[1])
})

test('strangers, visitors and plans that are not there get the page of all pages, to the byte', async () => {
  const { admin, visit, path, projectId } = await setupPages()
  const stranger = visit()
  await inviteToAnother(admin, stranger, projectId)
  const answers = [
    await visit().send('GET', path),
    await stranger.send('GET', path),
    await stranger.send('GET', '/plans/no-such-plan'),
    await admin.send('GET', '/plans/no-such-plan'),
    await admin.send('GET', '/plans/not%20an%20id'),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(shell)
  }
})

test('who is no longer a member, or has signed out, gets nothing of a page that was rendered for them', async () => {
  const { admin, visit, path, projectId } = await setupPages()
  const reader = visit()
  const readerId = await invite(admin, reader, { projectId, role: 'reader', name: 'lecteur' })
  expect(await (await reader.send('GET', path)).text()).toContain('id="first"')
  await admin.send('DELETE', `/api/projects/${projectId}/members/${readerId}`)
  expect(await (await reader.send('GET', path)).text()).toBe(shell)
  expect(await (await admin.send('GET', path)).text()).toContain('id="first"')
  await admin.send('DELETE', '/api/session')
  expect(await (await admin.send('GET', path)).text()).toBe(shell)
})

test('a page is rendered once for as long as it would be the same', async () => {
  const { admin, deps, path, projectId } = await setupPages()
  const times = async () => /rendering (\d+)/.exec(await (await admin.send('GET', path)).text())?.[1]
  expect([await times(), await times()]).toEqual(['1', '1'])
  await deps.rooms.edit(projectId, null, (doc) => {
    doc.getMap('project').set('website', 'https://example.org')
  })
  expect(await times()).toBe('2')
})

test('the page speaks the language of the interface', async () => {
  const { admin, path } = await setupPages()
  const headers = { cookie: `${admin.cookie}; concerte.locale=en` }
  const html = await (await admin.send('GET', path, undefined, headers)).text()
  expect(html).toContain('<html lang="en">')
  expect(html).toContain('|en|')
})

test('what the application asks first is in the page, and no words can end the element that holds it', async () => {
  const { admin } = await setupPages()
  const academy = '</script><b>'
  const created = await admin.read(createdProjectSchema, 'POST', '/api/projects', {
    template: 'actions',
    academy,
    period: null,
  })
  const html = await (await admin.send('GET', `/plans/${created.id}`)).text()
  const data = /<script type="application\/json" id="known"[^>]*>(.*?)<\/script>/.exec(html)?.[1] ?? ''
  const known: unknown = JSON.parse(data)
  expect(known).toMatchObject({
    session: { user: { name: 'Admin' } },
    project: { id: created.id, academy, role: 'lead' },
  })
})

test.each([
  ['fails', renderer("throw new Error('no')")],
  ['never ends', renderer('while (true) {}')],
  ['is not built', null],
])('where the rendering %s, the page comes without the words of the plan', async (_what, source) => {
  const { admin, path } = await setupPages(source)
  const html = await (await admin.send('GET', path)).text()
  expect(html).toContain('id="known"')
  expect(html).toContain('<div id="root"></div></body>')
  expect(html).not.toContain('<main>')
})

test('it travels compressed, as the browser takes it', async () => {
  const { admin, path } = await setupPages()
  const get = (encoding: string) => admin.send('GET', path, undefined, { 'accept-encoding': encoding })
  const gzip = await get('gzip, deflate')
  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toContain('id="first"')
  const brotli = await get('gzip, deflate, br, zstd')
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toContain('id="first"')
})

/** An account that takes part in a plan, but not in this one. */
async function inviteToAnother(
  admin: Parameters<typeof invite>[0],
  visitor: Parameters<typeof invite>[1],
  projectId: ProjectId,
): Promise<void> {
  const { projects } = await admin.read(projectListSchema, 'GET', '/api/projects')
  const other = projects.find(({ id }) => id !== projectId)
  if (other === undefined) throw new Error('There is one plan only')
  await invite(admin, visitor, { projectId: other.id, role: 'lead', name: 'etranger' })
}
