import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser, openAs } from './support/browser.ts'
import { password } from './support/invitations.ts'
import { expectFocus, focusedName, press, walkTo } from './support/keyboard.ts'
import { openAsAdmin, orleans } from './support/people.ts'
import { expectText, field, openPlan, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = (number: number) => `Mesure ${number}, action 1, axe 1`
const items = (page: Page, name: string) => field(page, name).locator('li').allTextContents()
const heard = (page: Page, words: RegExp) =>
  expect.poll(() => page.locator('output').allTextContents()).toContainEqual(expect.stringMatching(words))

it('the whole main job is done by keyboard alone, and the focus is never lost', async () => {
  const server = await startServer()
  await openAsAdmin(browser, server)
  const { page, problems } = await openAs(browser)
  await page.goto(`${server.url}/plans/${orleans}`)
  await page.getByRole('heading', { name: 'Se connecter' }).waitFor()
  await walkTo(page, /Adresse électronique/)
  await page.keyboard.type('marie@example.org')
  await walkTo(page, /^Mot de passe/)
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await waitSaved(page)
  await page.waitForLoadState('networkidle')

  // To an action, and to its first measure.
  await page.keyboard.press('Control+Alt+o')
  await expectFocus(page, /^Couverture/)
  await walkTo(page, /^1 ?Partager|^1 ?Construire|^1 ?\p{L}.*/u, 'ArrowDown')
  await walkTo(page, /^1\D/, 'ArrowDown')
  await press(page, 'Enter')
  await expectFocus(page, 'Titre, action 1, axe 1')
  await press(page, 'Enter')
  await expectFocus(page, measure(1))

  // A measure, cut in two, of which the second half becomes a sub-point.
  await press(page, 'Control+End', 'Enter')
  await expectFocus(page, measure(2))
  await page.keyboard.type('Former les équipes et suivre')
  for (let count = 0; count < ' et suivre'.length; count += 1) await page.keyboard.press('ArrowLeft')
  await press(page, 'Enter')
  await expectFocus(page, measure(3))
  await expectText(page, measure(2), /^Former les équipes$/)
  await press(page, 'Tab')
  await expectFocus(page, measure(2))
  await expect.poll(() => items(page, measure(2))).toEqual([' et suivre'])
  await heard(page, /Sous-point/)
  await press(page, 'Shift+Tab')
  await expectFocus(page, measure(3))
  await expectText(page, measure(3), /et suivre/)
  await press(page, 'Tab')
  await expect.poll(() => items(page, measure(2))).toEqual([' et suivre'])

  // Moved, and told where.
  await press(page, 'Alt+ArrowDown')
  await expectFocus(page, measure(3))
  await heard(page, /^Mesure déplacée, 3 sur \d+, action 1, axe 1$/)
  await press(page, 'Alt+ArrowUp')
  await expectFocus(page, measure(2))

  // An indicator from an empty line, with what it is measured by.
  await press(page, 'Control+End', 'Control+Enter')
  await expectFocus(page, measure(3))
  await page.keyboard.type('/indic')
  await page.getByRole('listbox', { name: 'Ce qui peut venir ici' }).waitFor()
  expect(await field(page, measure(3)).getAttribute('aria-activedescendant')).not.toBeNull()
  await expectAccessible(page, 'the list at a slash')
  await press(page, 'Enter')
  await expectFocus(page, /^Indicateur \d+, action 1, axe 1$/)
  const indicator = (await focusedName(page)) ?? ''
  await page.keyboard.type('Nombre d’équipes')
  await expectText(page, indicator, /^Nombre d’équipes$/)
  await press(page, 'Escape')
  await walkTo(page, /^Préciser/)
  await press(page, 'Enter')
  await expectFocus(page, /^Nature/)
  await walkTo(page, /^Valeur de départ/)
  await page.keyboard.type('12')
  await walkTo(page, /^Cible/)
  const target = (await focusedName(page)) ?? ''
  await page.keyboard.type('30')
  const value = () => page.getByRole('textbox', { name: target, exact: true }).inputValue()
  await press(page, 'Control+z')
  await expect.poll(value).toBe('')
  await press(page, 'Control+Shift+z')
  await expect.poll(value).toBe('30')
  await expectFocus(page, target)

  // Every shortcut, and out of the plan again.
  await press(page, 'Control+/')
  const shortcuts = page.getByRole('dialog', { name: 'Raccourcis clavier' })
  await shortcuts.getByText('En faire un sous-point').waitFor()
  await expectAccessible(page, 'shortcuts', '[role=dialog]')
  await press(page, 'Escape')
  await shortcuts.waitFor({ state: 'detached' })
  await expectFocus(page, target)
  await press(page, 'Control+Alt+o')
  await walkTo(page, /^Exporter/, 'Shift+Tab')
  await press(page, 'Enter')
  await page.getByRole('menuitem').first().waitFor()
  await press(page, 'ArrowDown', 'Escape')
  await expectFocus(page, /^Exporter/)
  await press(page, 'Control+Alt+p')
  await expectFocus(page, target)
  await waitSaved(page)
  expect(problems).toEqual([])
  // A hundred keys, each of which is looked after: a busy machine may take its time.
}, 240_000)

it('Tab walks on from a text where nothing was written, and after Escape from any', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await writeAtEnd(page, measure(1), '')
  await press(page, 'Escape')
  // Twice: past the button of its menu.
  await walkTo(page, /^Mesure 2, action 1, axe 1$/)
  await walkTo(page, /^Mesure 3, action 1, axe 1$/)
  expect(await items(page, measure(1))).toEqual([])
  await page.keyboard.type('x')
  await press(page, 'Tab')
  await expectFocus(page, measure(2))
  await press(page, 'Escape', 'Tab')
  expect(await focusedName(page)).not.toBe(measure(2))
})

