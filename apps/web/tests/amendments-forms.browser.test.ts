import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  firstAction,
  firstActions,
  listAmendments,
  openAmendments,
  planApi,
  proposeAs,
  readPlan,
  said,
  wording,
} from './support/amendments.ts'
import { expectAccessible, launchBrowser } from './support/browser.ts'
import { expectFocus } from './support/keyboard.ts'
import { openAsAdmin, openAsInvited, send } from './support/people.ts'
import { openPlan, waitSaved } from './support/plan.ts'
import { amendmentCard as cardOf, pressInPanel as press, reviewPanel as panel } from './support/review.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Marie leads, Rita reviews, Eva writes. */
async function setupPeople() {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rita = await openAsInvited(browser, server, { by: marie, name: 'Rita Roy', role: 'reviewer' })
  const eva = await openAsInvited(browser, server, { by: marie, name: 'Eva Blanc', role: 'editor' })
  return { server, marie, rita, eva, problems: () => [marie, rita, eva].flatMap((one) => one.problems) }
}

const reasonOf = (page: Page) => panel(page).getByRole('textbox', { name: 'Motif de la décision' })

it('[A3] two amendments become one, others are referred to a group and to a later plan, each with its reason', async () => {
  const { server, rita, eva, problems } = await setupPeople()
  const { page } = eva
  const { measures } = await firstAction(rita, server)
  for (const words of ['Diffuser la culture.', 'Diffuser partout la culture.', 'Trois.', 'Quatre.'])
    await proposeAs(rita, server, wording(measures[0]!, words))
  await openPlan(page, server)
  await openAmendments(page)

  await cardOf(page, 1).click()
  await press(page, 'Fusionner avec un autre…')
  await expectFocus(page, 'Motif de la décision')
  await press(page, 'Fusionner les deux')
  await panel(page).getByText('Choisissez un amendement.').waitFor()
  await panel(page).getByText('Écrivez le motif de la décision.').waitFor()
  await panel(page)
    .getByRole('combobox', { name: 'Avec quel amendement' })
    .selectOption({ label: 'Nº\u00A02 – Autre rédaction, Mesure 1, action 1, axe 1' })
  await reasonOf(page).fill('La même idée.')
  await expectAccessible(page, 'merging', '[data-side-panel]')
  await press(page, 'Fusionner les deux')
  await said(page, /^Amendement 1\s: Fusionné avec le nº\s2/)
  await panel(page).getByText('Motif\u00A0: La même idée.').waitFor()

  for (const [number, to] of [
    [3, 'Groupe de travail «\u00A0Parcours\u00A0»'],
    [4, 'Projet académique 2028-2032'],
  ] as const) {
    await cardOf(page, number).click()
    await press(page, 'Renvoyer…')
    await reasonOf(page).fill('Dépasse ce plan.')
    await press(page, 'Renvoyer cet amendement')
    await panel(page).getByText('Écrivez à qui ou à quoi il est renvoyé.').first().waitFor()
    await panel(page).getByRole('textbox', { name: 'À qui ou à quoi' }).fill(to)
    if (number === 3) await expectAccessible(page, 'referring', '[data-side-panel]')
    await press(page, 'Renvoyer cet amendement')
    await panel(page).getByText(`Renvoyé\u00A0: ${to}`).first().waitFor()
  }
  const fates = (await listAmendments(rita, server)).map(({ fate }) => fate.type)
  expect(fates).toEqual(['merged', 'open', 'referred', 'referred'])
  expect(problems()).toEqual([])
})

