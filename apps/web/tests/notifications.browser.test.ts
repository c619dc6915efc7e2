import { memberListSchema, threadSchema } from '@concerte/api'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited, orleans, send } from './support/people.ts'
import { openPlan } from './support/plan.ts'
import { startServer } from './support/server.ts'

/** What comes with the next answer of a server and a browser that share a busy machine. */
const expectSoon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 })

const plan = `/api/projects/${orleans}`

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function setupReviewer() {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'reviewer' })
  const { members } = memberListSchema.parse(
    await send(marie, server, { method: 'GET', path: `${plan}/members` }),
  )
  const paulId = members.find(({ name }) => name === 'Paul Petit')?.userId ?? ''
  const mention = async (body: string) =>
    threadSchema.parse(
      await send(marie, server, {
        method: 'POST',
        path: `${plan}/threads`,
        data: { subject: { type: 'node', node: 'cover' }, body, mentions: [paulId] },
      }),
    )
  return { server, marie, paul, mention }
}

it('whoever is named in a comment is told in the plan that they have open, and goes to it by keyboard', async () => {
  const { server, paul, mention } = await setupReviewer()
  const { page } = paul
  await openPlan(page, server)
  const bell = page.getByRole('button', { name: /^Notifications/ })
  await expectSoon(() => bell.getAttribute('aria-label')).toBe('Notifications')
  await mention('Que penses-tu de ce titre ?')
  await expectSoon(() => bell.getAttribute('aria-label')).toBe('Notifications, 1 non lue')

  await bell.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Notifications' })
  const notice = dialog.getByRole('link', { name: /Marie Durand vous cite dans un commentaire/ })
  await notice.waitFor()
  await expectAccessible(page, 'notifications under the bell')
  await notice.focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expectSoon(() => new URL(page.url()).hash).toBe('#fil-1')
  await expectSoon(() => bell.getAttribute('aria-label')).toBe('Notifications')
  expect(paul.problems).toEqual([])
})

it('all notifications stand on a page of their own, to be read and chosen', async () => {
  const { server, paul, mention } = await setupReviewer()
  const { page } = paul
  await mention('Première question')
  await mention('Seconde question')
  await page.goto(`${server.url}/notifications`)
  await page.getByText('Ce serveur n’envoie pas d’e-mails').waitFor()
  const notices = page.getByRole('main').getByRole('listitem')
  await expectSoon(() => notices.count()).toBe(2)
  await expectAccessible(page, 'the page of notifications')
  await notices.filter({ hasText: 'Seconde question' }).getByRole('link').click()
  await page.waitForURL(`**/plans/${orleans}#fil-2`)
  await page.goBack()
  await page.getByRole('checkbox', { name: 'Non lues seulement' }).check()
  await expectSoon(() => notices.allTextContents()).toEqual([expect.stringContaining('Première question')])
  await page.getByRole('button', { name: 'Tout marquer comme lu' }).click()
  await page.getByText('Vous avez tout lu.').waitFor()
  await page.reload()
  await expectSoon(() => notices.count()).toBe(2)
  await expectSoon(() => page.getByRole('button', { name: 'Tout marquer comme lu' }).count()).toBe(0)
  expect(paul.problems).toEqual([])
})

it('a lead reads who did what, narrows it, and takes it along as a table; nobody else reads it', async () => {
  const { server, marie, paul } = await setupReviewer()
  const { page } = marie
  await send(marie, server, { method: 'PUT', path: `${plan}/phase`, data: { phase: 'review' } })
  await openPlan(page, server)
  await page.getByRole('button', { name: 'Membres' }).click()
  await page.getByRole('link', { name: 'Ouvrir le journal' }).click()
  const entries = page.getByRole('main').getByRole('listitem')
  await expectSoon(() => entries.count()).toBe(3)
  expect(await entries.first().textContent()).toContain(
    'Le plan passe de la phase «\u00A0Rédaction\u00A0» à «\u00A0Relecture\u00A0».',
  )
  await expectAccessible(page, 'the trail')
  await page.getByRole('button', { name: /Sujet/ }).click()
  await page.getByRole('option', { name: 'Membres et invitations' }).click()
  await expectSoon(() => entries.count()).toBe(2)
  await page.getByRole('button', { name: /Personne/ }).click()
  await page.getByRole('option', { name: 'Paul Petit' }).click()
  await expectSoon(() => entries.allTextContents()).toEqual([
    expect.stringContaining('Paul Petit rejoint le plan (relecteur).'),
  ])
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: /Télécharger/ }).click()
  expect((await coming).suggestedFilename()).toBe('journal.csv')

  await paul.page.goto(`${server.url}/plans/${orleans}/journal`)
  await paul.page.getByText('Votre rôle dans ce plan ne permet pas cela.').waitFor()
  expect(marie.problems).toEqual([])
})
