import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited } from './support/people.ts'
import { expectText, field, openPlan, writeAtEnd } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Contrôles' })
/** What folds and unfolds the findings of one check. */
const checkOf = (page: Page, name: string) => panelOf(page).getByRole('heading').getByRole('button', { name })
const expectSoon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000 })

/** By keyboard: the shortcut opens the panel, and the focus is in it. */
async function openChecks(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+c')
  await panelOf(page)
    .getByText(/\d+ points? à regarder/)
    .waitFor({ timeout: 60_000 })
}

const unfold = (page: Page, name: string) => checkOf(page, name).press('Enter')

it('a finding leads to its words, one click mends it for everyone, and it leaves the list', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(marie.page, server)
  await openPlan(paul.page, server)
  const { page } = marie
  await openChecks(page)
  await expectSoon(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Contrôles')
  await expectAccessible(page, 'the findings of a plan', '[data-side-panel]')
  expect(await page.getByRole('button', { name: /Contrôles du plan\s: \d+ points ouverts/ }).count()).toBe(1)

  await unfold(page, 'Points de suspension')
  await expectAccessible(page, 'the findings of one check', '[data-side-panel]')
  const jump = panelOf(page).getByRole('button', { name: /^Axe 3, action 5, mesure 4 / })
  await jump.press('Enter')
  const name = 'Mesure 4, action 5, axe 3'
  await expectSoon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name)
  const marked = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('finding') ?? []
      return range === undefined || !(range instanceof Range) ? null : range.toString()
    })
  await expectSoon(marked).toBe('...')
  // Back in the panel, where one was.
  await panelOf(page)
    .getByRole('button', { name: /^Corriger\s: Axe 3, action 5, mesure 4/ })
    .press('Enter')
  await expectText(paul.page, name, /…/)
  await expectSoon(() => jump.count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true)
  await page.getByText(/^Corrigé\s: Axe 3, action 5, mesure 4\./).waitFor()
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expectText(paul.page, name, /\.\.\./)
  await jump.waitFor()
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('what others write shows in the list, and all of one check is mended in one step', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(marie.page, server)
  await openPlan(paul.page, server)
  const { page } = marie
  await openChecks(page)
  const measure = 'Mesure 1, action 1, axe 1'
  expect(await checkOf(page, 'Apostrophes').count()).toBe(0)
  // Pasted words are not put right as they come, as typed ones are.
  await field(paul.page, measure).focus()
  await paul.page.keyboard.press('Control+End')
  await paul.page.keyboard.insertText(" Dès l'école, puis jusqu'au lycée...")
  await checkOf(page, 'Apostrophes').waitFor()
  await unfold(page, 'Apostrophes')
  await panelOf(page)
    .getByRole('button', { name: /^Axe 1, action 1, mesure 1 Apostrophe courbe \(2 fois\)/ })
    .waitFor()
  await unfold(page, 'Points de suspension')
  await panelOf(page)
    .getByRole('button', { name: /^Tout corriger \(\d+\)\s: Points de suspension/ })
    .press('Enter')
  await page.getByText(/passages corrigés, en une fois/).waitFor()
  await expectSoon(() => checkOf(page, 'Points de suspension').count()).toBe(0)
  await expectText(paul.page, measure, /lycée…$/)
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expectText(paul.page, measure, /lycée\.\.\.$/)
  await checkOf(page, 'Points de suspension').waitFor()
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('a finding is dismissed with a reason that everyone reads, and brought back', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(marie.page, server)
  await openPlan(paul.page, server)
  const { page } = marie
  await openChecks(page)
  await openChecks(paul.page)
  await unfold(page, 'Mots répétés')
  await panelOf(page)
    .getByRole('button', { name: /^Ignorer… Axe 1, action 8, mesure 3/ })
    .press('Enter')
  const reason = panelOf(page).getByRole('textbox', { name: /Pourquoi l’ignorer/ })
  await expectSoon(() => reason.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await panelOf(page).getByText('Dites en quelques mots pourquoi.').waitFor()
  await expectAccessible(page, 'a finding that is being dismissed', '[data-side-panel]')
  await page.keyboard.type('C’est voulu.')
  await page.keyboard.press('Enter')
  await expectSoon(() => checkOf(page, 'Mots répétés').count()).toBe(0)

  await checkOf(paul.page, 'Ignorés (1)').press('Enter')
  await panelOf(paul.page).getByText('C’est voulu.').waitFor()
  await panelOf(paul.page)
    .getByText(/Ignoré par Marie Durand/)
    .waitFor()
  await expectAccessible(paul.page, 'dismissed findings', '[data-side-panel]')
  await panelOf(paul.page)
    .getByRole('button', { name: /^Rétablir Axe 1, action 8, mesure 3/ })
    .press('Enter')
  await checkOf(page, 'Mots répétés').waitFor()

  // A check for the whole plan is the leads’.
  await unfold(paul.page, 'Textes très longs')
  expect(
    await panelOf(paul.page)
      .getByRole('button', { name: /^Ignorer partout/ })
      .count(),
  ).toBe(0)
  await unfold(page, 'Textes très longs')
  await panelOf(page).getByRole('button', { name: 'Ignorer partout… Textes très longs' }).press('Enter')
  await page.keyboard.type('Nous aimons les longs textes.')
  await page.keyboard.press('Enter')
  await expectSoon(() => checkOf(paul.page, 'Textes très longs').count()).toBe(0)
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('a reader sees the findings without what changes them, and missing words lead to where they are written', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rita = await openAsInvited(browser, server, {
    by: marie,
    name: 'Rita Roux',
    role: 'reader',
    open: { width: 400, height: 800 },
  })
  await openPlan(marie.page, server)
  await openPlan(rita.page, server)
  await openChecks(rita.page)
  await unfold(rita.page, 'Points de suspension')
  const first = panelOf(rita.page).locator('[data-jump]').first()
  await first.waitFor()
  expect(
    await panelOf(rita.page)
      .getByRole('button', { name: /Corriger|Ignorer/ })
      .count(),
  ).toBe(0)
  await expectAccessible(rita.page, 'the findings, for a reader with a telephone', '[data-side-panel]')

  const { page } = marie
  await openChecks(page)
  await panelOf(page)
    .getByRole('combobox', { name: 'Montrer' })
    .selectOption({ label: 'Axe 2 : Faire société' })
  await panelOf(page)
    .getByText(/\d+ sur \d+ points/)
    .waitFor()
  await unfold(page, 'Indicateurs sans cible')
  const jump = panelOf(page).locator('[data-jump]').first()
  expect(await jump.textContent()).toMatch(/^Axe 2, action 1, indicateur 1, cible/)
  await jump.press('Enter')
  const target = 'Cible de l’indicateur 1, action 1, axe 2'
  await expectSoon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(target)
  await page.keyboard.type('80 %')
  await expectSoon(() =>
    panelOf(page)
      .getByRole('button', { name: /^Axe 2, action 1, indicateur 1, cible/ })
      .count(),
  ).toBe(0)
  // Escape in the panel closes it, and the focus goes back.
  await panelOf(page).getByRole('combobox', { name: 'Montrer' }).focus()
  await page.keyboard.press('Escape')
  await panelOf(page).waitFor({ state: 'detached' })
  await writeAtEnd(page, 'Mesure 1, action 1, axe 2', ' Fin.')
  expect([...marie.problems, ...rita.problems]).toEqual([])
})