it('Ctrl+Z takes back one’s own steps in order, whatever they changed and wherever the focus is, and Ctrl+Shift+Z does them again', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  const before = await field(page, measure(1)).textContent()
  await writeAtEnd(page, measure(1), ' Un.')
  await writeAtEnd(page, measure(2), '')
  await press(page, 'Enter')
  await page.keyboard.type('Deux')
  await expectText(page, measure(3), /^Deux$/)
  await press(page, 'Alt+ArrowUp')
  await expectText(page, measure(2), /^Deux$/)
  await page.getByRole('button', { name: 'Réglages' }).focus()
  await press(page, 'Enter')
  const dialog = page.getByRole('dialog', { name: 'Réglages du plan' })
  const heading = dialog.getByRole('textbox', { name: /^Intitulé/ }).last()
  await dialog.getByRole('tab', { name: 'Rubriques' }).press('Enter')
  await heading.fill('Jalons')
  await press(page, 'Enter', 'Escape')
  await dialog.waitFor({ state: 'detached' })
  const headings = () => page.getByRole('heading', { name: 'Jalons' }).count()
  await expect.poll(headings).toBeGreaterThan(0)
  for (let count = 0; count < 4 && (await headings()) > 0; count += 1) await press(page, 'Control+z')
  await expect.poll(headings).toBe(0)
  await page.getByRole('button', { name: 'Exporter' }).focus()
  while ((await field(page, measure(2)).textContent()) === 'Deux') await press(page, 'Control+z')
  await expectText(page, measure(3), /^Deux$/)
  while ((await field(page, measure(1)).textContent()) !== before) await press(page, 'Control+z')
  for (let count = 0; count < 12; count += 1) await press(page, 'Control+Shift+z')
  await expect.poll(headings).toBeGreaterThan(0)
  await expectText(page, measure(1), /Un\.$/)
  await expectText(page, measure(2), /^Deux$/)
})

it('a / keeps its meaning for those who want it: Escape, or words that nothing bears', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  const list = page.getByRole('listbox', { name: 'Ce qui peut venir ici' })
  await writeAtEnd(page, measure(1), '')
  await press(page, 'Enter')
  await expectFocus(page, measure(2))
  await page.keyboard.type('/')
  await list.waitFor()
  await press(page, 'Escape')
  await list.waitFor({ state: 'detached' })
  await page.keyboard.type('et')
  await expectText(page, measure(2), /^\/et$/)
  expect(await list.count()).toBe(0)
  await press(page, 'Enter')
  await expectFocus(page, measure(3))
  await page.keyboard.type('/xyz')
  await press(page, 'Enter')
  await expectText(page, measure(3), /^\/xyz$/)
  await expectFocus(page, measure(4))
  await page.keyboard.type('/liste pu')
  await press(page, 'Enter')
  await page.keyboard.type('un')
  await expect.poll(() => items(page, measure(4))).toEqual(['un'])
})

