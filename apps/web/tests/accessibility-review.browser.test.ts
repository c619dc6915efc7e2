import { versionListSchema } from '@concerte/api'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import { ask } from './support/ask.ts'
import { cutOff, launchBrowser } from './support/browser.ts'
import { openAsAdmin, orleans } from './support/people.ts'
import { cutText, smallTargets, style, wideSpacing } from './support/reach.ts'
import { bringReview } from './support/review-scene.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('pages beside a plan lose nothing at 320 px, with wide spacing or at twice the text size, and what one presses there is 24 px high', async () => {
  const server = await startServer()
  const { context, page, problems } = await openAsAdmin(browser, server)
  const { close } = await bringReview(server.url, context.request, orleans)
  onTestFinished(close)
  const listed = await ask(context.request, 'GET', `${server.url}/api/projects/${orleans}/versions`)
  const { versions } = versionListSchema.parse(listed)
  for (const [path, shown] of [
    ['amendements', 'table [role=rowheader], table th[scope=row]'],
    ['versions', 'main ol li'],
    [`versions/comparaison?avant=${versions[0]?.id ?? ''}&apres=now`, 'main ins'],
    ['validation', 'main ul li'],
    ['journal', 'main ol li'],
    ['../../notifications', 'main li a'],
  ] as const) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${server.url}/plans/${orleans}/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator(shown).first().waitFor()
    expect(await smallTargets(page), path).toEqual([])
    for (const [width, rules] of [
      [320, ''],
      [320, wideSpacing],
      [1280, ':root { font-size: 200% }'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await style(page, rules)
      expect(await cutOff(page), `${path}, ${width} px ${rules}`).toEqual([])
      expect(await cutText(page), `${path}, ${width} px ${rules}`).toEqual([])
    }
  }
  expect(problems).toEqual([])
}, 240_000)
