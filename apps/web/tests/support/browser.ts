import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

/** Debian's Chromium, silent on the network. */
const chromiumOptions = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** A browser with a fresh profile; `more`: what else it is started with. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ ...chromiumOptions, args: [...chromiumOptions.args, ...more] })
}

/** One person at one browser until the test ends: a context of their own, and everything that went wrong in their pages. */
export type Person = { context: BrowserContext; page: Page; problems: string[] }

export async function openAs(
  browser: Browser,
  options: { width?: number; height?: number; locale?: string } = {},
): Promise<Person> {
  const context = await browser.newContext(contextOptions(options))
  onTestFinished(() => context.close())
  const page = await context.newPage()
  return { context, page, problems: watchProblems(page) }
}

/** A browser of one's own whose profile outlasts it: it can be closed, and started again as on another day. */
export type Device = { start(): Promise<Person>; stop(): Promise<void> }

export async function openDevice(): Promise<Device> {
  const profile = await mkdtemp(join(tmpdir(), 'concerte-profile-'))
  let running: BrowserContext | null = null
  const stop = async () => {
    await running?.close()
    running = null
  }
  onTestFinished(async () => {
    await stop()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  return {
    stop,
    async start() {
      const context = await chromium.launchPersistentContext(profile, {
        ...chromiumOptions,
        ...contextOptions({}),
      })
      running = context
      const page = context.pages()[0] ?? (await context.newPage())
      return { context, page, problems: watchProblems(page) }
    },
  }
}

function contextOptions(options: { width?: number; height?: number; locale?: string }) {
  return {
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    locale: options.locale ?? 'fr-FR',
    timezoneId: 'Europe/Paris',
    acceptDownloads: true,
    // Entering animations are not what is tested, and axe would measure colours half-way.
    reducedMotion: 'reduce' as const,
  }
}

function watchProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    // Also where the browser tells what the content security policy forbade.
    if (message.type() === 'error' && !isExpected(message.text())) problems.push(message.text())
  })
  page.setDefaultTimeout(15_000)
  return problems
}

/** axe-core finds nothing, in the whole page or `within` an element, and the page does not scroll sideways. */
export async function expectAccessible(page: Page, where: string, within?: string): Promise<void> {
  // Also what is scrolled away is looked at, where the page itself would not lay it out.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [sheet]
  })
  const builder = new AxeBuilder({ page })
  const { violations } = await (within === undefined ? builder : builder.include(within))
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect(found.join('\n'), where).toBe('')
  expect(await cutOff(page), `${where}: cut off at the side`).toEqual([])
}

/** Elements that reach out of the window: by a sideways scroll or, worse, clipped by what contains them. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const wide = [...document.querySelectorAll('main *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      // The browser's own list beside one of ours is clipped to a point.
      return width > 1 && right > clientWidth + 1 && element.closest('[data-a11y-ignore]') === null
    })
    const found = wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
    return scrollWidth > clientWidth ? [`${scrollWidth} in ${clientWidth}`, ...found] : found
  })
}

/** What the browser prints of answers that a test asks for: a 4xx, a server that was killed. */
function isExpected(text: string): boolean {
  // The last of them of the service worker, where a server is killed as it is fetched.
  return /Failed to load resource|WebSocket connection to|net::ERR_|error occurred when fetching the script/.test(
    text,
  )
}
