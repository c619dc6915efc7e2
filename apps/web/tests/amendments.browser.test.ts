import { blocksToPlain } from '@concerte/schema'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  firstAction,
  listAmendments,
  openAmendments,
  planApi,
  proposeAs,
  readPlan,
  said,
  wording,
} from './support/amendments.ts'
import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited, orleans, send } from './support/people.ts'
import { expectText, field, openPlan, waitSaved } from './support/plan.ts'
import { amendmentCard as cardOf, pressInPanel as press, reviewPanel as panel } from './support/review.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

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

it('a reviewer proposes another wording in place, nothing of it is lost by a reload, and another supports it', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rita = await openAsInvited(browser, server, { by: marie, name: 'Rita Roy', role: 'reviewer' })
  const sam = await openAsInvited(browser, server, { by: marie, name: 'Sam Noir', role: 'reviewer' })
  const { page } = rita
  const { measures } = await firstAction(rita, server)
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
  // Told to everyone who has the plan open; it is the one that was just sent.
  await panel(page).getByText('Soutenu par Sam Noir').waitFor()
  expect([...rita.problems, ...sam.problems]).toEqual([])
})

it('a reviewer proposes a target, an addition, a withdrawal and a move, and the plan stays as it is', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rita = await openAsInvited(browser, server, { by: marie, name: 'Rita Roy', role: 'reviewer' })
  const { page } = rita
  const { measures, indicator } = await firstAction(rita, server)
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

it('[A2] [A4] what is accepted puts the others of its passage in question, and a collision is settled by a synthesis', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rita = await openAsInvited(browser, server, { by: marie, name: 'Rita Roy', role: 'reviewer' })
  const eva = await openAsInvited(browser, server, { by: marie, name: 'Eva Blanc', role: 'editor' })
  const { page } = eva
  const { measures } = await firstAction(rita, server)
  const [first, ...rest] = blocksToPlain(measures[0]!.text).split(' ')
  await proposeAs(rita, server, wording(measures[0]!, ['Diffuser', ...rest].join(' ')))
  await proposeAs(rita, server, wording(measures[0]!, ['Expliquer', ...rest].join(' ')))
  await openPlan(page, server)
  await openAmendments(page)

  await cardOf(page, 1).click()
  await panel(page).locator('del', { hasText: first! }).first().waitFor()
  await expectAccessible(page, 'an amendment', '[data-side-panel]')
  await press(page, 'Accepter')
  await press(page, 'Accepter cet amendement')
  await expectText(page, 'Mesure 1, action 1, axe 1', /^Diffuser /)
  await said(page, /Amendement 1\s: Accepté\. À revoir sur ce passage\s: nº\s2/)

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
  await panel(page).getByText('Motif\u00A0: Les deux se complètent.').waitFor()
  expect([...rita.problems, ...eva.problems]).toEqual([])
})

it('an editor accepts with changes, takes it back, and refuses; both want a reason, which nothing takes away', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rita = await openAsInvited(browser, server, { by: marie, name: 'Rita Roy', role: 'reviewer' })
  const eva = await openAsInvited(browser, server, { by: marie, name: 'Eva Blanc', role: 'editor' })
  const { page } = eva
  const { measures } = await firstAction(rita, server)
  await proposeAs(rita, server, wording(measures[1]!, `${blocksToPlain(measures[1]!.text)} Chaque année.`))
  await proposeAs(rita, server, wording(measures[2]!, `${blocksToPlain(measures[2]!.text)} Sans exception.`))
  await openPlan(page, server)
  await openAmendments(page)

  await cardOf(page, 1).click()
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
  await said(page, /Amendement 1\s: Accepté avec modifications/)
  await page.getByRole('button', { name: 'Annuler la décision sur l’amendement 1' }).first().click()
  await expectText(page, 'Mesure 2, action 1, axe 1', /(?<!Au moins\.)$/)
  await said(page, /Amendement 1\s: de nouveau en discussion/)

  await cardOf(page, 2).click()
  await press(page, 'Refuser…')
  await panel(page).getByRole('textbox', { name: 'Motif de la décision' }).fill('Il y a des exceptions.')
  // Reading elsewhere in the page meanwhile takes nothing away.
  await field(page, 'Mesure 1, action 1, axe 1').click()
  await press(page, 'Refuser cet amendement')
  await panel(page).getByText('Motif\u00A0: Il y a des exceptions.').waitFor()
  expect([...rita.problems, ...eva.problems]).toEqual([])
})

it('[A3] the board tells what became of each amendment, is filtered and sorted by its address, and is downloaded', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const { page } = marie
  const { measures } = await firstAction(marie, server)
  for (const measure of measures.slice(0, 3)) {
    await proposeAs(marie, server, wording(measure, `${blocksToPlain(measure.text)} Chaque année.`))
  }
  const amendments = await listAmendments(marie, server)
  const decide = (index: number, decision: object) =>
    send(marie, server, {
      method: 'POST',
      path: `${planApi}/amendments/${amendments[index]!.id}/decisions`,
      data: { revision: 1, ...decision },
    })
  await decide(0, { type: 'accept', reason: '' })
  await decide(1, { type: 'refuse', reason: 'Il y a des exceptions.' })

  await page.goto(`${server.url}/plans/${orleans}/amendements`)
  await page.getByText('3 amendements\u00A0: 1 en discussion, 1 accepté et 1 refusé.').waitFor()
  await expectAccessible(page, 'the board')
  const rows = page.getByRole('table').getByRole('rowheader')
  await page.getByRole('combobox', { name: 'Suite donnée' }).selectOption({ label: 'Refusé' })
  await expect.poll(() => rows.allTextContents()).toEqual(['Nº\u00A02'])
  await expect.poll(() => page.url()).toContain('fate=refused')
  await page.getByRole('button', { name: 'Effacer les filtres' }).click()
  await page.getByRole('columnheader', { name: 'Nº' }).getByRole('button').press('Enter')
  await expect.poll(() => rows.allTextContents()).toEqual(['Nº\u00A03', 'Nº\u00A02', 'Nº\u00A01'])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Télécharger le tableau (CSV)' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
  // On a telephone the same are cards.
  await page.setViewportSize({ width: 390, height: 800 })
  await page
    .getByRole('heading', { name: /Autre rédaction/ })
    .first()
    .waitFor()
  await expectAccessible(page, 'the board on a telephone')
  await page.getByRole('link', { name: /^Nº\s2/ }).click()
  await cardOf(page, 2).waitFor()
  expect(marie.problems).toEqual([])
})

it('what somebody types in other words of the passage stays when an amendment is accepted [A1]', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const { page } = marie
  const { measures } = await firstAction(marie, server)
  const words = blocksToPlain(measures[0]!.text)
  const [, ...rest] = words.split(' ')
  await proposeAs(marie, server, wording(measures[0]!, ['Diffuser', ...rest].join(' ')))
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
