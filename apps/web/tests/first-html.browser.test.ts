import { gzipSync } from 'node:zlib'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import { atRest } from './support/at-rest.ts'
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
  'when the live page takes over at $width px nothing that is seen moves, also where one had scrolled down',
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
    // Nothing is painted before its styles are there, but boxes can be asked for.
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
        ({ sheet }) => sheet !== null,
      ),
    )
    await page.waitForFunction(() => document.fonts.status === 'loaded' && document.fonts.size > 0)
    await page.evaluate(() => window.scrollTo(0, 12_000))
    // What is read keeps its place when texts around it take their height.
    const before = await atRest(page, () => boxes(page, '#first'))
    expect(Object.keys(before).length).toBeGreaterThan(6)
    scripts.release()
    await page.locator('#root [data-text][contenteditable=true]').first().waitFor()
    expect(await page.locator('#first').count()).toBe(0)
    await expect.poll(async () => moved(before, await boxes(page, '#root'))).toEqual([])
    expect(problems).toEqual([])
  },
)

it('the live page begins with what the window shows, and soon holds all of the plan', async () => {
  const { admin, address } = await setupPlan()
  const { page, problems } = admin
  const scripts = await holdScripts(page)
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const texts = document.querySelectorAll('#root [data-text]').length
      if (texts > 0) document.documentElement.dataset['began'] ??= String(texts)
    }).observe(document, { subtree: true, childList: true })
  })
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('#first [data-text]').nth(200).waitFor()
  // After the last of its words.
  await page.locator('#first ~ #root').waitFor({ state: 'attached' })
  const all = await page.locator('#first [data-text]').count()
  scripts.release()
  await expect.poll(() => page.locator('#root [data-text]').count()).toBe(all)
  expect(await page.locator('#root [data-gap]').count()).toBe(0)
  const began = await page.evaluate(() => Number(document.documentElement.dataset['began']))
  expect(began).toBeLessThan(all / 3)
  expect(problems).toEqual([])
})

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

it('who clicks into a text before the page is live finds the caret there', async () => {
  const { admin, address } = await setupPlan()
  const { page, problems } = admin
  const scripts = await holdScripts(page, '**/assets/plan-*.js')
  const dialled = page.waitForEvent('websocket')
  await page.goto(address, { waitUntil: 'commit' })
  // The application runs, without the page of plans.
  await dialled
  const title = page.locator('#first [data-text="cover.title"]')
  const box = (await title.locator('span').first().boundingBox())!
  await title.click({ position: { x: box.width > 4 ? 2 : 0, y: box.height / 2 } })
  scripts.release()
  await page
    .locator('#root [data-text="cover.title"]:focus-within, #root [data-text="cover.title"]:focus')
    .waitFor()
  await page.keyboard.type('Le ')
  await expectText(page, 'Titre du plan', /^Le Projet académique$/)
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
async function holdScripts(page: Page, which = '**/assets/*.js'): Promise<{ release: () => void }> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(which, async (route) => {
    await promise
    await route.continue()
  })
  return { release: resolve }
}

/** Where each text of the plan, each line of the outline and the controls of the bar are that one sees, from the left top of the window. */
function boxes(page: Page, within: string): Promise<Record<string, number[]>> {
  return page.evaluate((root) => {
    const found: Record<string, number[]> = {}
    const note = (name: string, element: Element) => {
      const { x, y, width, height, bottom } = element.getBoundingClientRect()
      const isSeen = width > 0 && bottom > 0 && y < innerHeight
      if (isSeen) found[name] = [x, y, width, height].map((value) => Math.round(value))
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

/** What is elsewhere, by more than what rounding does. */
function moved(before: Record<string, number[]>, after: Record<string, number[]>): string[] {
  return Object.entries(before)
    .filter(([place, box]) =>
      box.some((value, index) => !(Math.abs(value - (after[place]?.[index] ?? NaN)) <= 1)),
    )
    .map(([place, box]) => `${place}: ${box.join(' ')} -> ${after[place]?.join(' ')}`)
}

async function readWithoutScripts(context: BrowserContext, html: string): Promise<Page> {
  const page = await context.newPage()
  await page.setContent(html.replaceAll(/<script[^>]*src=[^>]*><\/script>|<link[^>]*>/g, ''))
  return page
}
