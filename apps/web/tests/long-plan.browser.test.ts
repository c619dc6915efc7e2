import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { importLongPlan } from './support/long-plan.ts'
import { openAsAdmin } from './support/people.ts'
import { expectText, field, openPlan, waitSaved } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

// 290 actions, some 3,000 texts.
const times = 10
const measure = 'Mesure 1, action 1, axe 1'
/** Texts on the page at once: those of the sections, the axes, the groups, and of a few windows of actions. */
const most = 300

async function openLongPlan() {
  const server = await startServer()
  const person = await openAsAdmin(browser, server)
  const id = await importLongPlan(person, server, times)
  await openPlan(person.page, server, id)
  return { ...person, server, id }
}

it('[G1] a long plan has on the page what is near the window, and the rest as one comes to it', async () => {
  const { page, problems } = await openLongPlan()
  expect(await texts(page)).toBeLessThan(most)
  expect(await page.locator('main h2').count()).toBeGreaterThanOrEqual(5)
  for (const share of [0.3, 0.9, 0.6, 0]) {
    await page.evaluate((at) => scrollTo(0, at * document.documentElement.scrollHeight), share)
    await expectSettled(page)
    await expect.poll(() => texts(page)).toBeLessThan(most)
  }
  await expectAccessible(page, 'a long plan')
  expect(problems).toEqual([])
})

it('[G1] what stands in the window stays there while what is around it comes', async () => {
  const { page } = await openLongPlan()
  await page.evaluate(() => scrollTo(0, 0.5 * document.documentElement.scrollHeight))
  await page.locator('article').first().waitFor()
  await expectSettled(page)
  // Upwards: what comes above has another height than what kept its place.
  for (let turn = 0; turn < 8; turn += 1) {
    const moved = await page.evaluate(async () => {
      scrollBy(0, -300)
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const seen = [...document.querySelectorAll('main article, main li')].find(
        (element) => element.getBoundingClientRect().top > 100,
      )
      const top = seen?.getBoundingClientRect().top ?? 0
      for (let frame = 0; frame < 20; frame += 1)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      return Math.abs((seen?.getBoundingClientRect().top ?? 0) - top)
    })
    expect(moved).toBeLessThan(2)
  }
})

it('a link of the outline and an address lead to an action and an entry that were far', async () => {
  const { page, server, id } = await openLongPlan()
  const outline = page.getByRole('navigation', { name: 'Sommaire' })
  await outline.getByRole('link').last().scrollIntoViewIfNeeded()
  const last = await page.evaluate(() => {
    const link = [
      ...document.querySelectorAll<HTMLAnchorElement>('nav li[data-part]:not([data-around]) a[href^="#n-"]'),
    ].at(-1)
    link?.click()
    return link?.hash.slice(1) ?? ''
  })
  await expectInWindow(page, last)
  const entry = await page.locator(`[id="${last}"] li[id^="n-"]`).last().getAttribute('id')
  await page.goto('about:blank')
  await page.goto(`${server.url}/plans/${id}#${entry}`)
  await expectInWindow(page, entry ?? '')
})

it('[D2] the caret stays in its text, and words come there, however far away the window is', async () => {
  const { page, server, id } = await openLongPlan()
  await goTo(page, measure)
  await field(page, measure).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Avant.')
  await page.evaluate(() => scrollTo(0, 0.7 * document.documentElement.scrollHeight))
  await expectSettled(page)
  await expect.poll(() => texts(page)).toBeLessThan(most)
  await page.keyboard.type(' Après.')
  await waitSaved(page)
  await expectText(page, measure, / Avant\. Après\.$/)
  // From there the arrows go on into what is not on the page.
  await page.evaluate(() => scrollTo(0, 0.7 * document.documentElement.scrollHeight))
  await expectSettled(page)
  for (let turn = 0; turn < 60; turn += 1) {
    await page.keyboard.press('ArrowDown')
    if ((await focused(page)).includes('action 3, axe 1')) break
  }
  expect(await focused(page)).toContain('action 3, axe 1')
  await page.reload()
  await openPlan(page, server, id)
  await goTo(page, measure)
  await expectText(page, measure, / Avant\. Après\.$/)
})

it('what is printed of a long plan is all of it', async () => {
  const { page } = await openLongPlan()
  const pdf = await page.pdf()
  // Some 290 actions at two a page: what kept their place would have been as many pages of nothing.
  expect(pdf.byteLength).toBeGreaterThan(500_000)
  await expect.poll(() => texts(page)).toBeLessThan(most)
})

const texts = (page: Page) => page.locator('[data-text]').count()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

/** Follows the address of a text that may be far. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    const action = document.querySelector<HTMLAnchorElement>(
      'nav li[data-part]:not([data-around]) a[href^="#n-"]',
    )
    action?.click()
  })
  await field(page, name).waitFor()
}

/** Waits until the window holds no gap, and nothing moves any more. */
async function expectSettled(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('main [data-gap]')].filter((gap) => {
            const { top, bottom } = gap.getBoundingClientRect()
            return bottom > 0 && top < innerHeight
          }).length,
      ),
    )
    .toBe(0)
}

async function expectInWindow(page: Page, id: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate((wanted) => {
        const element = document.getElementById(wanted)
        if (element === null) return false
        const { top } = element.getBoundingClientRect()
        return top >= 0 && top < innerHeight
      }, id),
    )
    .toBe(true)
}
