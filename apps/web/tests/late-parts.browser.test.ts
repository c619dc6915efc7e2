import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { expectFocus, press, walkTo } from './support/keyboard.ts'
import { openAsAdmin } from './support/people.ts'
import { field, openPlan, waitSaved, waitTakenOver } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'

/** Holds back all scripts that are asked for from now on, until one lets them through. */
async function holdScripts(page: Page): Promise<{ release: () => void; isAsked: () => boolean }> {
  const gate = Promise.withResolvers<void>()
  let isAsked = false
  await page.route('**/*.js', async (route) => {
    isAsked = true
    await gate.promise
    await route.continue()
  })
  return { release: gate.resolve, isAsked: () => isAsked }
}

async function setupHeld() {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  const scripts = await holdScripts(page)
  const text = field(page, measure)
  await text.focus()
  await page.keyboard.press('Control+Home')
  return { page, problems, scripts, text, before: await text.textContent() }
}

it('what one types right after Ctrl+F is looked for, however late the search itself comes', async () => {
  const { page, problems, scripts, text, before } = await setupHeld()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('évaluations')
  expect(await text.textContent()).toBe(before)
  const bar = page.getByRole('search', { name: 'Chercher dans le plan' })
  const input = bar.getByRole('textbox', { name: 'Chercher dans le plan' })
  expect(await input.inputValue()).toBe('évaluations')
  await expectAccessible(page, 'find, not here yet', 'search')
  expect(scripts.isAsked()).toBe(true)
  scripts.release()
  await bar.getByText(/^\d+ sur \d+$/).waitFor()
  await page.keyboard.type(' nationales')
  await expect.poll(() => input.inputValue()).toBe('évaluations nationales')
  expect(await text.textContent()).toBe(before)
  expect(problems).toEqual([])
})

const dialogs = [
  ['Control+/', 'Raccourcis clavier'],
  ['Control+k', 'Lien'],
] as const

it.each(dialogs)('what one types after %s goes nowhere until «%s» is here', async (key, title) => {
  const { page, problems, scripts, text, before } = await setupHeld()
  await page.keyboard.press(key)
  await page.keyboard.type('perdu ?')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Backspace')
  expect(await text.textContent()).toBe(before)
  await expectAccessible(page, `${title}, not here yet`, '[role=dialog]')
  expect(scripts.isAsked()).toBe(true)
  scripts.release()
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.waitFor()
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  // The focus is where it was, and so is the caret.
  await expect.poll(() => text.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type('Ici ')
  await expect.poll(() => text.textContent()).toBe(`Ici ${before}`)
  await waitSaved(page)
  expect(problems).toEqual([])
})

it('Escape while a dialog is on its way calls it off', async () => {
  const { page, problems, scripts, text, before } = await setupHeld()
  await page.keyboard.press('Control+/')
  await page.keyboard.press('Escape')
  await page.keyboard.type('Ici ')
  await expect.poll(() => text.textContent()).toBe(`Ici ${before}`)
  scripts.release()
  await page.waitForLoadState('networkidle')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(problems).toEqual([])
})

it('whoever goes into a panel of tabs before its content has come keeps the focus there when it comes', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  const gate = Promise.withResolvers<void>()
  await page.route('**/amendments', async (route) => {
    await gate.promise
    await route.continue()
  })
  await openPlan(page, server)
  await waitTakenOver(page)
  await page.keyboard.press('Control+Alt+v')
  await expectFocus(page, 'Relecture')
  await walkTo(page, /^Commentaires$/)
  await press(page, 'ArrowRight')
  await expectFocus(page, 'Amendements')
  await press(page, 'Tab')
  const panel = page.getByRole('tabpanel', { name: 'Amendements' })
  const hasFocus = () => panel.evaluate((element) => element.contains(document.activeElement))
  expect(await hasFocus()).toBe(true)
  gate.resolve()
  await panel.getByText('Aucun amendement pour l’instant').waitFor()
  // A frame later the browser takes the focus from what takes none.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  expect(await hasFocus()).toBe(true)
  await press(page, 'Tab')
  expect(problems).toEqual([])
})
