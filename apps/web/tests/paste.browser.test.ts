import { readFileSync } from 'node:fs'

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin } from './support/people.ts'
import { expectText, field, openPlan, waitSaved } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'
const list = '<ul><li>Lire<ul><li>à voix haute</li></ul></li><li>Écrire <b>chaque</b> jour</li></ul>'

async function setupPlan() {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  await marie.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
  await openPlan(marie.page, server)
  return { ...marie, server, dialog: marie.page.getByRole('dialog', { name: 'Coller' }) }
}

/** What a copy elsewhere left, pasted where the focus is. */
async function paste(page: Page, clipboard: { html?: string; text?: string }): Promise<void> {
  // As before any pasting by keyboard, a key brings the editor's caret up to the browser's.
  await page.keyboard.press('Alt')
  await page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer()
    if (html !== undefined) clipboardData.setData('text/html', html)
    if (text !== undefined) clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, clipboard)
}

function fixture(name: string): string {
  return readFileSync(
    new URL(`../../../packages/editor/src/paste/fixtures/${name}.html`, import.meta.url),
    'utf8',
  )
}

/** What is on the clipboard, once a copy is there. */
async function copied(page: Page): Promise<{ html: string; text: string }> {
  const read = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const of = async (type: string) =>
        item?.types.includes(type) === true ? (await item.getType(type)).text() : ''
      return { html: await of('text/html'), text: await of('text/plain') }
    })
  await expect.poll(async () => (await read()).html).not.toBe('')
  return read()
}

/** The words of the entries of an action, in their order, sub-points in brackets. */
function entriesOf(page: Page, action: string): Promise<string[]> {
  return page
    .locator(
      `[data-text][aria-label$="${action}"][aria-label^="Mesure"], [data-text][aria-label$="${action}"][aria-label^="Indicateur"]`,
    )
    .evaluateAll((texts) => {
      const read = (element: Element): string =>
        [...element.children]
          .map((child) =>
            child.tagName === 'P'
              ? (child.textContent ?? '')
              : `[${[...child.children].map(read).join('; ')}]`,
          )
          .join(' ')
      return texts.map(read)
    })
}

async function previewed(dialog: Locator): Promise<string[]> {
  const lines = await dialog
    .getByRole('region', { name: /Aperçu/ })
    .getByRole('listitem')
    .allTextContents()
  return lines.map((line) => line.replaceAll(/\s+/g, ' ').trim())
}

it('a list pasted in a measure is previewed, Enter makes measures of it with their sub-points, and one Ctrl+Z takes them back', async () => {
  const { page, dialog, problems } = await setupPlan()
  const before = await entriesOf(page, 'action 1, axe 1')
  await field(page, measure).focus()
  await paste(page, { html: list, text: 'Lire\nà voix haute\nÉcrire chaque jour' })
  await dialog.waitFor()
  expect(await previewed(dialog)).toEqual(['Mesure Lire', 'à voix haute', 'Mesure Écrire chaque jour'])
  await dialog.getByText('2 mesures', { exact: true }).waitFor()
  await expectAccessible(page, 'preview of what is pasted')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => entriesOf(page, 'action 1, axe 1'))
    .toEqual([before[0], 'Lire [à voix haute]', 'Écrire chaque jour', ...before.slice(1)])
  expect(await field(page, 'Mesure 3, action 1, axe 1').locator('strong').allTextContents()).toEqual([
    'chaque',
  ])
  // The caret is at the end of what came last.
  await page.keyboard.type('.')
  await expectText(page, 'Mesure 3, action 1, axe 1', /jour\.$/)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => entriesOf(page, 'action 1, axe 1')).toEqual(before)
  await waitSaved(page)
  expect(problems).toEqual([])
})

