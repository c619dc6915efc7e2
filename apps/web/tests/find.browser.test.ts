import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited, orleans, send } from './support/people.ts'
import { expectText, field, openPlan, waitSaved } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'

function bar(page: Page) {
  return page.getByRole('search', { name: 'Chercher dans le plan' })
}

function query(page: Page) {
  return bar(page).getByRole('textbox', { name: 'Chercher dans le plan' })
}

/** «3 sur 27», as numbers. */
async function count(page: Page): Promise<[number, number]> {
  const shown = bar(page).getByText(/^\d+ sur \d+$/)
  await shown.waitFor()
  const [at = 0, all = 0] = ((await shown.textContent()) ?? '').split(' sur ').map(Number)
  return [at, all]
}

/** The words that the page paints as found, and the ones that one is at. */
async function painted(page: Page): Promise<{ all: string[]; now: string[] }> {
  const [all = [], now = []] = await page.evaluate(() =>
    ['found', 'found-now'].map((name) =>
      Array.from(CSS.highlights.get(name) ?? [], (range) => {
        const words = document.createRange()
        words.setStart(range.startContainer, range.startOffset)
        words.setEnd(range.endContainer, range.endOffset)
        return words.toString()
      }).toSorted(),
    ),
  )
  return { all, now }
}

it('Ctrl+F finds words in the whole plan whatever their accents, and goes from one to the next', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await field(page, measure).focus()
  await page.keyboard.press('Control+f')
  await query(page).waitFor()
  await page.keyboard.type('EVALUATIONS')
  await expect.poll(async () => (await count(page))[1]).toBeGreaterThan(3)
  const [, all] = await count(page)
  // It begins where the caret was, not at the top of the plan.
  expect((await count(page))[0]).toBeGreaterThan(1)
  await expect
    .poll(async () => new Set((await painted(page)).all.map((word) => word.toLowerCase())))
    .toEqual(new Set(['évaluations']))
  const seen: number[] = []
  for (const key of ['Enter', 'F3', 'Shift+Enter', 'Control+g']) {
    await page.keyboard.press(key)
    seen.push((await count(page))[0])
  }
  const [first = 0] = seen
  expect(seen).toEqual([first, first + 1, first, first + 1])
  await expectAccessible(page, 'find', 'search')
  await bar(page).getByRole('button', { name: 'Respecter les majuscules' }).click()
  await bar(page).getByText('Aucun passage', { exact: true }).waitFor()
  await bar(page).getByRole('button', { name: 'Respecter les majuscules' }).click()
  await expect.poll(async () => (await count(page))[1]).toBe(all)
  expect(problems).toEqual([])
})

it('Escape gives the focus to the words that were found, selected: what one types takes their place', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await field(page, measure).focus()
  await page.keyboard.press('Control+f')
  await query(page).waitFor()
  await page.keyboard.type('outils de lecture')
  await expect.poll(async () => (await painted(page)).now).toEqual(['outils de lecture'])
  await page.keyboard.press('Escape')
  await bar(page).waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('outils de lecture')
  await page.keyboard.type('grilles')
  await expectText(page, measure, /^Partager les grilles des résultats/)
  expect(await painted(page)).toEqual({ all: [], now: [] })
  expect(problems).toEqual([])
})

it('from within the bar Ctrl+F is the browser’s own', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  const taken = await page.evaluateHandle(() => {
    const found: boolean[] = []
    addEventListener('keydown', (event) => {
      if (event.key === 'f') found.push(event.defaultPrevented)
    })
    return found
  })
  await page.keyboard.press('Control+f')
  await query(page).waitFor()
  await page.keyboard.press('Control+f')
  expect(await taken.jsonValue()).toEqual([true, false])
})

it('replaces one, then all as one step that one undoes, and says what it could not where one may not write', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  const { page } = paul
  await openPlan(page, server)
  const title = (await field(page, 'Titre, axe 1').getAttribute('data-text')) ?? ''
  const found = async () => (await count(page))[1]
  await page.keyboard.press('Control+h')
  await query(page).waitFor()
  await page.keyboard.type('formation')
  const output = bar(page).getByText(/^Passage \d+ sur \d+/)
  await output.waitFor({ state: 'attached' })
  const all = await found()
  expect(all).toBeGreaterThan(5)
  await bar(page).getByRole('textbox', { name: 'Remplacer par' }).fill('apprentissage')
  await expectAccessible(page, 'replace', 'search')
  await bar(page).getByRole('button', { name: 'Remplacer', exact: true }).last().click()
  await expect.poll(found).toBe(all - 1)
  await bar(page).getByRole('button', { name: 'Tout remplacer' }).click()
  await bar(page).getByText('Aucun passage', { exact: true }).waitFor()
  await page
    .getByText(`${all - 1} passages remplacés.`, { exact: true })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect.poll(found).toBe(all - 1)
  await waitSaved(page)

  const path = `/api/projects/${orleans}/locks/${title.slice(0, title.lastIndexOf('.'))}`
  await send(marie, server, { method: 'PUT', path })
  await field(page, 'Titre, axe 1').waitFor({ state: 'detached' })
  await bar(page).getByRole('button', { name: 'Tout remplacer' }).click()
  const said = page.getByText(/^\d+ passages remplacés\. \d+ passages n’ont pas pu l’être/)
  await said.first().waitFor()
  const [done = 0, kept = 0] = ((await said.first().textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
  expect(done + kept).toBe(all - 1)
  await expect.poll(found).toBe(kept)
  await waitSaved(page)
  expect(paul.problems).toEqual([])
})
