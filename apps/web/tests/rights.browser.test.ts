import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited } from './support/people.ts'
import { expectText, field, openPlan, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer } from './support/server.ts'

/** What comes with the next answer of a server and a browser that share a busy machine. */
const expectSoon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const mine = 'Mesure 1, action 1, axe 1'
const theirs = 'Mesure 1, action 1, axe 2'

/** A lead and an editor who both have the plan open. */
async function setupPair(open?: { width: number; height: number }) {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, {
    by: marie,
    name: 'Paul Petit',
    role: 'editor',
    ...(open !== undefined && { open }),
  })
  await openPlan(marie.page, server)
  await openPlan(paul.page, server)
  return { server, marie, paul }
}

/** The lead makes a working group with one member and one axis, with its dialog. */
async function makeGroup(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Membres' }).click()
  const dialog = page.getByRole('dialog', { name: 'Membres' })
  await dialog.getByRole('button', { name: 'Nouveau groupe' }).click()
  await dialog.getByRole('textbox', { name: 'Nom du groupe' }).fill('Progresser')
  await dialog.getByRole('checkbox', { name: /Paul Petit/ }).check()
  await dialog.getByRole('checkbox', { name: /Axe 1/ }).check()
  await expectAccessible(page, 'a working group being made')
  await dialog.getByRole('button', { name: 'Enregistrer le groupe' }).click()
  await dialog.getByText('Groupe Progresser enregistré.').waitFor()
  await expectAccessible(page, 'working groups')
  await page.keyboard.press('Escape')
}

