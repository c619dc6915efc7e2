import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin } from './support/people.ts'
import { field, openPlan, waitSaved } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'

async function setupMeasure() {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  await openPlan(marie.page, server)
  await field(marie.page, measure).focus()
  await marie.page.keyboard.press('Control+End')
  const read = async () => (await field(marie.page, measure).textContent()) ?? ''
  const before = await read()
  /** What stands behind the words that were there; `~` is a no-break space, `_` a thin one. */
  const written = async () =>
    (await read()).slice(before.length).replaceAll('\u00A0', '~').replaceAll('\u202F', '_')
  return { ...marie, written }
}

it('typed signs take their French form and spaces, and an ordinal its raised letters', async () => {
  const { page, written, problems } = await setupMeasure()
  const { keyboard } = page
  await keyboard.type(` Dès le 1er jour, l'école "ouverte"... à 8:30 : vraiment ! Voir https://a.fr/?b.`)
  await expect
    .poll(written)
    .toBe(' Dès le 1er jour, l’école «~ouverte~»… à 8:30~: vraiment_! Voir https://a.fr/?b.')
  expect(await field(page, measure).locator('sup').allTextContents()).toEqual(['er'])
  await waitSaved(page)
  expect(problems).toEqual([])
})

it('Ctrl+Z gives back what was typed, alone, and the same sign is then left as it is', async () => {
  const { page, written } = await setupMeasure()
  const { keyboard } = page
  await keyboard.type(` Un "`)
  await expect.poll(written).toBe(' Un «~')
  await keyboard.press('Control+z')
  await expect.poll(written).toBe(' Un "')
  await keyboard.press('Backspace')
  await keyboard.type('"mot"')
  await expect.poll(written).toBe(' Un "mot"')
  await keyboard.type(" l'autre")
  await expect.poll(written).toBe(' Un "mot" l’autre')
})

it('Backspace right after gives back what was typed, and takes a letter away anywhere else', async () => {
  const { page, written } = await setupMeasure()
  const { keyboard } = page
  await keyboard.type(' Le 2e ')
  expect(await field(page, measure).locator('sup').count()).toBe(1)
  await keyboard.press('Backspace')
  await expect.poll(written).toBe(' Le 2e ')
  expect(await field(page, measure).locator('sup').count()).toBe(0)
  await keyboard.type('pas !')
  await expect.poll(written).toBe(' Le 2e pas_!')
  await keyboard.press('Backspace')
  await expect.poll(written).toBe(' Le 2e pas !')
  await keyboard.press('Backspace')
  await expect.poll(written).toBe(' Le 2e pas ')
  await keyboard.type('...')
  await expect.poll(written).toBe(' Le 2e pas …')
  await keyboard.type(' a')
  await keyboard.press('Backspace')
  await expect.poll(written).toBe(' Le 2e pas … ')
  // Everything that was typed is still undone step by step.
  await keyboard.press('Control+z')
  await keyboard.press('Control+z')
  await expect.poll(written).toBe(' Le 2e pas ...')
})

it('is turned off and on from the account menu, for this device, at once', async () => {
  const { page, written } = await setupMeasure()
  const { keyboard } = page
  const menu = page.getByRole('button', { name: /Compte de/ })
  await menu.click()
  const choice = page.getByRole('menuitemcheckbox', { name: /Typographie française/ })
  await expect.poll(() => choice.getAttribute('aria-checked')).toBe('true')
  await expectAccessible(page, 'account menu')
  await choice.click()
  await expect.poll(() => choice.getAttribute('aria-checked')).toBe('false')
  await keyboard.press('Escape')
  await field(page, measure).focus()
  await keyboard.press('Control+End')
  await keyboard.type(` l'"oui" !`)
  await expect.poll(written).toBe(` l'"oui" !`)
  await waitSaved(page)
  await page.reload()
  await waitSaved(page)
  await menu.click()
  await expect.poll(() => choice.getAttribute('aria-checked')).toBe('false')
  await choice.click()
  await keyboard.press('Escape')
  await field(page, measure).focus()
  await keyboard.press('Control+End')
  await keyboard.type(" d'ici")
  await expect.poll(written).toBe(` l'"oui" ! d’ici`)
})
