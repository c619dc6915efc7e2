import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited, orleans } from './support/people.ts'
import { expectText, openPlan, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const mine = 'Mesure 1, action 1, axe 1'
const theirs = 'Mesure 1, action 1, axe 2'

/** Looks at the page of versions until it shows something: what is kept by itself comes when work is quiet. */
async function lookFor(page: Page, words: RegExp): Promise<void> {
  const look = async () => {
    await page.reload()
    await page.getByRole('heading', { name: 'Aujourd’hui' }).waitFor()
    for (const button of await page.getByRole('button', { name: 'Afficher' }).all()) await button.click()
    return page.getByText(words).count()
  }
  await expect.poll(look, { timeout: 60_000 }).toBeGreaterThan(0)
}

it('work of two people is kept by itself, named, compared, and an action of it restored while another writes elsewhere, as one step of undo', async () => {
  const server = await startServer({ VERSION_AFTER_SECONDS: '1' })
  const marie = await openAsAdmin(browser, server)
  const { page } = marie
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  // The plan as it came is kept before anyone writes in it.
  await page.goto(`${server.url}/plans/${orleans}/versions`)
  await expect
    .poll(
      async () => {
        await page.reload()
        await page
          .getByText(/Versions que|Aucune version|Aujourd’hui/)
          .first()
          .waitFor()
        return page.getByRole('heading', { name: 'Version automatique' }).count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  await page.getByRole('button', { name: /^Nommer.: Version automatique/ }).click()
  await page.getByRole('textbox', { name: 'Nom de la version' }).fill('Texte de départ')
  await page
    .getByRole('checkbox', { name: /C’est un jalon/ })
    .last()
    .check()
  await expectAccessible(page, 'naming a version')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('heading', { name: /Texte de départ/ }).waitFor()

  await openPlan(page, server)
  await openPlan(paul.page, server)
  await writeAtEnd(page, mine, ' Écrit par Marie.')
  await writeAtEnd(paul.page, theirs, ' Écrit par Paul.')
  await waitSaved(page)
  await waitSaved(paul.page)
  await page.getByRole('button', { name: 'Versions' }).click()
  await lookFor(page, /Paul Petit.: axe.2, action.1/)
  await page
    .getByText(/Marie Durand.: axe.1, action.1/)
    .first()
    .waitFor()
  await expectAccessible(page, 'the versions of a plan')

  await page.getByRole('link', { name: /Ce qui a changé depuis.: Texte de départ/ }).click()
  await page
    .locator('ins')
    .getByText(/Écrit par Marie/)
    .waitFor()
  await page
    .locator('ins')
    .getByText(/Écrit par Paul/)
    .waitFor()
  await expectAccessible(page, 'a comparison')
  await page.getByRole('button', { name: /^Rétablir «.Texte de départ.»/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Que rétablir/ }).click()
  await page
    .getByRole('option', { name: /^Action.1.: / })
    .first()
    .click()
  await expectAccessible(page, 'what restoring does')
  await dialog.getByRole('button', { name: 'Rétablir', exact: true }).click()
  await writeAtEnd(paul.page, theirs, ' Pendant ce temps.')

  await page
    .getByText('Ce passage est de nouveau comme dans «\u00A0Texte de départ\u00A0».')
    .first()
    .waitFor()
  await expectText(paul.page, mine, /^(?!.*Écrit par Marie)/)
  await expectText(page, mine, /^(?!.*Écrit par Marie)/)
  await expectText(page, theirs, /Écrit par Paul\. Pendant ce temps\./)
  await page.keyboard.press('Control+z')
  await expectText(page, mine, /Écrit par Marie\./)
  await expectText(paul.page, mine, /Écrit par Marie\./)
  await expectText(page, theirs, /Écrit par Paul\. Pendant ce temps\./)
  await waitSaved(page)

  await server.command('verify', orleans)
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('two versions are chosen and compared at an address, and a reader neither names nor restores', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const { page } = marie
  const reader = await openAsInvited(browser, server, { by: marie, name: 'Léa Roux', role: 'reader' })
  await openPlan(page, server)
  for (const name of ['Première', 'Deuxième']) {
    await writeAtEnd(page, mine, ` ${name}.`)
    await waitSaved(page)
    await page.getByRole('button', { name: 'Versions' }).click()
    await page.getByRole('textbox', { name: /Nommer le plan d’aujourd’hui/ }).fill(name)
    await page.getByRole('button', { name: 'Garder cette version' }).click()
    await page.getByRole('heading', { name }).waitFor()
    await page.getByRole('link', { name: 'Revenir au plan' }).click()
  }
  await page.getByRole('button', { name: 'Versions' }).click()
  await page.getByRole('checkbox', { name: /Comparer.: Deuxième/ }).check()
  await page.getByRole('checkbox', { name: /Comparer.: Première/ }).check()
  await page.getByRole('link', { name: 'Comparer les deux' }).click()
  await page
    .locator('ins')
    .getByText(/Deuxième/)
    .waitFor()
  expect(
    await page
      .locator('ins')
      .getByText(/Première/)
      .count(),
  ).toBe(0)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /Télécharger la comparaison/ }).click()
  expect((await download).suggestedFilename()).toBe('comparaison.json')

  await reader.page.goto(page.url())
  await reader.page
    .locator('ins')
    .getByText(/Deuxième/)
    .waitFor()
  expect(await reader.page.getByRole('button', { name: /Rétablir/ }).count()).toBe(0)
  await reader.page.getByRole('link', { name: 'Toutes les versions' }).click()
  await reader.page.getByRole('heading', { name: 'Deuxième' }).waitFor()
  expect(await reader.page.getByRole('textbox').count()).toBe(0)
  expect(await reader.page.getByRole('button', { name: /Nommer/ }).count()).toBe(0)
  expect([...marie.problems, ...reader.problems]).toEqual([])
})