it('Escape leaves everything as it is; all of it can also come into the one field', async () => {
  const { page, dialog } = await setupPlan()
  const before = await entriesOf(page, 'action 1, axe 1')
  await field(page, measure).focus()
  await page.keyboard.press('Control+End')
  await paste(page, { html: list })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await entriesOf(page, 'action 1, axe 1')).toEqual(before)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe(measure)
  await paste(page, { html: list })
  await dialog.waitFor()
  // By keyboard: the choices are before the button that has the focus.
  await dialog.getByRole('radio', { name: /Une mesure par point/ }).focus()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => dialog.getByRole('radio', { name: /Tout dans ce texte/ }).isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await expectText(page, measure, /Lire\s*à voix haute\s*Écrire chaque jour$/)
  expect(await field(page, measure).locator('ul > li').count()).toBe(3)
  await page.keyboard.press('Control+z')
  await expect.poll(() => entriesOf(page, 'action 1, axe 1')).toEqual(before)
})

it('what Word copied, pasted on an axis by its menu, becomes an action with measures and indicators', async () => {
  const { page, dialog, problems } = await setupPlan()
  const actions = page.locator('[aria-label^="Titre, action"][aria-label$="axe 1"]')
  const before = await actions.count()
  await page.getByRole('button', { name: 'Options : axe 1', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Coller ici…' }).press('Enter')
  await dialog.getByRole('textbox', { name: 'Collez ici' }).waitFor()
  await expectAccessible(page, 'waiting for what is pasted')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  await paste(page, { html: fixture('word') })
  await expect
    .poll(() => previewed(dialog))
    .toEqual([
      'Action Développer le goût de la lecture',
      'Mesure Un élève qui lit est un élève qui réussit, dès le 1er degré.',
      'Mesure Ouvrir les bibliothèques',
      'le mercredi',
      'le soir',
      'Mesure Former les professeurs documentalistes',
      'Indicateur Nombre de prêts',
    ])
  await dialog.getByText('1 action, 3 mesures, 1 indicateur').waitFor()
  await dialog.getByRole('button', { name: 'Coller', exact: true }).press('Enter')
  await expect.poll(() => actions.count()).toBe(before + 1)
  const made = `action ${before + 1}, axe 1`
  await expectText(page, `Titre, ${made}`, /^Développer le goût de la lecture$/)
  expect(await entriesOf(page, made)).toEqual([
    'Un élève qui lit est un élève qui réussit, dès le 1er degré.',
    'Ouvrir les bibliothèques [le mercredi; le soir]',
    'Former les professeurs documentalistes',
    'Nombre de prêts',
  ])
  await page.keyboard.press('Control+z')
  await expect.poll(() => actions.count()).toBe(before)
  expect(problems).toEqual([])
})

it.each([
  [
    'libreoffice',
    ['Mesure Ouvrir l’école aux parents ;', 'le soir', 'le samedi', 'Mesure Former des médiateurs'],
  ],
  ['google-docs', ['Mesure Préparer chaque choix', 'en 3e', 'Mesure Voir l’Onisep']],
  ['word-web', ['Mesure Aller au musée', 'en ville', 'Mesure Chanter']],
  ['mail', ['Mesure Voici nos propositions :', "ouvrir l'atelier", 'fermer le portail', 'Mesure un point']],
])('%s is read by the browser as it is in the fixtures, and nothing of it runs', async (name, wanted) => {
  const { page, dialog, problems } = await setupPlan()
  await field(page, measure).focus()
  await paste(page, { html: fixture(name) })
  await dialog.waitFor()
  const lines = await previewed(dialog)
  for (const line of wanted) expect(lines).toContain(line)
  expect(lines.join(' ')).not.toContain('alert')
  expect(lines.join(' ')).not.toContain('caché')
  expect(problems).toEqual([])
})

it('paragraphs pasted in a section come in as they are, a Word list as a list; a title takes them on its one line', async () => {
  const { page, dialog } = await setupPlan()
  const body = page.getByRole('textbox', { name: /^Texte de la partie/ }).first()
  await body.focus()
  await page.keyboard.press('Control+End')
  const lists = await body.locator('ul').count()
  await paste(page, { html: fixture('word') })
  await expect.poll(() => body.textContent()).toMatch(/Ouvrir les bibliothèques.*Nombre de prêts$/)
  expect(await body.locator('ul').count()).toBe(lists + 2)
  expect(await dialog.count()).toBe(0)
  const title = field(page, 'Titre du plan')
  await title.focus()
  await page.keyboard.press('Control+a')
  await paste(page, { html: '<p>Projet</p><p>académique</p>' })
  await expectText(page, 'Titre du plan', /^Projet académique$/)
})

it('Ctrl+Shift+V pastes the words alone, in this field alone', async () => {
  const { page, dialog } = await setupPlan()
  await field(page, measure).focus()
  await page.keyboard.press('Control+End')
  await page.evaluate(() =>
    navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob(['<ul><li><b>un</b></li><li>deux</li></ul>'], { type: 'text/html' }),
        'text/plain': new Blob(['un\ndeux'], { type: 'text/plain' }),
      }),
    ]),
  )
  await page.keyboard.press('Control+Shift+v')
  await expectText(page, measure, /un\s*deux$/)
  expect(await field(page, measure).locator('strong').count()).toBe(0)
  expect(await dialog.count()).toBe(0)
})

