import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited } from './support/people.ts'
import { field, openPlan, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer } from './support/server.ts'

/** What comes with the next answer of a server and a browser that share a busy machine. */
const expectSoon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'

/** The words under each author's mark in the page, by the number of the mark. */
function marked(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const found: Record<string, string[]> = {}
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('author-')) continue
      const words = [...highlight].map((range) => (range instanceof Range ? range.toString() : ''))
      if (words.length > 0) found[name.slice('author-'.length)] = words.toSorted()
    }
    return found
  })
}

function boxes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Also what is scrolled away, which the page would else lay out when it comes near.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [sheet]
    return [...document.querySelectorAll('[data-text], [data-text] *')].map((element) =>
      JSON.stringify([element.tagName, element.getBoundingClientRect()]),
    )
  })
}

const toggle = (page: Page) => page.getByRole('button', { name: 'Qui a écrit quoi', exact: true })

it('[S3] on demand the page shows who wrote what, without a pixel moving, and follows what is typed', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(marie.page, server)
  await openPlan(paul.page, server)
  await writeAtEnd(marie.page, measure, ' De Marie, longuement.')
  await waitSaved(marie.page)
  await expectSoon(() => field(paul.page, measure).textContent()).toMatch(/longuement\.$/)
  await writeAtEnd(paul.page, measure, ' De Paul.')
  await writeAtEnd(paul.page, 'Titre, axe 1', ' ici')
  await waitSaved(paul.page)
  await expectSoon(() => field(marie.page, 'Titre, axe 1').textContent()).toMatch(/ ici$/)

  const { page } = marie
  await toggle(page).focus()
  const before = await boxes(page)
  await page.keyboard.press('Enter')
  const legend = page.getByRole('region', { name: 'Qui a écrit quoi' })
  await legend.getByText('Paul Petit').waitFor()
  await expectSoon(() => marked(page)).toEqual({ 1: [' De Marie, longuement.'], 2: [' De Paul.', ' ici'] })
  expect(await boxes(page)).toEqual(before)
  expect(before.length).toBeGreaterThan(600)
  expect(await legend.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/Marie Durand\s+moins de 1\s%/),
    expect.stringMatching(/Paul Petit\s+moins de 1\s%/),
    expect.stringMatching(/Texte d’origine.*plus de 99\s%/s),
  ])
  expect(await field(page, measure).getAttribute('aria-description')).toMatch(
    /^Écrit par\s: Marie Durand \(\d+\s%\), Paul Petit \(\d+\s%\)$/,
  )
  await expectAccessible(page, 'who wrote what')

  // At the caret, and under the pointer.
  await field(page, measure).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowLeft')
  await expectSoon(() => legend.locator('output').textContent()).toBe('Paul Petit')
  const line = await page.evaluate(() => {
    const [range] = CSS.highlights.get('author-1') ?? []
    const box = range instanceof Range ? range.getClientRects()[0] : undefined
    return { x: (box?.left ?? 0) + 20, y: (box?.top ?? 0) + 5 }
  })
  await page.mouse.move(line.x, line.y)
  const label = legend.locator('[aria-hidden=true]', { hasText: 'Marie Durand' })
  await label.waitFor()

  // What is typed from now on, here and there, and by someone whom the page had not met.
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Encore.')
  await expectSoon(() => marked(page)).toMatchObject({ 1: [' De Marie, longuement.', ' Encore.'] })
  const lea = await openAsInvited(browser, server, { by: marie, name: 'Léa Leroy', role: 'editor' })
  await openPlan(lea.page, server)
  await writeAtEnd(lea.page, 'Titre, axe 2', ' aussi')
  await waitSaved(lea.page)
  await lea.context.close()
  await expectSoon(() => marked(page)).toMatchObject({ 3: [' aussi'] })
  await legend.getByText('Léa Leroy').waitFor()

  // On paper the plan is as ever.
  const line1 = () =>
    field(page, measure).evaluate(
      (element) => getComputedStyle(element, '::highlight(author-1)').textDecorationLine,
    )
  expect(await line1()).toBe('underline')
  await page.emulateMedia({ media: 'print' })
  expect([await line1(), await legend.isVisible()]).toEqual(['none', false])
  await page.emulateMedia({ media: 'screen' })

  await legend.getByRole('button', { name: 'Masquer' }).click()
  await expectSoon(() => marked(page)).toEqual({})
  expect(await page.locator('[aria-description]').count()).toBe(0)
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('[S3] a reader sees who wrote what after everyone left, on a narrow window and in English', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  await openPlan(marie.page, server)
  await writeAtEnd(marie.page, measure, ' Signé Marie.')
  await waitSaved(marie.page)
  await marie.page.goto('about:blank')
  const luc = await openAsInvited(browser, server, {
    by: marie,
    name: 'Luc Lebrun',
    role: 'reader',
    open: { width: 390, height: 800 },
  })
  await luc.context.addInitScript(() => localStorage.setItem('concerte.locale', 'en'))
  const { page } = luc
  await page.goto(`${server.url}/plans/orleans-tours-2024-2028`)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Who wrote what' }).click()
  const legend = page.getByRole('region', { name: 'Who wrote what' })
  await legend.getByText('Marie Durand').waitFor()
  await expectSoon(() => marked(page)).toEqual({ 1: [' Signé Marie.'] })
  await expectAccessible(page, 'who wrote what, narrow, in English')
  expect(luc.problems).toEqual([])
})
