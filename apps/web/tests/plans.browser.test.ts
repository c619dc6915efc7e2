import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser, openAs } from './support/browser.ts'
import { openAsAdmin } from './support/people.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('a new plan starts from a template and opens in the editor', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Nouveau plan' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectAccessible(page, 'new plan')
  await page
    .getByText(/^Orientations/)
    .first()
    .click()
  await page.getByRole('textbox', { name: /^Académie/ }).fill('Académie de Limoges')
  await page.getByRole('button', { name: /Créer le plan/ }).click()
  await page.getByText('Nos grandes orientations').first().waitFor({ state: 'attached' })
  await expectAccessible(page, 'an empty plan')
  await page.goto(server.url)
  await page.getByRole('link', { name: /Limoges/ }).waitFor()
  expect(problems).toEqual([])
})

it('a text is imported; the lines that could not be placed are shown before the plan opens', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  const text = [
    'Axe 1 - Réussir',
    '',
    'Les actions qui seront menées',
    '',
    '1 1 Lire chaque jour.',
    '',
    '7 3 Un numéro qui ne va nulle part.',
    '1. Lire chaque jour',
    '',
    ' > Ouvrir les bibliothèques.',
    '',
    'Indicateur',
    '',
    ' > Nombre de livres prêtés.',
    '',
  ].join('\n')
  await page.goto(`${server.url}/nouveau-plan`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'projet.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  })
  await page.getByRole('table').waitFor()
  expect(await page.getByRole('table').innerText()).toMatch(/7/)
  await expectAccessible(page, 'import with lines that could not be placed')
  await page
    .getByRole('link', { name: /plan/i })
    .or(page.getByRole('button', { name: /Ouvrir/ }))
    .last()
    .click()
  await page.getByText('Ouvrir les bibliothèques.').first().waitFor()
  expect(problems).toEqual([])
})

it('a file that is no plan is refused with a word on what to do, and makes no plan', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await page.goto(`${server.url}/nouveau-plan`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'photo.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0]),
  })
  await page.getByRole('alert').first().waitFor()
  await expectAccessible(page, 'import refused')
  await page.goto(server.url)
  await page.getByRole('link', { name: /Orléans/ }).waitFor()
  expect(await page.getByRole('listitem').count()).toBe(2)
})

it.each([
  ['/nulle-part', 'an address that is not there'],
  ['/plans/inconnu', 'a plan that is not there'],
  ['/invitation/abcdef', 'an invitation that is not there'],
])('%s is a calm page that says what to do', async (path, where) => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await page.goto(server.url + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('link', { name: /plans/i }).first().waitFor()
  await expectAccessible(page, where)
})

it.each([320, 768])('the pages around the plans hold at %i pixels', async (width) => {
  const server = await startServer()
  const admin = await openAsAdmin(browser, server)
  await admin.page.setViewportSize({ width, height: 800 })
  for (const path of ['/', '/nouveau-plan']) {
    await admin.page.goto(server.url + path)
    await admin.page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(admin.page, `${path} at ${width}`)
  }
  const guest = await openAs(browser, { width })
  await guest.page.goto(`${server.url}/connexion`)
  await guest.page.getByRole('heading', { level: 1 }).waitFor()
  await expectAccessible(guest.page, `/connexion at ${width}`)
})
