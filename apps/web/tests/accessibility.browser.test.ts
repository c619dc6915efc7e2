import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { cutOff, launchBrowser, type Person } from './support/browser.ts'
import { expectFocus, focusedName } from './support/keyboard.ts'
import { ambiguousNames, readAloud } from './support/names.ts'
import { clermont, openAsAdmin, openAsInvited, orleans, send } from './support/people.ts'
import { field, openPlan, saveState } from './support/plan.ts'
import { cutText, isFocusSeen, smallTargets, style, wideSpacing } from './support/reach.ts'
import { startServer, type TestServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 2, action 1, axe 1'

it('every text and every button of both plans has a name of its own, and headings skip no level', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  for (const plan of [orleans, clermont]) {
    await openPlan(page, server, plan)
    expect(
      await ambiguousNames(page, ['textbox', 'button', 'article', 'searchbox', 'combobox']),
      plan,
    ).toEqual([])
    const told = await readAloud(page)
    const levels = told.filter(({ role }) => role === 'heading').map(({ level }) => level)
    expect(
      levels.filter((level) => level === 1),
      plan,
    ).toEqual([1])
    const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
    expect(skips, `${plan}: ${levels.join(' ')}`).toEqual([])
    const landmarks = told.filter(({ role }) => ['banner', 'main', 'navigation'].includes(role))
    expect(landmarks.map(({ role }) => role).toSorted(), plan).toEqual(['banner', 'main', 'navigation'])
  }
})

it('nothing is lost in a window of 320 px, at twice the text size, or with wide spacing', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await cutOff(page), '320 px').toEqual([])
  await style(page, wideSpacing)
  expect(await cutOff(page), '320 px, wide spacing').toEqual([])
  expect(await cutText(page), '320 px, wide spacing').toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await cutOff(page), 'wide spacing').toEqual([])
  expect(await cutText(page), 'wide spacing').toEqual([])
  await style(page, ':root { font-size: 200% }')
  expect(await cutOff(page), 'twice the text size').toEqual([])
  expect(await cutText(page), 'twice the text size').toEqual([])
})

it('find and the settings keep every button and tab in a window of 320 px, with wide spacing too', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await page.setViewportSize({ width: 320, height: 640 })
  await style(page, wideSpacing)
  await page.keyboard.press('Control+f')
  const find = page.getByRole('search')
  await find.waitFor()
  await page.keyboard.type('école')
  await find.getByText(/ sur /).first().waitFor()
  // The name of the place is the longer the deeper it is in the plan.
  for (let count = 0; count < 3; count += 1) await page.keyboard.press('Enter')
  await find
    .getByText(/^Mesure \d+, action/)
    .first()
    .waitFor()
  expect(await outOfWindow(page, 'search button, search input')).toEqual([])
  await page.keyboard.press('Escape')
  await find.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Plus', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Réglages' }).press('Enter')
  await page.getByRole('tab', { name: 'Parties' }).waitFor()
  expect(await outOfWindow(page, '[role=tab], [role=dialog] button, [role=dialog] input')).toEqual([])
})

it('what has the focus is seen, forwards and backwards, also in a window of 320 by 256', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  for (const [width, height] of [
    [1280, 720],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.locator('#plan-sheet').focus()
    for (const key of [...Array<string>(36).fill('Tab'), ...Array<string>(30).fill('Shift+Tab')]) {
      await page.keyboard.press(key)
      // Moved into the window by then, however busy the machine is.
      await expect
        .poll(() => isFocusSeen(page), { message: `${key} at ${width}` })
        .toMatchObject({ isSeen: true })
    }
  }
})

it('what one presses is at least 24 px wide and high, with a mouse and with a finger', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await smallTargets(page), `${width} px`).toEqual([])
  }
})

it('the focus goes back to where one was when what lay over the page is closed', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await field(page, measure).focus()
  for (const [keys, part] of [
    ['Control+Alt+c', page.locator('[data-side-panel]')],
    ['Control+f', page.getByRole('search')],
    ['Control+/', page.getByRole('dialog')],
  ] as const) {
    await page.keyboard.press(keys)
    await part.first().waitFor()
    await expect.poll(() => focusedName(page), { message: keys }).not.toBe(measure)
    await page.keyboard.press('Escape')
    await part.first().waitFor({ state: 'detached' })
    await expect.poll(() => focusedName(page), { message: keys }).not.toBeNull()
    await field(page, measure).focus()
  }
  const button = page.getByRole('button', { name: `Options : ${measure}`, exact: true })
  await button.press('Enter')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Escape')
  await expectFocus(page, `Options : ${measure}`)
})

it('the focus stays in the page when what has it is removed by oneself, by another, or may not be written any more', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(marie.page, server)
  await openPlan(paul.page, server)
  await field(marie.page, measure).focus()
  await removeByMenu(marie.page, measure)
  await expect.poll(() => focusedName(marie.page), { message: 'removed' }).not.toBeNull()
  await marie.page.keyboard.press('Control+z')
  await expect.poll(() => focusedName(marie.page), { message: 'taken back' }).not.toBeNull()

  await field(paul.page, 'Mesure 3, action 1, axe 1').focus()
  await removeByMenu(marie.page, 'Mesure 3, action 1, axe 1')
  await paul.page.locator('#plan-note').getByText('Marie Durand').waitFor()
  await expect.poll(() => focusedName(paul.page), { message: 'removed by another' }).not.toBeNull()

  await field(paul.page, 'Mesure 1, action 1, axe 1').focus()
  await withdraw(marie, server, 'Paul Petit')
  await saveState(paul.page).getByText('Lecture seule').first().waitFor()
  await expect.poll(() => focusedName(paul.page), { message: 'may only read' }).not.toBeNull()
})

function outOfWindow(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const width = document.documentElement.clientWidth
    return [...document.querySelectorAll(wanted)]
      .filter((element) => {
        const box = element.getBoundingClientRect()
        return box.width > 2 && (box.left < 0 || box.right > width)
      })
      .map((element) => element.outerHTML.slice(0, 120))
  }, selector)
}

async function removeByMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Options : ${name}`, exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: /corbeille/i }).press('Enter')
  await page.getByRole('menu').waitFor({ state: 'detached' })
}

async function withdraw(by: Person, server: TestServer, name: string): Promise<void> {
  const path = `/api/projects/${orleans}/members`
  const { members } = (await send(by, server, { method: 'GET', path })) as {
    members: { userId: string; name: string }[]
  }
  const { userId } = members.find((member) => member.name === name)!
  await send(by, server, { method: 'PUT', path: `${path}/${userId}`, data: { role: 'reader' } })
}
