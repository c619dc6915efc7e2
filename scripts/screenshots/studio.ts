import { createdProjectSchema } from '@concerte/api'
import { longPlan } from '@concerte/testkit'
import { chromium, type Browser, type Page } from 'playwright-core'

import { startConcerte, type Concerte } from '../../bench/support/concerte.ts'
import { orleans, readSeed } from '../../bench/support/plans.ts'
import { toSmallPicture } from './small-picture.ts'

/** A server with the seeds, a browser at it, and what is made of its pages. */
export type Studio = {
  concerte: Concerte
  /** A page of the administrator's, on a plan, once it is live. */
  openPlan: (options?: PlanOptions) => Promise<Page>
  /** A plan of its own with the texts of Orléans-Tours, `times` as many: its id. */
  copyOf: (times?: number) => Promise<string>
  /** The window as a small WebP; closes it. */
  take: (page: Page) => Promise<Buffer>
  close: () => Promise<void>
}

export type PlanOptions = {
  plan?: string
  width?: number
  height?: number
  isDark?: boolean
  locale?: 'fr-FR' | 'en-GB'
}

export async function openStudio(): Promise<Studio> {
  const concerte = await startConcerte()
  const browser = await launchBrowser()
  return {
    concerte,
    openPlan: (options = {}) => openPlan(browser, concerte, options),
    async copyOf(times = 1) {
      const made = await concerte.http.post('/api/projects/import', {
        data: longPlan(readSeed(orleans), times),
      })
      if (!made.ok()) throw new Error(`no plan was made: ${await made.text()}`)
      return createdProjectSchema.parse(await made.json()).id
    },
    async take(page) {
      await page.evaluate('document.fonts.ready')
      const picture = await toSmallPicture(browser, await page.screenshot({ animations: 'disabled' }))
      await page.context().close()
      return picture
    },
    async close() {
      await browser.close()
      await concerte.stop()
    },
  }
}

function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
}

async function openPlan(
  browser: Browser,
  { http, url }: Concerte,
  { plan = orleans, width = 1360, height = 860, isDark = false, locale = 'fr-FR' }: PlanOptions,
): Promise<Page> {
  const context = await browser.newContext({
    storageState: await http.storageState(),
    viewport: { width, height },
    locale,
    timezoneId: 'Europe/Paris',
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  await page.goto(`${url}/plans/${plan}`)
  await page
    .getByRole('banner')
    .getByText(/Enregistré|Saved/)
    .first()
    .waitFor()
  await page.locator('[data-text][contenteditable=true]').first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}
