import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

/** Debian's Chromium, silent on the network, with a fresh profile. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
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
  })
}

/** One person at one browser until the test ends: a context of their own, and everything that went wrong in their pages. */
export type Person = { context: BrowserContext; page: Page; problems: string[] }

export async function openAs(
  browser: Browser,
  options: { width?: number; height?: number; locale?: string } = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    locale: options.locale ?? 'fr-FR',
    timezoneId: 'Europe/Paris',
    acceptDownloads: true,
    // Entering animations are not what is tested, and axe would measure colours half-way.
    reducedMotion: 'reduce',
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    // Also where the browser tells what the content security policy forbade.
    if (message.type() === 'error' && !isExpected(message.text())) problems.push(message.text())
  })
  page.setDefaultTimeout(15_000)
  return { context, page, problems }
}

/** axe-core finds nothing, and the page does not scroll sideways. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // Also what is scrolled away is looked at, where the page itself would not lay it out.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [sheet]
  })
  const { violations } = await new AxeBuilder({ page })
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
      return width > 1 && right > clientWidth + 1
    })
    const found = wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
    return scrollWidth > clientWidth ? [`${scrollWidth} in ${clientWidth}`, ...found] : found
  })
}

/** What the browser prints of answers that a test asks for: a 4xx, a server that was killed. */
function isExpected(text: string): boolean {
  return /Failed to load resource|WebSocket connection to|net::ERR_/.test(text)
}
