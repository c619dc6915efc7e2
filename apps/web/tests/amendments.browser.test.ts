import { blocksToPlain, projectSchema, type Project } from '@concerte/schema'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser, type Person } from './support/browser.ts'
import { openAsAdmin, openAsInvited, orleans, send } from './support/people.ts'
import { expectText, field, openPlan, waitSaved, waitTakenOver } from './support/plan.ts'
import { startServer, type TestServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const api = `/api/projects/${orleans}`
const panel = (page: Page) => page.getByRole('complementary', { name: 'Relecture' })
const cardOf = (page: Page, number: number) =>
  panel(page).getByRole('button', { name: new RegExp(`^Nº\\s${number} `) })
const press = (page: Page, name: string | RegExp) =>
  panel(page)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .click()
const said = (page: Page, text: RegExp) => page.getByText(text).first().waitFor()

/** By keyboard, from wherever one is. */
async function openAmendments(page: Page): Promise<void> {
  await waitTakenOver(page)
  await page.keyboard.press('Control+Alt+v')
  const tab = panel(page).getByRole('tab', { name: 'Amendements' })
  await tab.waitFor({ timeout: 60_000 })
  await tab.click()
}

/** Points at a text of the plan and asks for a way to amend it. */
async function proposeAt(page: Page, key: string, way: string): Promise<void> {
  await page.locator(`[data-text="${key}"]`).click()
  await press(page, 'Proposer un amendement')
  await page.getByRole('menuitem', { name: way }).click()
}

async function submit(page: Page, reason: string): Promise<void> {
  await panel(page).getByRole('textbox', { name: 'Motif' }).fill(reason)
  await press(page, 'Déposer l’amendement')
}

/** The first action of the first axis: its measures and its indicators. */
async function setupPlan(by: Person, server: TestServer) {
  const project = await readPlan(by, server)
  const [action] = project.axes[0]!.content.flatMap((item) => (item.type === 'group' ? item.actions : [item]))
  const [measures, indicators] = action!.rubrics
  return {
    measures: measures!.entries,
    indicator: indicators!.entries[0]!,
  }
}

async function readPlan(by: Person, server: TestServer): Promise<Project> {
  return projectSchema.parse(await send(by, server, { method: 'GET', path: `${api}/export/json` }))
}

it('a reviewer proposes another wording in place, nothing of it is lost by a reload, and another supports it', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rita = await openAsInvited(browser, server, { by: marie, name: 'Rita Roy', role: 'reviewer' })
  const sam = await openAsInvited(browser, server, { by: marie, name: 'Sam Noir', role: 'reviewer' })
  const { page } = rita
  const { measures } = await setupPlan(rita, server)
  await openPlan(page, server)
  await openAmendments(page)
  await panel(page).getByText('Aucun amendement pour l’instant').waitFor()

  // Another wording; what was typed outlives the page.
  await proposeAt(page, `${measures[0]!.id}.text`, 'Une autre rédaction')
  const editor = panel(page).getByRole('textbox', { name: 'Nouvelle rédaction' })
  await expect.poll(() => editor.evaluate((text) => text === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Et rendre compte.')
  await panel(page).locator('ins', { hasText: 'rendre' }).first().waitFor()
  await expectAccessible(page, 'composing', '[data-side-panel]')
  await page.reload()
  await openAmendments(page)
  await press(page, /^Reprendre/)
  await expect.poll(() => editor.textContent()).toContain('Et rendre compte.')
  await submit(page, 'Il manque le suivi.')
  await said(page, /Amendement 1 déposé/)
  expect(
    await panel(page)
      .getByRole('button', { name: /^Reprendre/ })
      .count(),
  ).toBe(0)

  await openPlan(sam.page, server)
  await openAmendments(sam.page)
  await cardOf(sam.page, 1).click()
  await press(sam.page, 'Soutenir')
  await panel(sam.page).getByRole('button', { name: 'Ne plus soutenir' }).waitFor()
  // Told to everyone who has the plan open.
  await cardOf(page, 1).click()
  await panel(page).getByText('Soutenu par Sam Noir').waitFor()
  expect([...rita.problems, ...sam.problems]).toEqual([])
})

it('a reviewer proposes a target, an addition, a withdrawal and a move, and the plan stays as it is', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rita = await openAsInvited(browser, server, { by: marie, name: 'Rita Roy', role: 'reviewer' })
  const { page } = rita
  const { measures, indicator } = await setupPlan(rita, server)
  const before = await readPlan(rita, server)
  await openPlan(page, server)
  await openAmendments(page)

  // A target that the page does not show, for it is empty.
  await proposeAt(page, `${indicator.id}.text`, 'Une autre valeur')
  await panel(page).getByRole('textbox', { name: 'Cible', exact: true }).fill('85\u00A0%')
  await panel(page).getByRole('textbox', { name: 'Date de la cible' }).fill('un jour')
  await press(page, 'Déposer l’amendement')
  await panel(page).getByText('Corrigez d’abord la valeur indiquée.').waitFor()
  await panel(page).getByRole('textbox', { name: 'Date de la cible' }).fill('juin 2028')
  await expectAccessible(page, 'another value', '[data-side-panel]')
  await submit(page, 'Atteignable.')
  await said(page, /Amendement 1 déposé/)

  await proposeAt(page, `${measures[0]!.id}.text`, 'Un ajout ici')
  await panel(page).getByRole('textbox', { name: 'Texte à ajouter' }).waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Texte à ajouter')
  await page.keyboard.type('Former deux référents par établissement.')
  await submit(page, 'Il manque la formation.')
  await said(page, /Amendement 2 déposé/)

  await proposeAt(page, `${measures[1]!.id}.text`, 'Le retrait')
  await submit(page, 'Fait double emploi.')
  await said(page, /Amendement 3 déposé/)

  await proposeAt(page, `${measures[2]!.id}.text`, 'Le déplacement')
  await press(page, 'Déposer l’amendement')
  await panel(page).getByText('Rien n’est encore changé').waitFor()
  await panel(page).getByRole('textbox', { name: 'Chercher un endroit' }).fill('axe 1 action 2')
  await panel(page)
    .getByRole('button', { name: /Action 2/ })
    .first()
    .click()
  await expectAccessible(page, 'choosing a place', '[data-side-panel]')
  await submit(page, 'Plus près de l’action 2.')
  await said(page, /Amendement 4 déposé/)

  expect(await readPlan(rita, server)).toEqual(before)
  expect(rita.problems).toEqual([])
})

it('[A2] an editor accepts, accepts with changes, refuses with a reason, and writes the synthesis of a collision; each can be undone', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rita = await openAsInvited(browser, server, { by: marie, name: 'Rita Roy', role: 'reviewer' })
  const eva = await openAsInvited(browser, server, { by: marie, name: 'Eva Blanc', role: 'editor' })
  const { page } = eva
  const { measures } = await setupPlan(rita, server)
  const wordsOf = (index: number) => blocksToPlain(measures[index]!.text)
  const propose = (index: number, words: string) =>
    send(rita, server, {
      method: 'POST',
      path: `${api}/amendments`,
      data: {
        proposal: {
          type: 'text',
          node: measures[index]!.id,
          field: 'text',
          base: measures[index]!.text,
          text: [{ type: 'paragraph', content: [{ text: words }] }],
        },
        reason: 'Plus précis.',
        cosigners: [],
      },
    })
  const [first, ...rest] = wordsOf(0).split(' ')
  const withVerb = (verb: string) => [verb, ...rest].join(' ')
  await propose(0, withVerb('Diffuser'))
  await propose(0, withVerb('Expliquer'))
  await propose(1, `${wordsOf(1)} Chaque année.`)
  await propose(2, `${wordsOf(2)} Sans exception.`)
  await openPlan(page, server)
  await openAmendments(page)

  await cardOf(page, 1).click()
  await panel(page).locator('del', { hasText: first! }).first().waitFor()
  await expectAccessible(page, 'an amendment', '[data-side-panel]')
  await press(page, 'Accepter')
  await press(page, 'Accepter cet amendement')
  await expectText(page, 'Mesure 1, action 1, axe 1', /^Diffuser /)
  await said(page, /Amendement 1\s: Accepté\. À revoir sur ce passage\s: nº\s2/)

  // [A4] The other one of that place is a collision now, on everybody's page.
  await panel(page).getByText('Collision\u00A0: les mêmes mots ont changé depuis').waitFor()
  await cardOf(page, 2).click()
  await press(page, 'Écrire la synthèse…')
  const dialog = page.getByRole('dialog', { name: /Amendement 2/ })
  for (const text of ['Texte de départ', 'Texte actuel', 'Texte proposé']) {
    await dialog.getByRole('region', { name: text, exact: true }).waitFor()
  }
  await expectAccessible(page, 'a collision')
  const synthesis = dialog.getByRole('textbox', { name: 'Votre synthèse' })
  await expect.poll(() => synthesis.evaluate((text) => text === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Expliquer et ')
  await dialog.getByRole('textbox', { name: 'Motif de la décision' }).fill('Les deux se complètent.')
  await dialog.getByRole('button', { name: 'Accepter cette synthèse' }).click()
  await expectText(page, 'Mesure 1, action 1, axe 1', /^Expliquer et Diffuser /)

  // With changes, where a reason is required.
  await cardOf(page, 3).click()
  await press(page, 'Accepter avec modifications…')
  const edited = panel(page).getByRole('textbox', { name: 'Texte accepté' })
  await expect.poll(() => edited.evaluate((text) => text === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Au moins.')
  await press(page, 'Accepter avec ces modifications')
  await panel(page).getByText('Écrivez le motif de la décision.').waitFor()
  await panel(page).getByRole('textbox', { name: 'Motif de la décision' }).fill('Un minimum.')
  await press(page, 'Accepter avec ces modifications')
  await expectText(page, 'Mesure 2, action 1, axe 1', /Chaque année\. Au moins\.$/)
  await said(page, /Amendement 3\s: Accepté avec modifications/)
  await page.getByRole('button', { name: 'Annuler la décision sur l’amendement 3' }).first().click()
  await expectText(page, 'Mesure 2, action 1, axe 1', /(?<!Au moins\.)$/)
  await said(page, /Amendement 3\s: de nouveau en discussion/)

  await cardOf(page, 4).click()
  await press(page, 'Refuser…')
  await panel(page).getByRole('textbox', { name: 'Motif de la décision' }).fill('Il y a des exceptions.')
  // Reading elsewhere in the page meanwhile takes nothing away.
  await field(page, 'Mesure 1, action 1, axe 1').click()
  await press(page, 'Refuser cet amendement')
  await panel(page).getByText('Motif\u00A0: Il y a des exceptions.').waitFor()

  // What became of them, in one table.
  await page.goto(`${server.url}/plans/${orleans}/amendements`)
  await page
    .getByText('4 amendements\u00A0: 1 en discussion, 1 accepté, 1 accepté avec modifications et 1 refusé.')
    .waitFor()
  await expectAccessible(page, 'the board')
  const rows = page.getByRole('table').getByRole('rowheader')
  await page.getByRole('combobox', { name: 'Suite donnée' }).selectOption({ label: 'Refusé' })
  await expect.poll(() => rows.allTextContents()).toEqual(['Nº\u00A04'])
  await expect.poll(() => page.url()).toContain('fate=refused')
  await page.getByRole('button', { name: 'Effacer les filtres' }).click()
  await page.getByRole('columnheader', { name: 'Nº' }).getByRole('button').press('Enter')
  await expect
    .poll(() => rows.allTextContents())
    .toEqual(['Nº\u00A04', 'Nº\u00A03', 'Nº\u00A02', 'Nº\u00A01'])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Télécharger le tableau (CSV)' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
  expect([...rita.problems, ...eva.problems]).toEqual([])
})

it('what somebody types in other words of the passage stays when an amendment is accepted [A1]', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const { page } = marie
  const { measures } = await setupPlan(marie, server)
  const words = blocksToPlain(measures[0]!.text)
  const [, ...rest] = words.split(' ')
  await send(marie, server, {
    method: 'POST',
    path: `${api}/amendments`,
    data: {
      proposal: {
        type: 'text',
        node: measures[0]!.id,
        field: 'text',
        base: measures[0]!.text,
        text: [{ type: 'paragraph', content: [{ text: ['Diffuser', ...rest].join(' ') }] }],
      },
      reason: '',
      cosigners: [],
    },
  })
  await openPlan(page, server)
  await openAmendments(page)
  await cardOf(page, 1).click()
  await panel(page).getByText('Toujours applicable').waitFor()
  await field(page, 'Mesure 1, action 1, axe 1').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Dès 2025.')
  await waitSaved(page)
  await panel(page).getByText('d’autres mots ont changé depuis').first().waitFor()
  await press(page, 'Accepter')
  await press(page, 'Accepter cet amendement')
  await expectText(page, 'Mesure 1, action 1, axe 1', /^Diffuser .* Dès 2025\.$/)
  expect(marie.problems).toEqual([])
})
