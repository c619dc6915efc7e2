import { blocksToPlain, projectSchema } from '@concerte/schema'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser, type Person } from './support/browser.ts'
import { openAsAdmin, openAsInvited, orleans, send } from './support/people.ts'
import { openPlan, waitSaved, waitTakenOver, writeAtEnd } from './support/plan.ts'
import { amendmentCard as card, pressInPanel as press, reviewPanel as panel } from './support/review.ts'
import { startServer, type TestServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const api = `/api/projects/${orleans}`
/** Texts by what the page calls them for who writes them, and by their key for who reads. */
const first = { name: 'Mesure 1, action 1, axe 1', key: 'axe-1-action-1-mesure-1.text' }
const second = 'axe-1-action-1-mesure-2.text'
const elsewhere = 'axe-2-action-1-mesure-1.text'

it('the whole story of a plan, with a lead, an editor of one axis, a reviewer and a reader at once: drafted, commented, amended, decided on, compared, restored, approved, sealed, published, exported, reopened', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const { eva, rita, leo, people } = await gather(server, marie)
  await send(marie, server, { method: 'POST', path: `${api}/versions`, data: { name: 'Avant relecture' } })
  for (const { page } of people) await openPlan(page, server)

  // Drafted by the editor of the first axis, who writes nowhere else; everyone sees it.
  await writeAtEnd(eva.page, first.name, ' Dès la rentrée.')
  await waitSaved(eva.page)
  for (const { page } of people) await expectWords(page, first.key, /Dès la rentrée\.$/)
  for (const [page, name] of [
    [eva.page, elsewhere],
    [rita.page, first.key],
    [leo.page, first.key],
  ] as const) {
    expect(await words(page, name).getAttribute('contenteditable')).not.toBe('true')
  }

  // Commented by the reviewer, who may not write; answered by the editor; the reader may only read.
  await words(rita.page, second).scrollIntoViewIfNeeded()
  await chooseWords(rita.page, second)
  await rita.page.keyboard.press('Control+Alt+m')
  await rita.page
    .getByRole('combobox', { name: 'Commentaire' })
    .or(rita.page.getByRole('textbox', { name: 'Commentaire' }))
    .first()
    .waitFor()
  await rita.page.keyboard.type('Avec quels moyens ?')
  await rita.page.keyboard.press('Control+Enter')
  await panel(rita.page).getByText('Avec quels moyens ?').first().waitFor()
  await openReview(eva.page)
  await panel(eva.page).getByText('Avec quels moyens ?').first().waitFor()

  // Amended twice in the same words.
  const plan = projectSchema.parse(await send(rita, server, { method: 'GET', path: `${api}/export/json` }))
  const item = plan.axes[0]!.content[0]!
  const action = item.type === 'group' ? item.actions[0]! : item
  const measure = action.rubrics[0]!.entries[0]!
  const [, ...rest] = blocksToPlain(measure.text).split(' ')
  for (const verb of ['Diffuser', 'Expliquer']) {
    const text = [{ type: 'paragraph', content: [{ text: [verb, ...rest].join(' ') }] }]
    const proposal = { type: 'text', node: measure.id, field: 'text', base: measure.text, text }
    const data = { proposal, reason: 'Plus précis.', cosigners: [] }
    await send(rita, server, { method: 'POST', path: `${api}/amendments`, data })
  }
  await panel(eva.page).getByRole('tab', { name: 'Amendements' }).click()
  await card(eva.page, 1).click()
  await press(eva.page, 'Accepter')
  await press(eva.page, 'Accepter cet amendement')
  for (const { page } of people) await expectWords(page, first.key, /^Diffuser .*Dès la rentrée\.$/)

  // The other one is a collision now: the editor writes the synthesis.
  await card(eva.page, 2).click()
  await press(eva.page, 'Écrire la synthèse…')
  const dialog = eva.page.getByRole('dialog', { name: /Amendement 2/ })
  await expectAccessible(eva.page, 'a collision')
  const synthesis = dialog.getByRole('textbox', { name: 'Votre synthèse' })
  await expect.poll(() => synthesis.evaluate((text) => text === document.activeElement)).toBe(true)
  await eva.page.keyboard.press('Control+Home')
  await eva.page.keyboard.type('Expliquer et ')
  await dialog.getByRole('textbox', { name: 'Motif de la décision' }).fill('Les deux se complètent.')
  await dialog.getByRole('button', { name: 'Accepter cette synthèse' }).click()
  for (const { page } of people)
    await expectWords(page, first.key, /^Expliquer et Diffuser .*Dès la rentrée\.$/)

  // Compared with what was, and the action restored by the lead, as one step that she takes back.
  await marie.page.goto(`${server.url}/plans/${orleans}/versions`)
  await marie.page.getByRole('link', { name: /Ce qui a changé depuis.: Avant relecture/ }).click()
  await marie.page
    .locator('ins')
    .getByText(/Dès la rentrée/)
    .first()
    .waitFor()
  await marie.page.getByRole('button', { name: /^Rétablir «.Avant relecture.»/ }).click()
  const restoring = marie.page.getByRole('dialog')
  await restoring.getByRole('button', { name: /Que rétablir/ }).click()
  await marie.page
    .getByRole('option', { name: /^Action.1.: / })
    .first()
    .click()
  await restoring.getByRole('button', { name: 'Rétablir', exact: true }).click()
  for (const { page } of people) await expectWords(page, first.key, /^(?!Expliquer)(?!.*Dès la rentrée)/)
  await marie.page.keyboard.press('Control+z')
  for (const { page } of people)
    await expectWords(page, first.key, /^Expliquer et Diffuser .*Dès la rentrée\.$/)
  await waitSaved(marie.page)

  // Approved and sealed.
  await marie.page.goto(`${server.url}/plans/${orleans}/validation`)
  await marie.page.getByRole('button', { name: /^Passer à cette étape.: Validation/ }).click()
  await marie.page
    .getByText(/Le plan est maintenant à l’étape/)
    .first()
    .waitFor()
  await marie.page.getByRole('button', { name: 'Désigner qui approuve' }).click()
  await marie.page.getByRole('dialog').getByText('Eva Blanc').click()
  await marie.page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
  await marie.page.getByRole('dialog').waitFor({ state: 'detached' })
  await eva.page.goto(`${server.url}/plans/${orleans}/validation`)
  await eva.page.getByRole('button', { name: 'J’approuve ce texte' }).click()
  await eva.page.getByText('Vous avez approuvé ce texte.').first().waitFor()
  await expectAccessible(eva.page, 'approved')
  await marie.page.getByRole('button', { name: 'Sceller le plan…' }).click()
  await marie.page.getByRole('alertdialog').getByRole('button', { name: 'Sceller', exact: true }).click()
  await marie.page
    .getByText('Le plan est scellé. Sa page publique est ouverte.')
    .first()
    .waitFor({ timeout: 60_000 })
  await expect.poll(() => marie.page.evaluate(() => document.activeElement?.tagName)).toBe('OUTPUT')
  await expectAccessible(marie.page, 'sealed')

  // Published for whoever comes, without scripts; exported; read-only for all.
  const sealed = await readPublic(server)
  expect(sealed).toContain('Expliquer et Diffuser')
  expect(sealed).not.toContain('Avec quels moyens')
  for (const file of ['projet.pdf', 'projet.md', 'projet.json']) {
    expect((await fetch(`${server.url}/public/${orleans}/1/${file}`)).status, file).toBe(200)
  }
  await openPlan(eva.page, server)
  expect(await words(eva.page, first.key).getAttribute('contenteditable')).not.toBe('true')
  await leo.page.getByRole('button', { name: 'Exporter' }).click()
  const download = leo.page.waitForEvent('download')
  await leo.page.getByRole('menuitem', { name: /Markdown/ }).click()
  expect((await download).suggestedFilename()).toMatch(/\.md$/)

  // Reopened with a reason, which the trail keeps; what was sealed stays.
  await marie.page.getByRole('button', { name: 'Rouvrir le plan…' }).click()
  const reopening = marie.page.getByRole('dialog')
  await reopening.getByRole('textbox', { name: /Pourquoi le rouvrir/ }).fill('Une erreur dans une cible.')
  await reopening.getByRole('button', { name: 'Rouvrir', exact: true }).click()
  await reopening.waitFor({ state: 'detached' })
  await writeAtEnd(eva.page, first.name, ' Encore.')
  await waitSaved(eva.page)
  expect(await readPublic(server)).toBe(sealed)
  await marie.page.goto(`${server.url}/plans/${orleans}/journal`)
  await marie.page
    .getByText(/Une erreur dans une cible/)
    .first()
    .waitFor()
  await expectAccessible(marie.page, 'the trail')
  await server.command('verify', orleans)
  expect(people.flatMap(({ problems }) => problems)).toEqual([])
}, 400_000)

