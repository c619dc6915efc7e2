import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { cutOff, expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin } from './support/people.ts'
import { expectText, field, openPlan, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const first = 'Mesure 1, action 1, axe 1'
const second = 'Mesure 2, action 1, axe 1'

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.closest('[role=textbox]')?.getAttribute('aria-label') ?? null)

it('Enter makes the next measure, Backspace takes it back, Enter in the middle splits and Backspace joins', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  const before = await field(page, first).textContent()
  await writeAtEnd(page, first, '')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe(second)
  await page.keyboard.type('Une mesure nouvelle')
  await expectText(page, second, /^\s*Une mesure nouvelle\s*$/)
  for (let count = 0; count < 8; count += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expectText(page, second, /^\s*Une mesure\s*$/)
  await expectText(page, 'Mesure 3, action 1, axe 1', /^\s*nouvelle\s*$/)
  await page.keyboard.press('Backspace')
  await expectText(page, second, /^\s*Une mesure\s?nouvelle\s*$/)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expectText(page, second, /Une mesure/)
  await waitSaved(page)
  await page.reload()
  await waitSaved(page)
  await expectText(page, second, /Une mesure/)
  expect(await field(page, first).textContent()).toBe(before)
  expect(problems).toEqual([])
})

it('arrows cross fields, Alt and arrows move a measure, and the menu sends it to the bin and back', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await writeAtEnd(page, first, '')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focused(page)).toBe(second)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => focused(page)).toBe(first)
  await page.keyboard.press('Alt+ArrowDown')
  await expectText(page, second, /Partager les outils/)
  await expect.poll(() => focused(page)).toBe(second)
  await page.keyboard.press('Alt+ArrowUp')
  await expectText(page, first, /Partager les outils/)

  await page
    .getByRole('button', { name: `Options : ${first}`, exact: false })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).waitFor()
  await expectAccessible(page, 'menu of a measure')
  await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click()
  await expectText(page, first, /Placer chaque équipe/)
  await page.getByRole('button', { name: /Corbeille \(1\)/ }).click()
  const bin = page.getByRole('dialog', { name: 'Corbeille' })
  await bin.getByText(/Retiré par Marie Durand/).waitFor()
  await expectAccessible(page, 'the bin')
  await bin.getByRole('button', { name: /Rétablir/ }).click()
  await page.keyboard.press('Escape')
  await expectText(page, first, /Partager les outils/)
  expect(problems).toEqual([])
})

it('an axis, an action, a measure and an indicator are added, filled in by keyboard, and moved to another axis', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await page.getByRole('button', { name: 'Axe à ajouter à la fin du plan' }).click()
  await expect.poll(() => focused(page)).toBe('Titre, axe 5')
  await page.keyboard.type('Coopérer')
  await page.getByRole('button', { name: 'Action à ajouter, axe 5' }).click()
  await expect.poll(() => focused(page)).toBe('Titre, action 1, axe 5')
  await page.keyboard.type('Ouvrir l’école')
  await page.getByRole('button', { name: 'Mesure à ajouter, action 1, axe 5' }).click()
  await expect.poll(() => focused(page)).toBe('Mesure 1, action 1, axe 5')
  await page.keyboard.type('Accueillir les familles')
  await page.getByRole('button', { name: /^Indicateur à ajouter.*action 1, axe 5/ }).click()
  await page.keyboard.type('Nombre de familles')
  await expectAccessible(page, 'a new axis with an action')
  const outline = page.getByRole('navigation', { name: 'Sommaire du plan' })
  await outline.getByRole('link', { name: /Coopérer/ }).waitFor()
  await outline.getByRole('link', { name: /Ouvrir l’école/ }).waitFor()

  await page.getByRole('button', { name: /^Options.: action 1, axe 5/ }).click()
  await page.getByRole('menuitem', { name: /Déplacer vers/ }).click()
  await page.getByRole('dialog').waitFor()
  await expectAccessible(page, 'moving an action')
  await page
    .getByRole('dialog')
    .getByText(/Progresser/)
    .first()
    .click()
  await expectText(page, 'Titre, action 10, axe 1', /Ouvrir l’école/)
  await expectText(page, 'Mesure 1, action 10, axe 1', /Accueillir les familles/)
  await page.keyboard.press('Control+z')
  await expectText(page, 'Titre, action 1, axe 5', /Ouvrir l’école/)
  await waitSaved(page)
  expect(problems).toEqual([])
})

it.each([320, 768, 1280])('the page of a plan holds at %i pixels, light and dark', async (width) => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Opened wide, then narrowed: what was laid out once must not keep its width.
    await page.setViewportSize({ width: 1280, height: 800 })
    await openPlan(page, server)
    await field(page, first).focus()
    await page.getByRole('button', { name: /^Préciser l’indicateur, Indicateur 1, action 1, axe 1/ }).click()
    await page.setViewportSize({ width, height: 800 })
    await field(page, second).focus()
    expect(await cutOff(page)).toEqual([])
    // What is half under the bar, as what scrolls is at some moment, would be taken for a small target.
    await page.evaluate(() => scrollTo(0, 0))
    await expectAccessible(page, `plan at ${width}, ${colorScheme}`)
  }
  expect(problems).toEqual([])
})