it('an entry at the edge of its action goes on into the next one, and an action into the next axis, with the caret', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  const words = /^Partager les outils/
  await expectText(page, measure(1), words)
  await writeAtEnd(page, measure(1), '')
  for (let count = 0; count < 20; count += 1) {
    await press(page, 'Alt+ArrowDown')
    await expect.poll(() => focusedName(page)).toMatch(/^Mesure/)
    if ((await focusedName(page)) === 'Mesure 1, action 2, axe 1') break
  }
  await expectText(page, 'Mesure 1, action 2, axe 1', words)
  await heard(page, /^Mesure déplacée, 1 sur \d+, action 2, axe 1$/)
  await page.keyboard.type('!')
  await expectText(page, 'Mesure 1, action 2, axe 1', /!$/)
  await press(page, 'Alt+ArrowUp')
  await expect.poll(() => focusedName(page)).toMatch(/^Mesure \d+, action 1, axe 1$/)
})

it('arrows keep their column from text to text, through shorter lines and empty ones', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  const column = () =>
    page.evaluate(() => Math.round(getSelection()?.getRangeAt(0).getBoundingClientRect().left ?? 0))
  await writeAtEnd(page, measure(1), '')
  await press(page, 'Enter')
  await page.keyboard.type('Bref')
  await press(page, 'Enter')
  await expectFocus(page, measure(3))
  await press(page, 'ArrowDown')
  await expectFocus(page, measure(4))
  for (let count = 0; count < 30; count += 1) await page.keyboard.press('ArrowRight')
  const start = await column()
  for (const number of [3, 2]) {
    await press(page, 'ArrowUp')
    await expectFocus(page, measure(number))
  }
  for (const number of [3, 4]) {
    await press(page, 'ArrowDown')
    await expectFocus(page, measure(number))
  }
  // To the nearest letter.
  expect(Math.abs((await column()) - start)).toBeLessThan(16)
})

it('Enter and Backspace do in titles, sub-points and long texts what they do in an outliner and in a letter', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  // A title: on to what comes next; Backspace at its start takes nothing away.
  const title = 'Titre, action 1, axe 1'
  const words = await field(page, title).textContent()
  await field(page, title).focus()
  await press(page, 'Control+Home', 'Backspace')
  await expectFocus(page, title)
  await press(page, 'Control+k')
  await page.getByText('Pas de lien dans un titre.').waitFor()
  await press(page, 'Enter')
  await expectFocus(page, measure(1))
  expect(await field(page, title).textContent()).toBe(words)
  // Sub-points: a new one, out of an empty one, joined with the words before.
  await press(page, 'Control+End', 'Enter')
  await page.keyboard.type('Une')
  await press(page, 'Enter')
  await page.keyboard.type('a')
  await press(page, 'Tab')
  await expectFocus(page, measure(2))
  await press(page, 'Enter')
  await page.keyboard.type('b')
  await expect.poll(() => items(page, measure(2))).toEqual(['a', 'b'])
  await press(page, 'Home', 'Backspace')
  await expect.poll(() => items(page, measure(2))).toEqual(['ab'])
  await press(page, 'End', 'Enter', 'Enter')
  await expectFocus(page, measure(3))
  await expectText(page, measure(3), /^$/)
  await expect.poll(() => items(page, measure(2))).toEqual(['ab'])
  await press(page, 'Backspace')
  await expectFocus(page, measure(2))
  // The text of a part: paragraphs, as in a letter.
  const body = page.getByRole('textbox', { name: /^Texte de la partie/ }).first()
  await body.focus()
  await press(page, 'Control+Home')
  const paragraphs = await body.locator('p').count()
  await page.keyboard.type('Chers collègues,')
  await press(page, 'Enter')
  await expect.poll(() => body.locator('p').count()).toBe(paragraphs + 1)
  await press(page, 'Backspace')
  await expect.poll(() => body.locator('p').count()).toBe(paragraphs)
})
