import { gzipSync } from 'node:zlib'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import { launchBrowser, openAs } from './support/browser.ts'
import { openAsAdmin, openAsInvited, orleans } from './support/people.ts'
import { expectText, waitSaved } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The first keystroke may cost no more than this, in bytes of scripts packed by gzip. */
const scriptLimit = 350_000

async function setupPlan() {
  const server = await startServer()
  const admin = await openAsAdmin(browser, server)
  const address = `${server.url}/plans/${orleans}`
  // The thread that renders takes its time to start; then the page comes with its words.
  await expect
    .poll(async () => (await admin.context.request.get(address)).text(), { timeout: 30_000 })
    .toContain('id="first"')
  return { server, admin, address }
}

it('a plan is readable, in its colours, where no script runs', async () => {
  const { admin, address } = await setupPlan()
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await admin.context.storageState(),
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  await page.goto(address)
  await page.getByRole('heading', { level: 1, name: 'Projet académique' }).waitFor()
  const axes = page.getByRole('main').getByRole('heading', { level: 2 })
  await axes.filter({ hasText: 'Progresser' }).waitFor()
  // The last words of the plan, far down, are there too.
  expect(await page.getByRole('main').textContent()).toMatch(/évènements avec les parents organisés/)
  expect(await page.locator('[data-style]').count()).toBeGreaterThan(4)
  expect(refused).toEqual([])
})

it.each([
  { width: 1360, height: 860 },
  { width: 390, height: 800 },
])(
  'when the live page takes over at $width px nothing moves, and one stays where one had scrolled to',
  async (size) => {
    const { server, admin, address } = await setupPlan()
    const { page, problems } = await openAsInvited(browser, server, {
      by: admin,
      name: 'Lucie Petit',
      role: 'lead',
      open: size,
    })
    const scripts = await holdScripts(page)
    // With its scripts held back the page is not loaded yet; what is awaited is its words.
    await page.goto(address, { waitUntil: 'commit' })
    await page.locator('#first [data-text]').nth(200).waitFor()
    await page.waitForFunction(() => document.fonts.status === 'loaded' && document.fonts.size > 0)
    await page.evaluate(() => window.scrollTo(0, 2400))
    const before = await boxes(page, '#first')
    scripts.release()
    await page.locator('#root [data-text][contenteditable=true]').first().waitFor()
    expect(await page.locator('#first').count()).toBe(0)
    const after = await boxes(page, '#root')
    expect(Object.keys(before).length).toBeGreaterThan(200)
    for (const [place, box] of Object.entries(before)) expect(after[place], place).toEqual(box)
    expect(problems).toEqual([])
  },
)

it('the page can be written in as soon as it is live, and its first HTML has what was written', async () => {
  const { admin, address } = await setupPlan()
  const { page, problems } = admin
  await page.goto(address)
  await page.locator('#root').getByRole('textbox', { name: 'Titre du plan', exact: true }).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' partagé')
  await expectText(page, 'Titre du plan', /académique partagé$/)
  await waitSaved(page)
  expect(await (await admin.context.request.get(address)).text()).toMatch(
    /<h1[^>]*>.*académique partagé.*<\/h1>/,
  )
  expect(problems).toEqual([])
})

it('in English the page comes in English, and says of every text of the plan that it is French', async () => {
  const { server, admin, address } = await setupPlan()
  await admin.context.addCookies([{ name: 'concerte.locale', value: 'en', url: server.url }])
  const html = await (await admin.context.request.get(address)).text()
  expect(html).toContain('<html lang="en">')
  expect(html).toContain('All plans')
  const page = await readWithoutScripts(admin.context, html)
  const unmarked = await page.evaluate(() => {
    const words = new Set(
      [...document.querySelectorAll('#first [data-text]')].map((text) => text.textContent.trim()),
    )
    const found: string[] = []
    const walker = document.createTreeWalker(
      document.querySelector('#first') ?? document,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const isOfPlan = /\p{L}{3}/u.test(text) && words.has(text)
      if (isOfPlan && node.parentElement?.closest('[lang]')?.getAttribute('lang') !== 'fr') found.push(text)
    }
    return found
  })
  expect(unmarked).toEqual([])
})

it('a stranger’s browser is sent no word of the plan', async () => {
  const { address } = await setupPlan()
  const { context } = await openAs(browser)
  const html = await (await context.request.get(address)).text()
  expect(html).not.toMatch(/académique|Orléans|known/)
})

it('scripts of at most 350 kB, packed, come before the first keystroke', async () => {
  const { admin, address } = await setupPlan()
  const { page } = admin
  let bytes = 0
  const counted: Promise<void>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    counted.push(
      response.body().then((body) => {
        bytes += gzipSync(body, { level: 9 }).byteLength
      }),
    )
  })
  await page.goto(address)
  await page.locator('#root').getByRole('textbox', { name: 'Titre du plan', exact: true }).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('x')
  await expectText(page, 'Titre du plan', /x$/)
  await Promise.all(counted)
  expect(bytes).toBeGreaterThan(200_000)
  expect(bytes).toBeLessThan(scriptLimit)
})

/** Lets the page have no script until it is told. */
async function holdScripts(page: Page): Promise<{ release: () => void }> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/assets/*.js', async (route) => {
    await promise
    await route.continue()
  })
  return { release: resolve }
}

/** Where each text of the plan, each line of the outline and the controls of the bar are, from the left top of the window. */
function boxes(page: Page, within: string): Promise<Record<string, number[]>> {
  return page.evaluate((root) => {
    const found: Record<string, number[]> = {}
    const note = (name: string, element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      if (width > 0) found[name] = [x, y, width, height].map((value) => Math.round(value))
    }
    for (const element of document.querySelectorAll<HTMLElement>(`${root} [data-text]`)) {
      note(element.dataset['text'] ?? '', element)
    }
    for (const element of document.querySelectorAll<HTMLAnchorElement>(`${root} nav a`)) {
      note(`outline ${element.hash}`, element)
    }
    document.querySelectorAll(`${root} header button`).forEach((element) => {
      note(`button ${element.getAttribute('aria-label') ?? element.textContent}`, element)
    })
    return found
  }, within)
}

async function readWithoutScripts(context: BrowserContext, html: string): Promise<Page> {
  const page = await context.newPage()
  await page.setContent(html.replaceAll(/<script[^>]*src=[^>]*><\/script>|<link[^>]*>/g, ''))
  return page
}