/** The four of them; the editor's working group has the first axis. */
async function gather(server: TestServer, marie: Person) {
  const as = (name: string, role: string) => openAsInvited(browser, server, { by: marie, name, role })
  const eva = await as('Eva Blanc', 'editor')
  const rita = await as('Rita Roy', 'reviewer')
  const leo = await as('Léo Brun', 'reader')
  const { members } = (await send(marie, server, { method: 'GET', path: `${api}/members` })) as {
    members: { userId: string; name: string }[]
  }
  const { axes } = projectSchema.parse(
    await send(marie, server, { method: 'GET', path: `${api}/export/json` }),
  )
  const group = {
    name: 'Progresser',
    members: members.filter(({ name }) => name === 'Eva Blanc').map(({ userId }) => userId),
    axes: [axes[0]!.id],
  }
  await send(marie, server, { method: 'POST', path: `${api}/groups`, data: group })
  return { eva, rita, leo, people: [marie, eva, rita, leo] }
}

const words = (page: Page, key: string) => page.locator(`[data-text="${key}"]`)

async function expectWords(page: Page, key: string, wanted: RegExp): Promise<void> {
  await expect.poll(() => words(page, key).textContent(), { timeout: 20_000 }).toMatch(wanted)
}

async function openReview(page: Page): Promise<void> {
  await waitTakenOver(page)
  await page.keyboard.press('Control+Alt+v')
  await panel(page).waitFor({ timeout: 60_000 })
}

/** Chooses a word of a text by a double click, in a text that one may only read too. */
async function chooseWords(page: Page, key: string): Promise<void> {
  await waitTakenOver(page)
  await words(page, key).dblclick({ position: { x: 60, y: 10 } })
  await expect.poll(() => page.evaluate(() => String(getSelection()).trim().length)).toBeGreaterThan(2)
}

/** The public page as somebody without a session and without scripts reads it. */
async function readPublic(server: TestServer): Promise<string> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const response = await page.goto(`${server.url}/public/${orleans}/1`)
  expect(response?.status()).toBe(200)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const text = (await response?.text()) ?? ''
  await context.close()
  return text
}