it('its author withdraws an amendment, for all to see, and improves another, of which everyone reads what it said before', async () => {
  const { server, marie, rita, problems } = await setupPeople()
  const { measures } = await firstAction(rita, server)
  await proposeAs(rita, server, wording(measures[0]!, 'Diffuser la culture.'))
  await proposeAs(rita, server, wording(measures[1]!, 'Former les équipes.'))
  for (const { page } of [marie, rita]) {
    await openPlan(page, server)
    await openAmendments(page)
  }
  const { page } = rita
  await cardOf(page, 1).click()
  await press(page, 'Retirer…')
  await expectFocus(page, 'Pourquoi (facultatif)')
  await page.keyboard.type('Écrit trop vite.')
  await expectAccessible(page, 'withdrawing', '[data-side-panel]')
  await press(page, 'Retirer l’amendement')
  await said(page, /^Amendement 1 retiré\.$/)
  await panel(page).getByText('Motif\u00A0: Écrit trop vite.').waitFor()
  expect(await panel(page).getByRole('button', { name: 'Améliorer…' }).count()).toBe(0)

  await cardOf(page, 2).click()
  await press(page, 'Améliorer…')
  const editor = panel(page).getByRole('textbox', { name: 'Nouvelle rédaction' })
  await expect.poll(() => editor.evaluate((text) => text === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Chaque année.')
  await panel(page).getByRole('textbox', { name: 'Motif', exact: true }).fill('Il manque le rythme.')
  await press(page, 'Déposer l’amélioration')
  await said(page, /^Amendement 2 amélioré\.$/)

  // The lead reads both, by keyboard.
  await cardOf(marie.page, 2).click()
  const earlier = panel(marie.page).getByText(/^Version précédente, du \d/)
  await earlier.focus()
  await marie.page.keyboard.press('Enter')
  await panel(marie.page).locator('details ins', { hasText: 'Chaque année.' }).waitFor()
  await panel(marie.page).locator('details ins', { hasText: 'manque' }).waitFor()
  await expectAccessible(marie.page, 'an earlier wording', '[data-side-panel]')
  expect(problems()).toEqual([])
})

it('a value and an addition are accepted with changes', async () => {
  const { server, rita, eva, problems } = await setupPeople()
  const { page } = eva
  const { measures, indicator } = await firstAction(rita, server)
  const [action] = firstActions(await readPlan(rita, server))
  const { rubric } = action!.rubrics[0]!
  const target = { type: 'field', node: indicator.id, field: 'target', base: null, value: { value: '85 %' } }
  await proposeAs(rita, server, target)
  const at = { parent: action!.id, rubric, after: measures[0]!.id }
  const draft = { type: 'entry', text: [{ type: 'paragraph', content: [{ text: 'Former deux référents' }] }] }
  await proposeAs(rita, server, { type: 'add', at, draft })
  await openPlan(page, server)
  await openAmendments(page)

  await cardOf(page, 1).click()
  await press(page, 'Accepter avec modifications…')
  await panel(page).getByRole('textbox', { name: 'Cible', exact: true }).fill('80\u00A0%')
  await reasonOf(page).fill('Plus prudent.')
  await expectAccessible(page, 'another value with changes', '[data-side-panel]')
  await press(page, 'Accepter avec ces modifications')
  await said(page, /^Amendement 1\s: Accepté avec modifications/)

  await cardOf(page, 2).click()
  await press(page, 'Accepter avec modifications…')
  await expectFocus(page, 'Texte à ajouter')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' par bassin.')
  await reasonOf(page).fill('Par bassin.')
  await expectAccessible(page, 'an addition with changes', '[data-side-panel]')
  await press(page, 'Accepter avec ces modifications')
  await said(page, /^Amendement 2\s: Accepté avec modifications/)
  const [now] = firstActions(await readPlan(rita, server))
  const [nowMeasures, nowIndicators] = now!.rubrics
  expect(nowIndicators!.entries[0]).toMatchObject({ target: { value: '80\u00A0%' } })
  expect(nowMeasures!.entries[1]!.text).toMatchObject([
    { content: [{ text: 'Former deux référents par bassin.' }] },
  ])
  expect(problems()).toEqual([])
})

it('what was to stand in an action that is gone is accepted at another place, chosen by keyboard', async () => {
  const { server, marie, rita, problems } = await setupPeople()
  const { page } = marie
  const { measures } = await firstAction(rita, server)
  const [first, second] = firstActions(await readPlan(rita, server))
  const { rubric } = first!.rubrics[0]!
  const at = { parent: second!.id, rubric, after: null }
  const text = [{ type: 'paragraph', content: [{ text: 'Former deux référents.' }] }]
  await proposeAs(rita, server, { type: 'add', at, draft: { type: 'entry', text } })
  const base = { parent: first!.id, rubric, after: null }
  await proposeAs(rita, server, { type: 'move', node: measures[0]!.id, base, to: at })
  await openPlan(page, server)
  await page.getByRole('button', { name: 'Options\u00A0: action 2, axe 1' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).press('Enter')
  await waitSaved(page)
  await openAmendments(page)

  await cardOf(page, 1).click()
  await panel(page).getByText('Sa place n’est plus dans le plan').first().waitFor()
  expect(await panel(page).getByRole('button', { name: 'Accepter', exact: true }).count()).toBe(0)
  await panel(page).getByRole('button', { name: 'Accepter à un autre endroit…' }).press('Enter')
  await expectFocus(page, 'Chercher un endroit')
  await reasonOf(page).fill('Son action a été retirée.')
  await panel(page).getByRole('button', { name: 'Accepter à cet endroit' }).press('Enter')
  await panel(page).getByText('Choisissez un endroit.').waitFor()
  await panel(page).getByRole('textbox', { name: 'Chercher un endroit' }).focus()
  await page.keyboard.type('axe 1 action 2')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await panel(page).getByRole('button', { pressed: true }).waitFor()
  await panel(page).getByRole('combobox', { name: 'Où' }).selectOption({ label: 'Au début' })
  await expectAccessible(page, 'another place', '[data-side-panel]')
  await panel(page).getByRole('button', { name: 'Accepter à cet endroit' }).press('Enter')
  await said(page, /^Amendement 1\s: Accepté avec modifications/)

  await cardOf(page, 2).click()
  await press(page, 'Accepter à un autre endroit…')
  await panel(page).getByRole('textbox', { name: 'Chercher un endroit' }).fill('axe 1 action 2')
  await panel(page).getByRole('group', { name: 'À quel autre endroit' }).getByRole('button').first().click()
  await reasonOf(page).fill('Son action a été retirée.')
  await expectAccessible(page, 'another place for a move', '[data-side-panel]')
  await press(page, 'Accepter à cet endroit')
  await said(page, /^Amendement 2\s: Accepté avec modifications/)
  // The third action is the second one now: the addition came first, the move last.
  const [, now] = firstActions(await readPlan(rita, server))
  const { entries } = now!.rubrics[0]!
  expect(entries[0]!.text).toMatchObject([{ content: [{ text: 'Former deux référents.' }] }])
  expect(entries.at(-1)!.id).toBe(measures[0]!.id)
  expect(problems()).toEqual([])
})

it('the cover tells how many comments and amendments wait on it, and opens them', async () => {
  const { server, rita, problems } = await setupPeople()
  const { page } = rita
  const project = await readPlan(rita, server)
  const subject = { type: 'node', node: 'cover' }
  const comment = { subject, body: 'Une autre devise\u202F?', mentions: [] }
  await send(rita, server, { method: 'POST', path: `${planApi}/threads`, data: comment })
  const base = [{ type: 'paragraph', content: project.cover.title }]
  const text = [{ type: 'paragraph', content: [{ text: 'Un projet pour tous' }] }]
  await proposeAs(rita, server, { type: 'text', node: 'cover', field: 'title', base, text })
  await openPlan(page, server)
  const waiting = page.getByRole('button', { name: '1 commentaire et 1 amendement sur\u00A0: Couverture' })
  await waiting.waitFor()
  await expectAccessible(page, 'the cover with its counts')
  await waiting.press('Enter')
  await panel(page).getByText('Une autre devise\u202F?').first().waitFor()
  expect(problems()).toEqual([])
})
