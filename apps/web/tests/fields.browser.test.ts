import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited } from './support/people.ts'
import { expectText, field, openPlan, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const ofIndicator = 'de l’indicateur 1, action 1, axe 1'
const target = `Cible ${ofIndicator}`
const targetDate = `Date de la cible ${ofIndicator}`
const baseline = `Valeur de départ ${ofIndicator}`
const measure = 'Mesure 1, action 1, axe 1'

/** The fields that are unfolded. */
const open = '[data-values]:has([data-value$=".target"])'

const unfold = (page: Page) =>
  page.getByRole('button', { name: /^Préciser l’indicateur, Indicateur 1, action 1, axe 1/ }).press('Enter')
const expectValue = (page: Page, name: string) => expect.poll(() => field(page, name).inputValue())

it('an indicator is filled in by keyboard, dates as one says them, and a date before the baseline’s is told', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await unfold(page)
  await page.getByRole('combobox', { name: `Nature ${ofIndicator}` }).selectOption('Taux')
  await field(page, baseline).fill('75 %')
  await page.keyboard.press('Enter')
  await page.keyboard.type('30/06/2026')
  await page.keyboard.press('Enter')
  await expectValue(page, `Date de départ ${ofIndicator}`).toBe('30 juin 2026')
  await page.keyboard.type('80 %')
  await page.keyboard.press('Enter')
  await page.keyboard.type('quand on pourra')
  await page.keyboard.press('Enter')
  await page.getByText(/Écrivez une année/).waitFor()
  expect(await field(page, targetDate).getAttribute('aria-invalid')).toBe('true')
  await expectAccessible(page, 'a structured field with something wrong in it', open)
  await field(page, targetDate).fill('juin 2025')
  await page.keyboard.press('Enter')
  await page.getByText('Cette date vient avant celle de départ (30 juin 2026).').waitFor()
  await field(page, targetDate).fill('rentrée 2028')
  await page.keyboard.press('Enter')
  await expectValue(page, targetDate).toBe('septembre 2028')
  expect(await page.getByText(/vient avant celle de départ/).count()).toBe(0)
  await field(page, `Unité ${ofIndicator}`).fill('é'.repeat(201))
  await page.getByText(/201 caractères, alors qu’il en faut 200 au plus/).waitFor()
  await page.keyboard.press('Escape')
  await expectValue(page, `Unité ${ofIndicator}`).toBe('')
  // Folded away, what is filled in stays on the page.
  await page.keyboard.press('Escape')
  expect(await field(page, `Unité ${ofIndicator}`).count()).toBe(0)
  await waitSaved(page)
  await page.reload()
  await expectValue(page, target).toBe('80 %')
  await expectValue(page, targetDate).toBe('septembre 2028')
  expect(problems).toEqual([])
})

it('what is written in a field and in a text is taken back in the order in which it was written', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await writeAtEnd(page, measure, ' Un.')
  await unfold(page)
  await field(page, target).fill('80 %')
  await writeAtEnd(page, measure, ' Deux.')
  await page.keyboard.press('Control+z')
  await expectText(page, measure, / Un\.$/)
  await expectValue(page, target).toBe('80 %')
  await page.keyboard.press('Control+z')
  await expectValue(page, target).toBe('')
  await expectText(page, measure, / Un\.$/)
  await field(page, target).focus()
  await page.keyboard.press('Control+Shift+z')
  await expectValue(page, target).toBe('80 %')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expectValue(page, target).toBe('')
  await expect.poll(() => field(page, measure).textContent()).not.toMatch(/Un\.$/)
})

it('[F2] two people who write the same value are told of each other, and neither loses a word', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(marie.page, server)
  await openPlan(paul.page, server)
  await unfold(marie.page)
  await field(marie.page, target).fill('80 %')
  await expectValue(paul.page, target).toBe('80 %')
  // Each sees that the other is there.
  await paul.page
    .getByTitle(/^Ici\s: Marie Durand/)
    .first()
    .waitFor()
  await field(paul.page, target).focus()
  await marie.page
    .getByTitle(/^Ici\s: Paul Petit/)
    .first()
    .waitFor()
  await paul.page.keyboard.press('Control+a')
  await paul.page.keyboard.type('85 %')
  await marie.page.getByText(/Paul Petit vient d’écrire ici «\s85 %\s»/).waitFor()
  await expectAccessible(marie.page, 'a value that somebody else wrote meanwhile', open)
  await expectValue(marie.page, target).toBe('80 %')
  await marie.page.getByRole('button', { name: 'Garder le mien' }).click()
  await expectValue(paul.page, target).toBe('85 %')
  await paul.page.getByText(/Marie Durand vient d’écrire ici «\s80 %\s»/).waitFor()
  await paul.page.getByRole('button', { name: 'Prendre l’autre' }).press('Enter')
  await expectValue(paul.page, target).toBe('80 %')
  expect([...marie.problems, ...paul.problems]).toEqual([])
})
