import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

import type { Browser, CDPSession, Page } from 'playwright-core'

import { planField } from '../support/browser.ts'
import type { Concerte } from '../support/concerte.ts'
import type { MeasuredPlan } from './plans.ts'

/** The page of a plan with the caret in its first measure, and the line to the browser that measures it. */
export type PlanPage = {
  page: Page
  cdp: CDPSession
  opening: Opening
  close(): Promise<void>
}

/** Milliseconds since the navigation began; kB as they came over the wire, bodies only. */
export type Opening = { readable: number; writable: number; scripts: Map<string, number> }

const patience = 240_000
const inPage = readFileSync(new URL('in-page.js', import.meta.url), 'utf8')

export async function openPlanPage(
  browser: Browser,
  { http }: Concerte,
  { url }: MeasuredPlan,
): Promise<PlanPage> {
  const context = await browser.newContext({
    storageState: await http.storageState(),
    viewport: { width: 1360, height: 860 },
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  await page.addInitScript({ content: inPage })
  const cdp = await context.newCDPSession(page)
  const scripts = await watchScripts(cdp)
  // Thread time: what else runs on the machine does not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await settle(browser)
  await page.goto(url, { waitUntil: 'commit' })
  const [readable, writable] = await page.evaluate<[number, number]>(
    `Promise.all([measured.readable(), measured.writable(${JSON.stringify(planField.selector)}, ${JSON.stringify(planField.live)})])`,
  )
  const before = new Map(scripts)
  await page.keyboard.press('Control+End')
  await page.waitForLoadState('networkidle')
  return {
    page,
    cdp,
    opening: { readable, writable, scripts: before },
    close: () => context.close(),
  }
}

/** Milliseconds of a look at what the browser does, and how many of them its processes may work while it counts as at rest. */
const look = 500
const restful = 25

/**
 * Waits until the browser has put its window up. A new one loads pages of its own behind the scenes, some 280 modules for seconds: work
 * that somebody who opens a plan in the browser that they have open does not wait for.
 */
async function settle(browser: Browser): Promise<void> {
  const cdp = await browser.newBrowserCDPSession()
  let before = await cpuTime(cdp)
  for (;;) {
    await delay(look)
    const now = await cpuTime(cdp)
    if (now - before < restful) break
    before = now
  }
  await cdp.detach()
}

/** Milliseconds that all processes of the browser have worked. */
async function cpuTime(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  return processInfo.reduce((sum, { cpuTime: seconds }) => sum + seconds, 0) * 1000
}

async function watchScripts(cdp: CDPSession): Promise<Map<string, number>> {
  const names = new Map<string, string>()
  const kilobytes = new Map<string, number>()
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.includes('javascript')) names.set(requestId, new URL(response.url).pathname)
  })
  cdp.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const name = names.get(requestId)
    if (name !== undefined) kilobytes.set(name, (kilobytes.get(name) ?? 0) + encodedDataLength / 1000)
  })
  await cdp.send('Network.enable')
  return kilobytes
}
