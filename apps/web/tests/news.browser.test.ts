import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { launchBrowser, type Person } from './support/browser.ts'
import { openAsAdmin, openAsInvited, orleans, send } from './support/people.ts'
import { startServer, type TestServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Opens a page beside the plan; resolves when it hears of news. */
async function listenAt({ page }: Person, server: TestServer, path: string): Promise<void> {
  const line = page.waitForEvent('websocket', (socket) => socket.url().endsWith('/news'))
  await page.goto(`${server.url}/plans/${orleans}/${path}`)
  await (await line).waitForEvent('framereceived')
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** How often the page asks for something from here on. */
function countAsked(page: Page, path: string): () => number {
  let count = 0
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith(path)) count += 1
  })
  return () => count
}

it('what one does beside the plan shows at once on the pages of the others, which do not ask while nothing happens', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rene = await openAsInvited(browser, server, { by: marie, name: 'René Roy', role: 'reviewer' })
  const plan = `/api/projects/${orleans}`
  const members = (await send(marie, server, { method: 'GET', path: `${plan}/members` })) as {
    members: { userId: string; name: string }[]
  }
  const reneId = members.members.find(({ name }) => name === 'René Roy')?.userId
  await send(marie, server, { method: 'PUT', path: `${plan}/phase`, data: { phase: 'validation' } })
  await send(marie, server, { method: 'PUT', path: `${plan}/approvers`, data: { approvers: [reneId] } })

  await listenAt(marie, server, 'validation')
  const mine = marie.page.getByRole('list', { name: 'Qui approuve' }).getByRole('listitem')
  await mine.getByText('N’a pas encore approuvé').waitFor()
  await listenAt(rene, server, 'validation')
  const asked = countAsked(marie.page, '/validation')
  await rene.page.getByRole('button', { name: 'J’approuve ce texte' }).click()
  await mine.getByText(/A approuvé/).waitFor()
  expect(asked()).toBeLessThan(4)
  expect([...marie.problems, ...rene.problems]).toEqual([])
})
