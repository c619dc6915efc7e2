import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited } from './support/people.ts'
import { field, openPlan, waitSaved, waitTakenOver } from './support/plan.ts'
import { amendmentCard, pressInPanel, reviewPanel as panel } from './support/review.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 3, action 1, axe 1'

it('whoever may propose finds the texts that are still empty, and proposes words for one by keyboard; a reader sees none of it', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rene = await openAsInvited(browser, server, { by: marie, name: 'René Roy', role: 'reviewer' })
  const lise = await openAsInvited(browser, server, { by: marie, name: 'Lise Mai', role: 'reader' })
  const { page } = rene
  await openPlan(marie.page, server)
  await field(marie.page, measure).focus()
  await marie.page.keyboard.press('Control+a')
  await marie.page.keyboard.press('Delete')
  await waitSaved(marie.page)
  await openPlan(page, server)
  await waitTakenOver(page)
  const empty = page.getByRole('button', { name: `Ce qui sera fait Proposer un texte\u00A0: ${measure}` })
  await empty.focus()
  await expectAccessible(page, 'texts that wait for a proposal')
  await page.keyboard.press('Enter')
  const editor = panel(page).getByRole('textbox', { name: 'Nouvelle rédaction' })
  await expect.poll(() => editor.evaluate((text) => text === document.activeElement)).toBe(true)
  await page.keyboard.type('Réussir ensemble.')
  await panel(page).getByRole('textbox', { name: 'Motif' }).fill('Il n’y a rien.')
  await pressInPanel(page, 'Déposer l’amendement')
  await amendmentCard(page, 1).waitFor()

  // Those who write have the text itself, those who only read have neither. It goes as soon as there are words.
  await openPlan(lise.page, server)
  for (const other of [marie.page, lise.page]) {
    await waitTakenOver(other)
    expect(await other.getByRole('button', { name: /Proposer un texte/ }).count()).toBe(0)
  }
  await field(marie.page, measure).focus()
  await marie.page.keyboard.type('Des mots.')
  await expect.poll(() => empty.count()).toBe(0)
  expect([...marie.problems, ...rene.problems, ...lise.problems]).toEqual([])
})
