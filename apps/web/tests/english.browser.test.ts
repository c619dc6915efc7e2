import { planValidationSchema } from '@concerte/api'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import { ask } from './support/ask.ts'
import { expectAccessible, launchBrowser } from './support/browser.ts'
import { frenchIn } from './support/other-language.ts'
import { openAsAdmin, orleans, send } from './support/people.ts'
import { waitTakenOver } from './support/plan.ts'
import { bringReview } from './support/review-scene.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const sidePanel = '[data-side-panel]'
const api = `/api/projects/${orleans}`
const panel = (page: Page) => page.getByRole('complementary', { name: 'Review' })
const press = (page: Page, name: string | RegExp) =>
  panel(page)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()

/** Nothing for axe to find, and no word of French that is not marked as French. */
async function expectEnglish(page: Page, where: string, within?: string): Promise<void> {
  expect(await frenchIn(page), where).toEqual([])
  await expectAccessible(page, where, within)
}

/** A lead who reads English, at a plan under review. */
async function setupEnglish() {
  const server = await startServer()
  const lead = await openAsAdmin(browser, server)
  await lead.context.addInitScript(() => localStorage.setItem('concerte.locale', 'en'))
  await lead.context.addCookies([{ name: 'concerte.locale', value: 'en', url: server.url }])
  const { people, close } = await bringReview(server.url, lead.context.request, orleans)
  onTestFinished(close)
  const go = (path: string) => lead.page.goto(`${server.url}/plans/${orleans}${path}`)
  return { server, lead, people, page: lead.page, go }
}

it('comments, amendments and decisions are in English for who chose it, and the words of the plan in French', async () => {
  const { page, go, lead } = await setupEnglish()
  await go('')
  await waitTakenOver(page)
  await page.getByText('Saved', { exact: true }).first().waitFor()
  await page.keyboard.press('Control+Alt+v')
  await panel(page)
    .getByRole('button', { name: /^Thread 1:/ })
    .waitFor()
  await expectEnglish(page, 'threads', sidePanel)
  await press(page, /^Thread 2:/)
  await panel(page).getByRole('button', { name: 'Resolve' }).waitFor()
  await expectEnglish(page, 'a thread', sidePanel)
  await press(page, 'Comment on the whole plan')
  await panel(page).getByRole('textbox', { name: 'New comment' }).waitFor()
  await expectEnglish(page, 'a new comment', sidePanel)

  await panel(page).getByRole('tab', { name: 'Amendments' }).click()
  await panel(page)
    .getByRole('button', { name: /^No\.\s3 / })
    .waitFor()
  await expectEnglish(page, 'amendments', sidePanel)
  await press(page, /^No\.\s3 /)
  await panel(page).getByText('Still applies').first().waitFor()
  await expectEnglish(page, 'an amendment', sidePanel)
  for (const choice of ['Accept', 'Accept with changes…', 'Refuse…', 'Refer…', 'Merge with another…']) {
    await press(page, choice)
    await panel(page).getByRole('textbox', { name: 'Reason for the decision' }).waitFor()
    expect(await frenchIn(page), choice).toEqual([])
    await press(page, 'Cancel')
  }
  await press(page, /^No\.\s3 /)
  await press(page, /^No\.\s2 /)
  await press(page, 'Write the synthesis…')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Your synthesis' }).waitFor()
  await expectEnglish(page, 'a collision', '[role=dialog]')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  for (const [way, title] of [
    ['Another wording', 'Propose another wording'],
    ['An addition here', 'Propose an addition'],
    ['Its withdrawal', 'Propose the withdrawal'],
    ['Its move', 'Propose a move'],
  ] as const) {
    await page.locator('[data-text="axe-1-action-1-mesure-4.text"]').click()
    await press(page, 'Propose an amendment')
    await page.getByRole('menuitem', { name: way }).click()
    await panel(page).getByRole('heading', { name: title }).waitFor()
    expect(await frenchIn(page), way).toEqual([])
    await press(page, 'Discard')
  }
  expect(lead.problems).toEqual([])
}, 240_000)

it('the pages beside a plan are in English for who chose it, while its public page is in the language of the plan', async () => {
  const { page, go, lead, people, server } = await setupEnglish()
  const ready = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  await go('/amendements')
  await page.getByRole('table').getByRole('rowheader').first().waitFor()
  await expectEnglish(page, 'the board')
  await go('/versions')
  await page.getByRole('heading', { name: /Texte soumis/ }).waitFor()
  await expectEnglish(page, 'versions')
  await page.getByRole('link', { name: /^What has changed since: Texte/ }).click()
  await page.locator('ins').first().waitFor()
  await expectEnglish(page, 'a comparison')
  await page.getByRole('button', { name: /^Restore “Texte/ }).click()
  await page.getByRole('dialog').waitFor()
  await expectEnglish(page, 'what restoring does', '[role=dialog]')
  await go('/journal')
  await page.getByRole('main').getByRole('listitem').first().waitFor()
  await expectEnglish(page, 'the trail')
  await page.goto(`${server.url}/notifications`)
  await ready('Notifications')
  await page.getByText('This server sends no e-mail').waitFor()
  await expectEnglish(page, 'notifications')
  await go('')
  await waitTakenOver(page)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem').first().waitFor()
  await expectEnglish(page, 'formats of export', '[role=menu]')

  // From draft to seal.
  await send(lead, server, { method: 'PUT', path: `${api}/phase`, data: { phase: 'validation' } })
  await go('/validation')
  await page.getByRole('heading', { name: 'Who may do what' }).waitFor()
  await expectEnglish(page, 'steps')
  await page.getByRole('button', { name: 'Name who approves' }).click()
  await page.getByRole('checkbox', { name: /Eva Blanc/ }).check()
  await expectEnglish(page, 'naming who approves', '[role=dialog]')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const { sha256 } = planValidationSchema.parse(
    await ask(people.eva, 'GET', `${server.url}${api}/validation`),
  )
  await ask(people.eva, 'PUT', `${server.url}${api}/approval`, { sha256 })
  await page.reload()
  await page
    .getByText(/^Approved this text/)
    .first()
    .waitFor()
  await expectEnglish(page, 'approved')
  await page.getByRole('button', { name: 'Seal the plan…' }).click()
  await expectEnglish(page, 'before the seal', '[role=alertdialog]')
  await page.getByRole('button', { name: 'Seal', exact: true }).click()
  await page.getByRole('heading', { name: 'Official version' }).waitFor({ timeout: 60_000 })
  await expectEnglish(page, 'sealed')
  await page.getByRole('button', { name: 'Reopen the plan…' }).click()
  await page.getByRole('dialog').waitFor()
  await expectEnglish(page, 'reopening', '[role=dialog]')

  // One document for everyone, at one address: in the language in which it was written.
  await page.goto(`${server.url}/public/${orleans}`)
  await page.getByText('Version officielle').first().waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  expect(lead.problems).toEqual([])
}, 240_000)
