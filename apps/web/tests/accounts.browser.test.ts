import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser, openAs } from './support/browser.ts'
import { password } from './support/invitations.ts'
import { openAsAdmin } from './support/people.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('the first person opens the set-up link, is told what is wrong, makes the account and finds both plans', async () => {
  const server = await startServer()
  const { page, problems } = await openAs(browser)
  await page.goto(server.setupUrl!)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectAccessible(page, 'set-up')
  await page.getByRole('button', { name: 'Créer le compte' }).click()
  const faults = page.getByRole('region', { name: 'À corriger' })
  await faults.getByRole('link').nth(2).waitFor()
  expect(await faults.evaluate((summary) => summary === document.activeElement)).toBe(true)
  await expectAccessible(page, 'set-up with errors')
  await page.getByLabel('Prénom et nom').fill('Marie Durand')
  await page.getByLabel('Adresse électronique').fill('marie@example.org')
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password)
  await page.getByRole('button', { name: 'Créer le compte' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor()
  await page.getByRole('link', { name: /Orléans-Tours/ }).waitFor()
  await page.getByRole('link', { name: /Clermont-Ferrand/ }).waitFor()
  await expectAccessible(page, 'list of plans')

  const late = await openAs(browser)
  await late.page.goto(server.setupUrl!)
  await late.page.getByRole('link', { name: 'Se connecter' }).first().waitFor()
  expect(await late.page.getByLabel('Mot de passe').count()).toBe(0)
  await expectAccessible(late.page, 'set-up, closed')
  expect(problems).toEqual([])
})

it('signing in brings back to the page that was asked for; a wrong password is said without telling which half is wrong', async () => {
  const server = await startServer()
  await openAsAdmin(browser, server)
  const { page, problems } = await openAs(browser)
  await page.goto(`${server.url}/plans/clermont-ferrand`)
  await page.getByLabel('Adresse électronique').fill('marie@example.org')
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill('pas le bon mot')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByText('Adresse électronique ou mot de passe incorrect.').waitFor()
  await expectAccessible(page, 'sign-in with an error')
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByText('Affirmer le pilotage pédagogique').first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/plans/clermont-ferrand')
  expect(problems).toEqual([])
})

it('the whole interface speaks English to those who choose it', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await page.goto(server.url)
  await page.getByRole('button', { name: /Marie Durand/ }).click()
  await page
    .getByRole('menuitemradio', { name: 'English' })
    .or(page.getByRole('menuitem', { name: 'English' }))
    .click()
  await page.getByRole('link', { name: 'New plan' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await expectAccessible(page, 'list of plans in English')
})
