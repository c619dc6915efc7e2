import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited } from './support/people.ts'
import { expectText, openPlan } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function openSettings(page: Page, part: string): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'Réglages du plan' })
  if ((await dialog.count()) === 0) await page.getByRole('button', { name: 'Réglages' }).press('Enter')
  await dialog.getByRole('tab', { name: part }).click()
  await dialog.getByRole('tabpanel', { name: part }).waitFor()
  return dialog
}

const box = (within: Locator, name: string | RegExp) => within.getByRole('textbox', { name })

it('the cover, the colours and the words before numbers are set for everyone, and taken back one by one', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(marie.page, server)
  await openPlan(paul.page, server)
  expect(await paul.page.getByRole('button', { name: 'Réglages' }).count()).toBe(0)
  const { page } = marie
  const dialog = await openSettings(page, 'Couverture')
  await box(dialog, 'Devise').fill('Ensemble, plus loin')
  await expectText(paul.page, 'Devise du plan', /^Ensemble, plus loin$/)
  await box(dialog, 'Période').fill('2028 à 2024')
  await page.keyboard.press('Tab')
  await dialog.getByText(/la seconde après la première\s: 2024-2028/).waitFor()
  await expectAccessible(page, 'settings of the cover, with something wrong')
  await box(dialog, 'Période').fill('2025 à 2029')
  await paul.page.getByText('2025-2029', { exact: true }).waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => paul.page.getByText('2025-2029', { exact: true }).count()).toBe(0)
  await expectText(paul.page, 'Devise du plan', /^Ensemble, plus loin$/)

  await openSettings(page, 'Couleurs')
  const axis = dialog.getByRole('group', { name: /^Axe 1/ })
  await axis.getByRole('radio', { name: 'Violet' }).check()
  const opening = paul.page.locator('[style*="--axis-fill"]', { has: paul.page.getByRole('heading') }).first()
  const fill = () => opening.evaluate((element) => element.style.getPropertyValue('--axis-fill'))
  await expect.poll(fill).toBe('#5a479e')
  await box(axis, /Une autre/).fill('#ffee00')
  await page.keyboard.press('Tab')
  await axis.getByText(/assez foncée/).waitFor()
  expect(await fill()).toBe('#5a479e')
  await expectAccessible(page, 'settings of the colours')

  await openSettings(page, 'Mots et numéros')
  await box(dialog, 'Un axe s’appelle').fill('Ambition')
  await paul.page.getByText('Ambition 1', { exact: true }).first().waitFor()
  await expectAccessible(page, 'settings of the words')
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('a rubric is added, renamed, moved and retired, and nothing that stands in it is lost', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  const dialog = await openSettings(page, 'Rubriques')
  await expectAccessible(page, 'settings of the rubrics')
  await box(dialog, 'Nouvelle rubrique').last().fill('Points de vigilance')
  await dialog.getByRole('button', { name: 'Ajouter la rubrique' }).last().click()
  const up = dialog.getByRole('button', { name: 'Monter « Points de vigilance »' })
  await up.press('Enter')
  expect(await up.evaluate((element) => element === document.activeElement)).toBe(true)
  const names = () =>
    dialog
      .getByRole('button', { name: /^Monter/ })
      .evaluateAll((all) =>
        all.slice(-3).map((one) => one.getAttribute('aria-label')?.replaceAll(/\s/g, ' ')),
      )
  await expect
    .poll(names)
    .toEqual(['Monter « Mesures »', 'Monter « Points de vigilance »', 'Monter « Indicateurs »'])
  await box(dialog, 'Intitulé').nth(-2).fill('Vigilance')
  const retire = dialog.getByRole('button', { name: 'Retirer de la trame : Mesures' })
  await retire.press('Enter')
  await dialog.getByText(/\d+ mesures y restent et se montrent toujours à sa place/).waitFor()
  await expectAccessible(page, 'a retired rubric')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expectText(page, 'Mesure 1, action 1, axe 1', /\w/)
  await page
    .getByRole('button', { name: 'Énoncé à ajouter sous « Vigilance », action 1, axe 1' })
    .waitFor({ state: 'attached' })
  expect(await page.getByRole('button', { name: /^Mesure à ajouter.*action 1, axe 1/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await page
    .getByRole('button', { name: /^Mesure à ajouter.*action 1, axe 1/ })
    .waitFor({ state: 'attached' })
  expect(problems).toEqual([])
})

it('sections are added, named, reordered, put on the other side and thrown away, by keyboard', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  const dialog = await openSettings(page, 'Parties')
  await dialog.getByRole('button', { name: 'Ajouter une partie avant les axes' }).press('Enter')
  await box(dialog, 'Titre').nth(1).fill('Lire ce plan')
  await dialog.getByRole('button', { name: 'Monter « Lire ce plan »' }).press('Enter')
  const headings = () => page.locator('main [data-text$=".title"]').allTextContents()
  await expect.poll(async () => (await headings())[1]).toBe('Lire ce plan')
  await expectAccessible(page, 'settings of the sections')
  await dialog.getByRole('button', { name: 'Mettre après les axes : Lire ce plan' }).press('Enter')
  await expect.poll(async () => (await headings()).at(-1)).toBe('Lire ce plan')
  await dialog.getByRole('button', { name: 'Mettre à la corbeille : Lire ce plan' }).press('Enter')
  await expect.poll(headings).not.toContain('Lire ce plan')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    'Ajouter une partie après les axes',
  )
  expect(problems).toEqual([])
})