it('a whole action that is copied makes the same entries in another one, and is clean HTML and plain text', async () => {
  const { page, dialog } = await setupPlan()
  const wanted = await entriesOf(page, 'action 2, axe 1')
  const before = await entriesOf(page, 'action 3, axe 2')
  await page.getByRole('button', { name: 'Options : action 2, axe 1', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Copier' }).press('Enter')
  await page.getByText('action 2, axe 1 : copié.').waitFor()
  const { html, text } = await copied(page)
  expect(html).not.toMatch(/class=|data-|style=|<div/)
  expect(html).toMatch(/<h3>Action 2.*<ul><li>.*<h4>Indicateurs?<\/h4><ul><li>/s)
  expect(text).toMatch(/^Action 2.*\n• .*\nIndicateurs?\n• /s)
  await page.getByRole('button', { name: 'Options : action 3, axe 2', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Coller ici…' }).press('Enter')
  await dialog.getByRole('textbox', { name: 'Collez ici' }).waitFor()
  await page.keyboard.press('Control+v')
  await dialog.getByRole('button', { name: 'Coller', exact: true }).press('Enter')
  await expect
    .poll(async () => (await entriesOf(page, 'action 3, axe 2')).toSorted())
    .toEqual([...before, ...wanted].toSorted())
})

it('a selection goes out as paragraphs, lists and marks alone, and as plain text with bullets', async () => {
  const { page, dialog } = await setupPlan()
  await field(page, measure).focus()
  await page.keyboard.press('Control+a')
  await paste(page, { html: `<p>Avant</p>${list}` })
  await dialog.getByRole('radio', { name: /Tout dans ce texte/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expectText(page, measure, /^AvantLire/)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const { html, text } = await copied(page)
  expect(html.replaceAll(/ style="[^"]*"/g, '')).toContain(
    '<p>Avant</p><ul><li>Lire<ul><li>à voix haute</li></ul></li><li>Écrire <strong>chaque</strong> jour</li></ul>',
  )
  expect(html).not.toMatch(/class=|data-/)
  expect(text).toBe('Avant\n• Lire\n  ◦ à voix haute\n• Écrire chaque jour')
  await page.keyboard.press('Control+x')
  await expectText(page, measure, /^$/)
})

it('too much at once is refused with a word, and nothing is pasted', async () => {
  const { page, dialog } = await setupPlan()
  const before = await entriesOf(page, 'action 1, axe 1')
  await field(page, measure).focus()
  await paste(page, { html: '<p>a</p>'.repeat(5001) })
  await page.getByText(/trop long pour être collé/).waitFor()
  expect(await dialog.count()).toBe(0)
  expect(await entriesOf(page, 'action 1, axe 1')).toEqual(before)
})
