import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { joinCrowd } from './support/crowd.ts'
import { openAsAdmin, openAsInvited } from './support/people.ts'
import { field, openPlan, saveState, waitSaved } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'
const far = 'Mesure 1, action 1, axe 4'

/** The node of a text, by its name on the page. */
async function nodeOf(page: Page, name: string): Promise<string> {
  const key = (await field(page, name).getAttribute('data-text')) ?? ''
  return key.slice(0, key.lastIndexOf('.'))
}

/** How far the middle of a text is from the window: 0 within it. */
function distance(page: Page, name: string): Promise<number> {
  return field(page, name).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return Math.max(0, -bottom, top - innerHeight)
  })
}

it('three people see where each is, and the carets and selections in the text that they share', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  const luc = await openAsInvited(browser, server, { by: marie, name: 'Luc Lebrun', role: 'editor' })
  for (const { page } of [marie, paul, luc]) await openPlan(page, server)
  await field(marie.page, measure).focus()
  await field(paul.page, measure).focus()
  await paul.page.keyboard.press('Control+Home')
  await paul.page.keyboard.press('Control+Shift+ArrowRight')
  await field(luc.page, measure).focus()
  await luc.page.keyboard.press('Control+End')

  const text = field(marie.page, measure)
  await text.locator('.remote-caret[data-name="Paul Petit"]').waitFor({ state: 'attached' })
  await text.locator('.remote-caret[data-name="Luc Lebrun"]').waitFor({ state: 'attached' })
  await expect
    .poll(() => text.locator('.remote-selection').allTextContents())
    .toEqual([expect.stringMatching(/^Partager ?$/)])
  // No caret is drawn where nobody of them is.
  expect(await marie.page.locator('.remote-caret').count()).toBe(2)

  await saveState(marie.page).getByRole('button', { name: '2 autres personnes dans ce plan' }).click()
  const list = marie.page.getByRole('dialog', { name: 'Dans ce plan' })
  await expect
    .poll(() => list.getByRole('listitem').allTextContents())
    .toEqual([
      expect.stringMatching(/Luc Lebrun.*Mesure 1, action 1, axe 1/),
      expect.stringMatching(/Paul Petit.*Mesure 1, action 1, axe 1/),
    ])
  await expectAccessible(marie.page, 'who is in the plan', '[role=dialog]')
  expect([...marie.problems, ...paul.problems, ...luc.problems]).toEqual([])
})

it('one goes along with someone, from place to place, until one moves oneself', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(marie.page, server)
  await openPlan(paul.page, server)
  await field(paul.page, far).focus()
  expect(await distance(marie.page, far)).toBeGreaterThan(500)
  await saveState(marie.page).getByRole('button', { name: '1 autre personne dans ce plan' }).click()
  await marie.page.getByRole('button', { name: 'Suivre Paul Petit' }).click()
  const banner = marie.page.getByText('Vous suivez Paul Petit', { exact: true })
  await banner.waitFor()
  await expect.poll(() => distance(marie.page, far)).toBe(0)
  await expectAccessible(marie.page, 'going along with someone', 'output:has(button)')
  await field(paul.page, measure).focus()
  await expect.poll(() => distance(marie.page, measure)).toBe(0)
  await marie.page.keyboard.press('Escape')
  await banner.waitFor({ state: 'detached' })
  await field(paul.page, far).focus()
  // Once the list says where Paul is, the page would have gone there as well.
  await saveState(marie.page).getByRole('button', { name: '1 autre personne dans ce plan' }).click()
  await marie.page.getByText(/Écrit\s: Mesure 1, action 1, axe 4/).waitFor()
  expect(await distance(marie.page, far)).toBeGreaterThan(500)
})

it('forty people are a few marks and a count, and their carets elsewhere change nothing of the page', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const { page } = marie
  await openPlan(page, server)
  const names = Array.from({ length: 40 }, (_, index) => `Personne ${String(index + 1).padStart(2, '0')}`)
  const crowd = await joinCrowd(server, { by: marie, names, role: 'editor' })
  const [here, there] = [await nodeOf(page, measure), await nodeOf(page, far)]
  crowd.forEach((person, index) => person.write(index < 5 ? here : there, 'text', 3))
  const button = saveState(page).getByRole('button', { name: '40 autres personnes dans ce plan' })
  await button.waitFor()
  expect(await button.textContent()).toMatch(/\+37$/)
  const outline = page.getByRole('navigation', { name: 'Sommaire du plan' })
  await outline.getByText('+3', { exact: true }).waitFor()
  await outline.getByText('+33', { exact: true }).waitFor()
  await field(page, measure).focus()
  await expect.poll(() => field(page, measure).locator('.remote-caret').count()).toBe(5)
  await expectAccessible(page, 'forty people', 'header')

  // Carets that move elsewhere, ten times each: the page is told of none of them.
  const changes = await page.evaluateHandle(() => {
    const seen: string[] = []
    new MutationObserver((records) => {
      for (const { target, type } of records) seen.push(`${type} ${target.nodeName}`)
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    return seen
  })
  for (let step = 4; step < 14; step += 1) {
    for (const person of crowd.slice(5)) person.write(there, 'text', step)
  }
  // The last of them is through when one who left after them is gone.
  crowd[0]?.client.close()
  await saveState(page).getByRole('button', { name: '39 autres personnes dans ce plan' }).waitFor()
  const seen = await changes.jsonValue()
  // What one left behind: a mark in the bar, beside the text and in the outline, and a caret.
  expect(seen.length).toBeLessThan(30)
  expect(marie.problems).toEqual([])
}, 240_000)

it('what is written offline is marked where it stands and listed, after a reload as well, until it is saved', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const { page } = marie
  await openPlan(page, server)
  await field(page, measure).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' En ligne.')
  await waitSaved(page)
  expect(await page.getByTitle('Pas encore enregistré').count()).toBe(0)
  // The service worker has the page for when there is no network.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await server.kill('SIGKILL')
  await page.keyboard.type(' Hors ligne.')
  const button = saveState(page).getByRole('button', { name: '1 endroit pas encore enregistré' })
  await button.waitFor()
  await page.getByTitle('Pas encore enregistré').waitFor()
  await saveState(page)
    .getByText(/: gardé sur cet appareil/)
    .first()
    .waitFor()
  await page.reload()
  await button.waitFor()
  await button.click()
  await expectAccessible(page, 'what is not saved yet', '[role=dialog]')
  await page.getByRole('dialog').getByRole('button', { name: measure }).click()
  await expect.poll(() => field(page, measure).evaluate((text) => text === document.activeElement)).toBe(true)
  await server.restart()
  await waitSaved(page)
  await button.waitFor({ state: 'detached' })
  expect(await page.getByTitle('Pas encore enregistré').count()).toBe(0)
})

it.each([
  [320, 640],
  [640, 430],
])('in a window of %i by %i the save state stays in sight and takes little of it', async (width, height) => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await page.setViewportSize({ width, height })
  await openPlan(page, server)
  await field(page, measure).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Ici.')
  await waitSaved(page)
  const bar = await saveState(page).boundingBox()
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThan(height / 4)
  const state = await saveState(page).getByText('Enregistré', { exact: true }).first().boundingBox()
  expect(state?.y ?? -1).toBeGreaterThanOrEqual(0)
  await expectAccessible(page, `a window of ${width} by ${height}`, 'header')
})
