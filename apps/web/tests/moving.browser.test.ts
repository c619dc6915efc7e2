import type { Browser, CDPSession, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser, type Person } from './support/browser.ts'
import { openAsAdmin, openAsInvited } from './support/people.ts'
import { expectText, field, openPlan, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer, type TestServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const first = 'Mesure 1, action 1, axe 1'
const second = 'Mesure 2, action 1, axe 1'
const written = 'Mesure 2, action 3, axe 1'

it('a measure is dragged by its button among its siblings and into another action, and Escape gives it back', async () => {
  const { page, problems } = await setupAlone()
  const words = await textOf(page, first)
  const handle = await handleOf(page, first)
  await drag(page, handle, below(field(page, 'Mesure 3, action 1, axe 1')), 'Escape')
  expect(await textOf(page, first)).toBe(words)
  await drag(
    page,
    handle,
    below(field(page, 'Mesure 3, action 1, axe 1')),
    /entre la mesure 3 et la mesure 4, action 1/,
  )
  await expect.poll(() => textOf(page, 'Mesure 3, action 1, axe 1')).toBe(words)
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect.poll(() => textOf(page, first)).toBe(words)

  // By the outline beside the page, where an action takes it in.
  const row = page
    .getByRole('navigation', { name: 'Sommaire du plan' })
    .getByRole('link', { name: /Accompagner les élèves/ })
  await drag(page, await handleOf(page, first), () => middleOf(row), /action 4, axe 1/)
  await expect
    .poll(() =>
      page
        .getByRole('textbox', { name: /^Mesure \d+, action 4, axe 1$/ })
        .last()
        .textContent(),
    )
    .toBe(words)
  // A press that goes nowhere is still a click.
  await (await handleOf(page, first)).click()
  await page.getByRole('menuitem', { name: 'Monter' }).waitFor()
  expect(problems).toEqual([])
})

it('an action goes to another axis and an axis before another by the lines of the outline, and a click still goes there', async () => {
  const { page, problems } = await setupAlone()
  const outline = page.getByRole('navigation', { name: 'Sommaire du plan' })
  const row = outline.getByRole('link', { name: /Assurer une formation adaptée/ })
  await drag(page, row, () => middleOf(outline.getByRole('link', { name: /Faire société/ })), /axe 2/)
  await expectText(page, 'Titre, action 1, axe 2', /Assurer une formation/)
  expect(new URL(page.url()).hash).toBe('')
  const axis = outline.getByRole('link', { name: /Faire société/ })
  await drag(page, axis, above(outline.getByRole('link', { name: /Progresser/ })), /avant l’axe 1/)
  await expectText(page, 'Titre, axe 1', /Faire société/)
  await expectText(page, 'Titre, action 1, axe 1', /Assurer une formation/)
  await row.click()
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#n-/)
  await waitSaved(page)
  expect(problems).toEqual([])
})

it('a finger drags by the button at once and by a line of the outline once it rests; a finger that goes on scrolls', async () => {
  const { page, problems } = await setupAlone()
  const finger = await fingerOf(page)
  const words = await textOf(page, first)
  const handle = await handleOf(page, first)
  const from = await middleOf(handle)
  const to = await below(field(page, second))()
  await finger.down(from)
  await finger.to({ x: from.x, y: from.y + 20 })
  await finger.to(to)
  await page.getByText(/entre la mesure 2 et la mesure 3, action 1/).waitFor({ state: 'attached' })
  await finger.to(to)
  await finger.up()
  await expect.poll(() => textOf(page, second)).toBe(words)

  const outline = page.getByRole('navigation', { name: 'Sommaire du plan' })
  const title = await textOf(page, 'Titre, action 1, axe 1')
  const row = await middleOf(outline.getByRole('link', { name: title }))
  const next = await middleOf(outline.getByRole('link', { name: /Assurer une formation adaptée/ }))
  await finger.down(row)
  await page.locator(':root[data-moving]').waitFor({ state: 'attached' })
  await finger.to({ x: next.x, y: next.y - 2 })
  await page.getByText(/entre l’action 2 et l’action 3, axe 1/).waitFor({ state: 'attached' })
  await finger.up()
  await expect.poll(() => textOf(page, 'Titre, action 2, axe 1')).toBe(title)

  await finger.down(next)
  await finger.to({ x: next.x, y: next.y - 40 })
  await finger.to({ x: next.x, y: next.y - 160 })
  await finger.up()
  await expect
    .poll(() => page.locator('#plan-outline').evaluate((element) => element.scrollTop))
    .toBeGreaterThan(0)
  expect(await textOf(page, 'Titre, action 2, axe 1')).toBe(title)
  expect(problems).toEqual([])
})

it('keys move what the outline and the menu lift: each place is said, Enter drops, Escape gives it back', async () => {
  const { page, problems } = await setupAlone()
  const outline = page.getByRole('navigation', { name: 'Sommaire du plan' })
  await outline.getByRole('link', { name: /Assurer une formation adaptée/ }).focus()
  await page.keyboard.press('Space')
  const bar = page.getByRole('application', { name: /^Déplacer/ })
  await bar.waitFor()
  await expectAccessible(page, 'moving with keys', '[role=application]')
  await expectAccessible(page, 'a lifted line', '#plan-outline')
  await page.keyboard.press('ArrowDown')
  await bar.getByText(/entre l’action 4 et l’action 5, axe 1/).waitFor()
  await page.keyboard.press('Escape')
  await bar.waitFor({ state: 'detached' })
  await expectText(page, 'Titre, action 3, axe 1', /Assurer une formation/)
  await page.keyboard.press('Space')
  await page.keyboard.press('PageDown')
  await bar.getByText(/avant le groupe «.pour les élèves.», axe 2/).waitFor()
  await page.keyboard.press('Enter')
  await expectText(page, 'Titre, action 1, axe 2', /Assurer une formation/)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toMatch(/Assurer une formation/)

  const words = await textOf(page, first)
  await (await handleOf(page, first)).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Déplacer avec les flèches' }).press('Enter')
  await bar.waitFor()
  await page.keyboard.press('PageDown')
  await bar.getByText(/avant la mesure 1, action 2, axe 1/).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => textOf(page, 'Mesure 1, action 2, axe 1')).toBe(words)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(/^Options.: Mesure 1, action 2, axe 1$/)
  expect(problems).toEqual([])
})

