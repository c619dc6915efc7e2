import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import { atRest } from './support/at-rest.ts'
import { launchBrowser } from './support/browser.ts'
import { openAsAdmin, orleans } from './support/people.ts'
import { expectText, field, openPlan } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'
const other = 'Mesure 2, action 1, axe 1'

it('a click before the editor has come puts the caret where it fell, and the words typed once it is there come there', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  const release = await holdEditor(page)
  await page.goto(`${server.url}/plans/${orleans}`)
  const text = field(page, measure)
  // The page has taken over from the server's first HTML, and waits for the editor.
  await page.locator(`[aria-label="${measure}"][contenteditable=true]`).waitFor()
  await text.scrollIntoViewIfNeeded()
  const { x, y, offset } = await middleOf(text)
  expect(offset).toBeGreaterThan(3)
  await page.mouse.click(x, y)
  expect(await text.evaluate((element) => element.classList.contains('ProseMirror'))).toBe(false)
  const before = (await text.textContent()) ?? ''
  release()
  await page.locator(`[aria-label="${measure}"].ProseMirror`).waitFor()
  await page.keyboard.type('ICI')
  const wanted = `${before.slice(0, offset)}ICI${before.slice(offset)}`
  await expect.poll(() => text.textContent()).toBe(wanted)
})

it('a text is selected by dragging over it on the first try', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await field(page, measure).scrollIntoViewIfNeeded()
  const box = await atRest(page, () => field(page, measure).boundingBox())
  if (box === null) throw new Error('the text has no box')
  await page.mouse.move(box.x + 2, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 8)
  await page.mouse.move(box.x + 120, box.y + 8)
  await page.mouse.up()
  const selected = await page.evaluate(() => String(getSelection()))
  const words = (await field(page, measure).textContent()) ?? ''
  expect(selected.length).toBeGreaterThan(5)
  expect(words.startsWith(selected)).toBe(true)
  await page.keyboard.type('Choisi')
  await expectText(page, measure, /^Choisi/)
  expect(await field(page, measure).textContent()).toBe(`Choisi${words.slice(selected.length)}`)
})

it('a finger puts the caret where it touched, in a text that no pointer came near before', async () => {
  const server = await startServer()
  const { page, context } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  // Before the place is measured: what one presses is larger for a finger, so the page is laid out anew.
  const touch = await context.newCDPSession(page)
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await field(page, other).scrollIntoViewIfNeeded()
  const { x, y, offset } = await middleOf(field(page, other))
  const before = (await field(page, other).textContent()) ?? ''
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect
    .poll(() => field(page, other).evaluate((element) => element === document.activeElement))
    .toBe(true)
  await page.keyboard.type('Z')
  await expect.poll(() => field(page, other).textContent()).toContain('Z')
  const after = (await field(page, other).textContent()) ?? ''
  // A finger is put to the nearest edge of a word by some systems: within the words around the place, not at an end.
  expect(Math.abs(after.indexOf('Z') - offset)).toBeLessThan(20)
  expect(after.replace('Z', '')).toBe(before)
})

/** Keeps the live editor from coming until the answer is called. */
async function holdEditor(page: Page): Promise<() => void> {
  const released = Promise.withResolvers<void>()
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch()
    if ((await response.text()).includes('ProseMirror-hideselection')) await released.promise
    await route.fulfill({ response })
  })
  // Late parts still come when the test is over.
  onTestFinished(() => page.unrouteAll({ behavior: 'ignoreErrors' }))
  return released.resolve
}

/** A point in the first line of a text, in px of the window, and the offset of the letter that is there. */
function middleOf(text: Locator): Promise<{ x: number; y: number; offset: number }> {
  return text.evaluate((element) => {
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
    if (words === null) throw new Error('the text has no words')
    const range = document.createRange()
    range.setStart(words, 12)
    range.setEnd(words, 13)
    const { left, top, height } = range.getBoundingClientRect()
    return { x: left + 1, y: top + height / 2, offset: 12 }
  })
}