/** Chooses an item of an axis's menu, by keyboard alone. */
async function chooseOfAxis(page: Page, axis: string, item: RegExp): Promise<void> {
  const button = page.getByRole('button', { name: `Options : ${axis}`, exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Escape')
  await expectSoon(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  const chosen = page.getByRole('menuitem', { name: item })
  await chosen.waitFor()
  await expectSoon(async () => {
    await page.keyboard.press('ArrowDown')
    return chosen.evaluate((element) => element === document.activeElement)
  }).toBe(true)
  await page.keyboard.press('Enter')
}

const isWritable = (page: Page, name: string) => async () => (await field(page, name).count()) > 0

it('[S4] the member of a working group writes its axis and nothing else, and sees why', async () => {
  const { marie, paul } = await setupPair()
  await expectSoon(isWritable(paul.page, theirs)).toBe(true)
  await makeGroup(marie.page)
  await expectSoon(isWritable(paul.page, theirs)).toBe(false)
  await writeAtEnd(paul.page, mine, ' Du groupe.')
  await expectText(marie.page, mine, /Du groupe\.$/)

  const { page } = paul
  const otherAxes = page.getByText('Votre groupe n’écrit pas cet axe.')
  await expectSoon(() => otherAxes.count()).toBe(3)
  await page.getByText('Votre groupe n’écrit pas cette partie.').first().waitFor()
  // Nothing to write in, to add to or to move outside of the axis; within it, all but its place in the plan.
  const outside = page.locator('main section:not(:has([aria-label="Titre, axe 1"]))')
  const writing = '[contenteditable=true], button:not([aria-label^="Options"]), textarea, select'
  await expect.poll(() => outside.locator(writing).count()).toBe(0)
  await outside.getByRole('button', { name: /^Options : axe 2$/ }).click()
  const review = [
    'Commenter',
    'Proposer une autre rédaction',
    'Proposer un ajout…',
    'Proposer un déplacement…',
    'Proposer le retrait',
  ]
  const items = () => page.getByRole('menuitem').allInnerTexts()
  await expect.poll(items).toEqual(review)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Options : axe 1', exact: true }).click()
  await expect.poll(items).toEqual(['Copier', 'Coller ici…', ...review])
  await page.keyboard.press('Escape')
  expect(await page.getByRole('button', { name: 'Options : Mesure 1, action 1, axe 1' }).count()).toBe(1)
  await otherAxes.first().scrollIntoViewIfNeeded()
  await expectAccessible(page, 'a plan of which one axis may be written')

  // The title of the axis is theirs to write, its place is not.
  await field(page, 'Titre, axe 1').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByText(/Seul un pilote peut organiser/).waitFor()
  // Arrows pass over what may not be written.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowUp')
  expect(await focusedName(page)).toBe('Titre, axe 1')
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('[S4] an axis that is approved while someone writes in it becomes plain under their hands, and is opened again', async () => {
  const { marie, paul } = await setupPair()
  await writeAtEnd(paul.page, mine, ' Juste avant.')
  await waitSaved(paul.page)
  await chooseOfAxis(marie.page, 'axe 1', /Valider l’axe/)
  const mark = paul.page.getByText(/Axe validé par Marie Durand/)
  await mark.waitFor({ state: 'attached' })
  await expectSoon(isWritable(paul.page, mine)).toBe(false)
  // The place in the page is kept, and the letters go nowhere.
  const focused = () => paul.page.evaluate(() => document.activeElement?.textContent ?? '')
  expect(await focused()).toMatch(/Juste avant\.$/)
  await paul.page.keyboard.type('perdu')
  expect(await focused()).toMatch(/Juste avant\.$/)
  await paul.page.getByText('Axe 1 : validé.').waitFor()
  // What was written before it was approved is not taken back either.
  await paul.page.getByRole('button', { name: 'Annuler la dernière modification' }).click()
  await paul.page.getByText(/Cet axe est validé/).waitFor()
  expect(await marie.page.getByText(/Juste avant\.$/).count()).toBe(1)
  // Elsewhere the work goes on.
  await writeAtEnd(paul.page, theirs, ' Ailleurs.')
  await expectText(marie.page, theirs, /Ailleurs\.$/)
  await mark.scrollIntoViewIfNeeded()
  await expectAccessible(paul.page, 'an approved axis')
  // Leads write in it no more than others.
  expect(await isWritable(marie.page, mine)()).toBe(false)
  await chooseOfAxis(marie.page, 'axe 1', /Rouvrir l’axe/)
  await expectSoon(isWritable(paul.page, mine)).toBe(true)
  await writeAtEnd(paul.page, mine, ' Juste après.')
  await expectText(marie.page, mine, /Juste avant\. Juste après\.$/)
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('[S4] in the consultation editors write no more and leads do; brought back to drafting, everyone does as before', async () => {
  const { marie, paul } = await setupPair({ width: 400, height: 800 })
  const { page } = marie
  await page.getByRole('button', { name: /Phase du plan/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Phase du plan' })
  await expectAccessible(page, 'the phases, for a lead')
  // By keyboard: the phases are one stop, arrows choose.
  await dialog.getByRole('radio', { name: /Rédaction/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await dialog.getByRole('button', { name: 'Passer à cette phase' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/Le plan passe à la phase «\sConsultation\s»/).waitFor()
  await paul.page.getByRole('banner').getByText('Lecture seule').first().waitFor()
  await expectSoon(() => paul.page.locator('main [contenteditable=true]').count()).toBe(0)
  await expectSoon(isWritable(page, mine)).toBe(true)
  // On a telephone it stands in the menu of the bar.
  await paul.page.getByRole('button', { name: 'Plus' }).click()
  await paul.page.getByRole('menuitem', { name: /Phase du plan/ }).click()
  await paul.page.getByText('Consultation (phase actuelle)').waitFor()
  await expectAccessible(paul.page, 'the phases, for an editor')
  expect(await paul.page.getByRole('radio').count()).toBe(0)
  await paul.page.keyboard.press('Escape')

  await page.getByRole('button', { name: /Phase du plan/ }).click()
  // Sealing makes a plan final, on a page of its own.
  expect(await dialog.getByRole('radio', { name: /Version finale/ }).count()).toBe(0)
  await dialog.getByRole('radio', { name: /Consultation/ }).focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await dialog.getByRole('button', { name: 'Passer à cette phase' }).press('Enter')
  await expectSoon(isWritable(paul.page, mine)).toBe(true)
  await writeAtEnd(paul.page, mine, ' De retour.')
  await waitSaved(paul.page)
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('the working groups, the phases and an approved axis are in English too', async () => {
  const { server, marie, paul } = await setupPair()
  await makeGroup(marie.page)
  await chooseOfAxis(marie.page, 'axe 1', /Valider l’axe/)
  await paul.context.addInitScript(() => localStorage.setItem('concerte.locale', 'en'))
  await paul.page.goto(`${server.url}/plans/orleans-tours-2024-2028`)
  const { page } = paul
  await page.getByText(/Axis approved by Marie Durand/).waitFor({ state: 'attached' })
  expect(await page.getByText('Your group does not write this axis.').count()).toBe(3)
  await page.getByRole('button', { name: /Phase of the plan/ }).click()
  await page.getByText('Drafting (current phase)').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Members' }).click()
  await page.getByText(/Writes: Axe 1/).waitFor()
  expect(await page.getByRole('button', { name: 'New group' }).count()).toBe(0)
  await expectAccessible(page, 'working groups, for an editor, in English')
  expect(paul.problems).toEqual([])
})

function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
}
