import { readFile } from 'node:fs/promises'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin } from './support/people.ts'
import { expectText, openPlan, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'

it('a named version stays as it was while the plan goes on, and reads as a page that cannot be changed', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await writeAtEnd(page, measure, ' Avant la version.')
  await waitSaved(page)
  await page.getByRole('button', { name: 'Versions' }).click()
  await page.getByRole('textbox', { name: /Nommer le plan d’aujourd’hui/ }).fill('Avant la réunion')
  await page.getByRole('button', { name: 'Garder cette version' }).click()
  const opening = page.getByRole('link', { name: /Ouvrir.: Avant la réunion/ })
  await opening.waitFor()
  await expectAccessible(page, 'versions')
  await page.getByRole('link', { name: 'Revenir au plan' }).click()
  await writeAtEnd(page, measure, ' Après la version.')
  await waitSaved(page)

  await page.getByRole('button', { name: 'Versions' }).click()
  await opening.click()
  await page.getByText(/enregistrée par Marie Durand/).waitFor()
  await page.getByText('Avant la version.').first().waitFor({ state: 'attached' })
  expect(await page.locator('main').textContent()).not.toMatch(/Après la version/)
  expect(await page.locator('[contenteditable=true]').count()).toBe(0)
  await expectAccessible(page, 'a version')
  await page.getByRole('link', { name: 'Revenir au plan en cours' }).click()
  await expectText(page, measure, /Après la version\./)
  expect(problems).toEqual([])
})

it.each([
  ['PDF', '.pdf', /^%PDF-1\.7/],
  ['Suite donnée aux amendements', '.pdf', /^%PDF-1\.7/],
  ['Page web', '.html', /^<!doctype html>[\s\S]*Écrit à l’instant/i],
  ['Markdown', '.md', /Écrit à l’instant/],
  ['Données', '.json', /"concerte-project"[\s\S]*Écrit à l’instant/],
])('the plan of this moment is exported as %s', async (label, extension, content) => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await writeAtEnd(page, measure, ' Écrit à l’instant.')
  await waitSaved(page)
  await page.getByRole('button', { name: 'Exporter' }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${label}`) }).waitFor()
  await expectAccessible(page, 'formats of export')
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: new RegExp(`^${label}`) }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(new RegExp(`Orl.*${extension.replace('.', '\\.')}$`, 'i'))
  expect(await readFile(await file.path(), 'utf8')).toMatch(content)
  expect(problems).toEqual([])
})
