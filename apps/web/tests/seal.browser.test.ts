import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser, openAs, type Person } from './support/browser.ts'
import { openAsAdmin, openAsInvited, orleans, send } from './support/people.ts'
import { field, openPlan, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer, type TestServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'

async function openSteps({ page }: Person, server: TestServer): Promise<void> {
  await page.goto(`${server.url}/plans/${orleans}/validation`)
  await page.getByRole('heading', { name: 'Qui peut faire quoi' }).waitFor()
}

/** The line of somebody who approves. */
function approver(page: Page, name: string) {
  return page.getByRole('list', { name: 'Qui approuve' }).getByRole('listitem').filter({ hasText: name })
}

async function approve({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'J’approuve ce texte' }).click()
  await page.getByText('Vous avez approuvé ce texte.').waitFor()
}

it('a plan is approved, changed, approved again, sealed and published; reopened, what was sealed stays as it was', async () => {
  const server = await startServer()
  const admin = await openAsAdmin(browser, server)
  const lead = await openAsInvited(browser, server, { by: admin, name: 'Anne Petit', role: 'lead' })
  // Whoever approves need not write.
  const rector = await openAsInvited(browser, server, { by: admin, name: 'Claire Rousseau', role: 'reader' })
  const { page } = lead

  await openSteps(lead, server)
  await expectAccessible(page, 'steps and approval, while drafting')
  await page.getByRole('button', { name: 'Fixer les dates\u00A0: Validation' }).click()
  await page.getByLabel('Premier jour').fill('2026-11-02')
  await page.getByLabel('Dernier jour').fill('2026-10-01')
  await page.getByRole('button', { name: 'Enregistrer les dates' }).click()
  await page.getByText('Le dernier jour vient avant le premier. Changez l’un des deux.').first().waitFor()
  await expectAccessible(page, 'the days of a step, wrong')
  await page.getByLabel('Dernier jour').fill('2026-11-30')
  await page.getByRole('button', { name: 'Enregistrer les dates' }).click()
  await page.getByText(/Du 2\snovembre 2026 au 30\snovembre 2026/).waitFor()

  await page.getByRole('button', { name: 'Passer à cette étape\u00A0: Validation' }).click()
  await page.getByText('Le plan est maintenant à l’étape «\u00A0Validation\u00A0».').waitFor()
  await page.getByRole('button', { name: 'Désigner qui approuve' }).click()
  await page.getByRole('checkbox', { name: /Anne Petit/ }).check()
  await page.getByRole('checkbox', { name: /Claire Rousseau/ }).check()
  await expectAccessible(page, 'naming who approves')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const seal = page.getByRole('button', { name: 'Sceller le plan…' })
  await approver(page, 'Claire Rousseau').getByText('N’a pas encore approuvé').waitFor()
  expect(await seal.isDisabled()).toBe(true)

  await openSteps(rector, server)
  await approve(rector)
  await expectAccessible(rector.page, 'one’s own approval')
  await approve(lead)
  // Anne writes a word: what was approved no longer stands there.
  const writing = await lead.context.newPage()
  await openPlan(writing, server)
  await writeAtEnd(writing, measure, ' Et autrement.')
  await waitSaved(writing)
  await openSteps(lead, server)
  for (const name of ['Anne Petit', 'Claire Rousseau']) {
    await approver(page, name)
      .getByText(/le texte a changé depuis/)
      .waitFor()
  }
  expect(await seal.isDisabled()).toBe(true)
  await openSteps(rector, server)
  await approve(rector)
  await approve(lead)
  await seal.click()
  await page
    .getByRole('alertdialog')
    .getByText(/plus personne n’y écrit/)
    .waitFor()
  await expectAccessible(page, 'before the seal')
  await page.getByRole('button', { name: 'Sceller', exact: true }).click()
  await page.getByRole('heading', { name: 'Version officielle' }).waitFor()
  await expectAccessible(page, 'a sealed plan')
  await page.setViewportSize({ width: 390, height: 800 })
  await expectAccessible(page, 'a sealed plan, on a telephone')
  await page.setViewportSize({ width: 1280, height: 900 })

  // In the plan nobody writes any more, whoever had it open.
  await writing.getByText('Ce plan est définitif\u00A0: plus personne n’y écrit.').waitFor()
  await expect.poll(() => writing.locator('main [contenteditable=true]').count(), { timeout: 15_000 }).toBe(0)
  await expectAccessible(writing, 'a final plan')

  // Anyone reads it, without an account and without JavaScript.
  const reader = await openAsReader(browser)
  const address = `${server.url}/public/${orleans}`
  const answer = await reader.page.goto(address)
  expect(answer?.status()).toBe(200)
  await reader.page.getByText('Version officielle').first().waitFor()
  await reader.page.getByText('Et autrement.').first().waitFor()
  const sealed = await reader.page.content()
  expect(sealed).not.toContain('<script')
  expect(sealed).not.toMatch(/Anne Petit|Claire Rousseau|Marie Durand/)
  for (const [name, type, begins] of [
    ['PDF', 'application/pdf', '%PDF-'],
    ['Markdown', 'text/markdown; charset=utf-8', '# '],
    ['JSON', 'application/json', '{'],
  ] as const) {
    const link = reader.page.getByRole('link', { name: new RegExp(`^${name} \\(`) }).first()
    const file = await reader.context.request.get(
      new URL((await link.getAttribute('href')) ?? '', address).href,
    )
    expect([name, file.headers()['content-type']]).toEqual([name, type])
    expect((await file.body()).subarray(0, begins.length).toString()).toBe(begins)
  }
  // Also for who has the application, whose service worker leaves the address alone.
  await writing.goto(address)
  await writing.getByText('Version officielle').first().waitFor()
  await expectAccessible(writing, 'the public page')

  await page.getByRole('button', { name: 'Rouvrir le plan…' }).click()
  await page.getByRole('button', { name: 'Rouvrir', exact: true }).click()
  await page.getByText('Dites pourquoi vous rouvrez le plan.').first().waitFor()
  await expectAccessible(page, 'reopening, without a reason')
  await page.getByLabel('Pourquoi le rouvrir\u202F?').fill('Une cible était fausse.')
  await page.getByRole('button', { name: 'Rouvrir', exact: true }).click()
  await page.getByText(/la révision 2 est en cours/).waitFor()
  await openPlan(page, server)
  await writeAtEnd(page, measure, ' Un brouillon.')
  await waitSaved(page)
  expect(await field(page, measure).textContent()).toContain('Un brouillon.')
  for (const path of [address, `${address}/1`]) {
    await reader.page.goto(path)
    expect(await reader.page.content()).toBe(sealed)
  }
  const missing = await reader.page.goto(`${address}/2`)
  expect(missing?.status()).toBe(404)
  await reader.page.getByRole('heading', { name: 'Ce document n’est pas publié' }).waitFor()
  const trail = await send(lead, server, { method: 'GET', path: `/api/projects/${orleans}/trail` })
  expect(JSON.stringify(trail)).toContain('Une cible était fausse.')
  expect([...lead.problems, ...rector.problems, ...reader.problems]).toEqual([])
}, 300_000)

/** Someone with no account, and a browser that runs nothing. */
async function openAsReader(of: Browser): Promise<Person> {
  const { context: unused, ...rest } = await openAs(of)
  await unused.close()
  const context = await of.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
  return { ...rest, context, page: await context.newPage() }
}
