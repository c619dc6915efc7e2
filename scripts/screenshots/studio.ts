import { createdProjectSchema } from '@concerte/api'
import { longPlan } from '@concerte/testkit'
import { chromium, type APIRequestContext, type Browser, type Page } from 'playwright-core'

import { bringReview, type ReviewScene } from '../../apps/web/tests/support/review-scene.ts'
import { startConcerte, type Concerte } from '../../bench/support/concerte.ts'
import { orleans, readSeed } from '../../bench/support/plans.ts'
import { toSmallPicture } from './small-picture.ts'

/** A server with the seeds, a browser at it, and what is made of its pages. */
export type Studio = {
  concerte: Concerte
  /** A page of the administrator's, on a plan, once it is live. */
  openPlan: (options?: PlanOptions) => Promise<Page>
  /** Any page, of the administrator's or of somebody else's session. */
  openPage: (path: string, options?: PageOptions) => Promise<Page>
  /** The plan that is under review, and who reviews it: made once. */
  review: () => Promise<{ plan: string; people: ReviewScene['people'] }>
  /** A plan of its own with the texts of Orléans-Tours, `times` as many: its id. */
  copyOf: (times?: number) => Promise<string>
  /** The window as a small WebP; closes it. */
  take: (page: Page) => Promise<Buffer>
  close: () => Promise<void>
}

export type PlanOptions = PageOptions & { plan?: string }

export type PageOptions = {
  as?: APIRequestContext
  width?: number
  height?: number
  isDark?: boolean
  locale?: 'fr-FR' | 'en-GB'
}

export async function openStudio(): Promise<Studio> {
  const concerte = await startConcerte()
  const browser = await launchBrowser()
  let reviewed: (ReviewScene & { plan: string }) | undefined
  const copyOf = async (times = 1) => {
    const made = await concerte.http.post('/api/projects/import', {
      data: longPlan(readSeed(orleans), times),
    })
    if (!made.ok()) throw new Error(`no plan was made: ${await made.text()}`)
    return createdProjectSchema.parse(await made.json()).id
  }
  return {
    concerte,
    copyOf,
    openPlan: (options = {}) => openPlan(browser, concerte, options),
    openPage: (path, options = {}) => openPage(browser, concerte, path, options),
    async review() {
      if (reviewed === undefined) {
        const plan = await copyOf()
        reviewed = { plan, ...(await bringReview(concerte.url, concerte.http, plan)) }
      }
      return reviewed
    },
    async take(page) {
      await page.evaluate('document.fonts.ready')
      const picture = await toSmallPicture(browser, await page.screenshot({ animations: 'disabled' }))
      await page.context().close()
      return picture
    },
    async close() {
      await browser.close()
      await reviewed?.close()
      await concerte.stop()
    },
  }
}

function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
}

async function openPlan(
  browser: Browser,
  concerte: Concerte,
  { plan = orleans, ...options }: PlanOptions,
): Promise<Page> {
  const page = await openPage(browser, concerte, `/plans/${plan}`, options)
  await page
    .getByRole('banner')
    .getByText(/Enregistré|Lecture seule|Saved/)
    .first()
    .waitFor()
  // Whoever may not write has none.
  const live = page.locator('[data-text][contenteditable=true], [data-text]:not(#first *)')
  await live.first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

async function openPage(
  browser: Browser,
  { http, url }: Concerte,
  path: string,
  { as = http, width = 1360, height = 860, isDark = false, locale = 'fr-FR' }: PageOptions,
): Promise<Page> {
  const context = await browser.newContext({
    storageState: await as.storageState(),
    viewport: { width, height },
    locale,
    timezoneId: 'Europe/Paris',
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  await page.goto(url + path)
  return page
}