it('[D2] one types on, caret and place in the window kept, while another moves the action within the axis and to another', async () => {
  const { marie, paul } = await setupTwo()
  await writeAtEnd(marie.page, written, ' un')
  const action = await actionOf(marie.page)
  const top = await topOfFocus(marie.page)
  await carry(paul.page, action, 'ArrowUp')
  await expect.poll(() => focusedName(marie.page)).toBe('Mesure 2, action 2, axe 1')
  await marie.page.keyboard.type(' deux')
  await carry(paul.page, action, 'PageDown')
  await expect.poll(() => focusedName(marie.page)).toBe('Mesure 2, action 1, axe 2')
  await marie.page.keyboard.type(' trois')
  expect(Math.abs((await topOfFocus(marie.page)) - top)).toBeLessThan(2)
  const note = marie.page.getByText(
    /^Paul Petit a déplacé «.Assurer une formation adaptée.».: dans l’axe 2\.$/,
  )
  await note.waitFor()
  await expectAccessible(marie.page, 'a note on a move', '#plan-note')
  for (const { page } of [marie, paul])
    await expectText(page, 'Mesure 2, action 1, axe 2', / un deux trois\s*$/)
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('[D2] a structured field keeps its letters and its caret while another moves its action', async () => {
  const { marie, paul } = await setupTwo()
  const disclosure = marie.page.getByRole('button', { name: /^Préciser l’action, action 3, axe 1/ })
  await disclosure.click()
  const action = await actionNamed(marie.page, 'Titre, action 3, axe 1')
  const lead = marie.page.getByRole('textbox', { name: 'Pilote de l’action 3, axe 1', exact: true })
  await lead.focus()
  await marie.page.keyboard.type('Le DAASEN')
  await marie.page.keyboard.press('ArrowLeft')
  await carry(paul.page, action, 'PageDown')
  await expect.poll(() => focusedName(marie.page)).toBe('Pilote de l’action 1, axe 2')
  await marie.page.keyboard.type('X')
  await expect
    .poll(() => marie.page.getByRole('textbox', { name: 'Pilote de l’action 1, axe 2' }).inputValue())
    .toBe('Le DAASEXN')
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('[D2] letters that are being composed are not lost when another moves the action: it moves once they are written', async () => {
  const { marie, paul } = await setupTwo()
  await writeAtEnd(marie.page, written, ' ')
  const action = await actionOf(marie.page)
  const keys = await marie.context.newCDPSession(marie.page)
  await compose(keys, 'ê')
  await carry(paul.page, action, 'PageDown')
  await compose(keys, 'êt')
  await compose(keys, 'être')
  await keys.send('Input.insertText', { text: 'être' })
  await expect.poll(() => focusedName(marie.page)).toBe('Mesure 2, action 1, axe 2')
  await marie.page.keyboard.type(' là')
  for (const { page } of [marie, paul]) await expectText(page, 'Mesure 2, action 1, axe 2', /\. être là\s*$/)
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('who removes what another writes in is named, with the way to put it back; what one only looks at stays where it is', async () => {
  const { marie, paul } = await setupTwo()
  await writeAtEnd(marie.page, written, ' Gardé.')
  const action = await actionOf(marie.page)
  // Something comes above what Marie looks at.
  const top = await topOfFocus(marie.page)
  await paul.page.getByRole('button', { name: 'Mesure à ajouter, action 1, axe 1' }).click()
  await paul.page.keyboard.type('Une ligne de plus')
  await expectText(marie.page, 'Mesure 5, action 1, axe 1', /Une ligne de plus/)
  expect(Math.abs((await topOfFocus(marie.page)) - top)).toBeLessThan(2)

  await remove(paul.page, action)
  const note = marie.page.getByText(/^Paul Petit a mis «.Assurer une formation adaptée.» à la corbeille\.$/)
  await note.waitFor()
  expect(await marie.page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Paul Petit a mis/)
  await marie.page.keyboard.type('Ces lettres ne vont nulle part')
  await expectAccessible(marie.page, 'a note on a removal', '#plan-note')
  await marie.page.getByRole('button', { name: 'Rétablir', exact: true }).click()
  for (const { page } of [marie, paul]) await expectText(page, written, / Gardé\.\s*$/)
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('the bin tells what stood where and who removed it, finds it, and brings an action back with its axis', async () => {
  const { marie, paul } = await setupTwo()
  const { page } = marie
  await remove(paul.page, await actionNamed(paul.page, 'Titre, action 3, axe 1'))
  await expect.poll(() => page.getByRole('button', { name: 'Corbeille (1)' }).count()).toBe(1)
  await page.getByRole('button', { name: /^Options.: axe 1$/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).press('Enter')
  await page.getByRole('button', { name: 'Corbeille (2)' }).click()
  const bin = page.getByRole('dialog', { name: 'Corbeille' })
  await bin.getByText('Action, axe «\u00A0Progresser\u00A0»').waitFor()
  await bin.getByText(/Retiré par Paul Petit/).waitFor()
  await bin.getByText(/Retiré par Marie Durand/).waitFor()
  await expectAccessible(page, 'the bin', '[role=dialog]')

  // Paul may not bring an axis back: for him, the action goes elsewhere.
  await paul.page.getByRole('button', { name: 'Corbeille (2)' }).click()
  await paul.page.getByRole('button', { name: /^Rétablir ailleurs/ }).waitFor()
  expect(
    await paul.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Rétablir(?! ailleurs)/ })
      .count(),
  ).toBe(0)
  await paul.page.keyboard.press('Escape')

  await bin.getByRole('button', { name: /^Rétablir Assurer une formation/ }).click()
  await expectText(page, 'Titre, axe 1', /Progresser/)
  await expectText(page, 'Titre, action 3, axe 1', /Assurer une formation/)
  await expect.poll(() => focusedName(page)).toBe('Titre, action 3, axe 1')
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it('[S4] nothing is dragged into an axis where one may not write', async () => {
  const { marie, paul, server } = await setupTwo()
  const outline = paul.page.getByRole('navigation', { name: 'Sommaire du plan' })
  await marie.page.getByRole('button', { name: /^Options.: axe 2$/ }).focus()
  await marie.page.keyboard.press('Enter')
  await marie.page.getByRole('menuitem', { name: /^Valider l’axe/ }).press('Enter')
  await paul.page
    .getByText(/^Axe validé par/)
    .first()
    .waitFor()
  const row = outline.getByRole('link', { name: /Assurer une formation adaptée/ })
  await drag(
    paul.page,
    row,
    () => middleOf(outline.getByRole('link', { name: /Faire société/ })),
    /Pas à cet endroit/,
  )
  await expectText(paul.page, 'Titre, action 3, axe 1', /Assurer une formation/)
  await openPlan(marie.page, server)
  await expectText(marie.page, 'Titre, action 3, axe 1', /Assurer une formation/)
})

it('the outline folds, keeps it for the next visit, and shows the whole of a title that it cuts', async () => {
  const { page, server } = await setupAlone()
  const outline = page.getByRole('navigation', { name: 'Sommaire du plan' })
  await outline.getByRole('link', { name: /^1.?Co construire/ }).focus()
  await page
    .getByText('Co construire les priorités pédagogiques et didactiques sur les évaluations')
    .last()
    .waitFor()
  expect(await page.locator('body > [aria-hidden][lang=fr]').textContent()).toMatch(/sur les évaluations$/)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('body > [aria-hidden][lang=fr]').count()).toBe(0)
  await outline.getByRole('button', { name: 'Tout replier' }).click()
  await expect.poll(() => outline.getByRole('link', { name: /Assurer une formation/ }).count()).toBe(0)
  await openPlan(page, server)
  expect(await outline.getByRole('link', { name: /Assurer une formation/ }).count()).toBe(0)
  await outline.getByRole('button', { name: 'Déplier Axe 1' }).click()
  await outline.getByRole('link', { name: /Assurer une formation/ }).waitFor()
})

type Point = { x: number; y: number }

async function setupAlone(): Promise<Person & { server: TestServer }> {
  const server = await startServer()
  const person = await openAsAdmin(browser, server)
  await openPlan(person.page, server)
  return { ...person, server }
}

/** Marie leads; Paul, who is there with her, edits. */
async function setupTwo(): Promise<{ marie: Person; paul: Person; server: TestServer }> {
  const { server, ...marie } = await setupAlone()
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(paul.page, server)
  return { marie, paul, server }
}

async function textOf(page: Page, name: string): Promise<string> {
  return (await field(page, name).textContent()) ?? ''
}

async function handleOf(page: Page, name: string): Promise<Locator> {
  const handle = page.getByRole('button', { name: `Options\u00A0: ${name}`, exact: true })
  await handle.scrollIntoViewIfNeeded()
  return handle
}

async function middleOf(locator: Locator): Promise<Point> {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (box === null) throw new Error('not on the page')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

function below(locator: Locator): () => Promise<Point> {
  return async () => {
    const box = await locator.boundingBox()
    if (box === null) throw new Error('not on the page')
    return { x: box.x + box.width / 2, y: box.y + box.height - 3 }
  }
}

function above(locator: Locator): () => Promise<Point> {
  return async () => {
    const { x } = await middleOf(locator)
    const box = await locator.boundingBox()
    return { x, y: (box?.y ?? 0) + 3 }
  }
}

/** Drags to a point, waits until it says where that is, and drops; or gives it back with Escape. */
async function drag(
  page: Page,
  from: Locator,
  to: () => Promise<Point>,
  where: RegExp | 'Escape',
): Promise<void> {
  const start = await middleOf(from)
  const end = await to()
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x, start.y + 12, { steps: 3 })
  await page.locator(':root[data-moving]').waitFor({ state: 'attached' })
  await page.mouse.move(end.x, end.y, { steps: 4 })
  if (where === 'Escape') await page.keyboard.press('Escape')
  else await page.locator('[data-allowed]').getByText(where).waitFor()
  await page.mouse.up()
  await page.locator(':root[data-moving]').waitFor({ state: 'detached' })
}

/** A finger, which Chromium takes for a real one. */
async function fingerOf(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  return {
    down: (point: Point) => send('touchStart', [point]),
    to: (point: Point) => send('touchMove', [point]),
    up: () => send('touchEnd', []),
  }
}

/** Letters that an input method has not written yet. */
async function compose(keys: CDPSession, text: string): Promise<void> {
  await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}

function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
}

function topOfFocus(page: Page): Promise<number> {
  return page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1)
}

/** The id of the action in which the caret is. */
function actionOf(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest('article')?.id.slice(2) ?? '')
}

function actionNamed(page: Page, name: string): Promise<string> {
  return field(page, name).evaluate((element) => element.closest('article')?.id.slice(2) ?? '')
}

/** Lifts an action in the outline, goes to a place and drops it there. */
async function carry(page: Page, action: string, key: string): Promise<void> {
  await page.locator(`#o-${action}`).focus()
  await page.keyboard.press('Space')
  const bar = page.getByRole('application')
  await bar.waitFor()
  await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  await bar.waitFor({ state: 'detached' })
}

async function remove(page: Page, action: string): Promise<void> {
  await page.locator(`[data-handle="${action}"]`).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).press('Enter')
}
