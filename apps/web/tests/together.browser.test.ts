import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser, openAs } from './support/browser.ts'
import { password } from './support/invitations.ts'
import { clermont, openAsAdmin, openAsInvited } from './support/people.ts'
import { expectText, field, openPlan, saveState, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'

it('a colleague comes by the link, both write in the same measure at once, and each sees the other', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  await openPlan(marie.page, server)
  await marie.page.getByRole('button', { name: 'Membres' }).click()
  const dialog = marie.page.getByRole('dialog', { name: 'Membres' })
  await dialog.getByRole('button', { name: 'Créer le lien' }).waitFor()
  await expectAccessible(marie.page, 'members')
  await dialog.getByRole('button', { name: /Rôle/ }).last().click()
  await marie.page.getByRole('option', { name: /Rédacteur/i }).click()
  await dialog.getByRole('button', { name: 'Créer le lien' }).click()
  const link = await dialog.getByRole('textbox', { name: /Lien/ }).inputValue()
  await expectAccessible(marie.page, 'an invitation just made')
  await marie.page.keyboard.press('Escape')

  const paul = await openAs(browser)
  await paul.page.goto(link)
  await paul.page.getByRole('heading', { name: /Marie Durand vous invite/ }).waitFor()
  await expectAccessible(paul.page, 'invitation')
  await paul.page.getByLabel('Prénom et nom').fill('Paul Petit')
  await paul.page.getByLabel('Adresse électronique').fill('paul@example.org')
  await paul.page.getByRole('textbox', { name: 'Mot de passe' }).fill(password)
  await paul.page.getByRole('button', { name: 'Créer le compte et accepter' }).click()
  await saveState(paul.page).getByText('Enregistré', { exact: true }).first().waitFor()

  await writeAtEnd(marie.page, measure, ' Marie écrit.')
  await expectText(paul.page, measure, /Marie écrit\./)
  await field(paul.page, measure).focus()
  await paul.page.keyboard.press('Control+Home')
  await Promise.all([paul.page.keyboard.type('Paul aussi : '), marie.page.keyboard.type(' Encore elle.')])
  for (const { page } of [marie, paul]) {
    await expectText(page, measure, /^\s*Paul aussi\s: Partager.*Marie écrit\. Encore elle\.\s*$/s)
    await waitSaved(page)
  }
  // Who is here: in the bar, beside the field, and as a caret in it.
  await marie.page.getByRole('banner').getByText('PP', { exact: false }).first().waitFor()
  await marie.page
    .locator('main')
    .getByTitle(/Paul Petit/)
    .first()
    .waitFor()
  await expectAccessible(marie.page, 'two people in one measure')

  await server.kill('SIGKILL')
  await saveState(marie.page)
    .getByText(/Hors connexion|Reconnexion|Connexion/)
    .first()
    .waitFor()
  await writeAtEnd(marie.page, 'Mesure 2, action 1, axe 1', ' Pendant la panne.')
  await saveState(marie.page)
    .getByText(/: gardé sur cet appareil/)
    .first()
    .waitFor()
  await expectAccessible(marie.page, 'cut off')
  await server.restart()
  await waitSaved(marie.page)
  await expectText(paul.page, 'Mesure 2, action 1, axe 1', /Pendant la panne\./)
  await marie.page.reload()
  await waitSaved(marie.page)
  await expectText(marie.page, measure, /Paul aussi.*Encore elle\./s)
  await expectText(marie.page, 'Mesure 2, action 1, axe 1', /Pendant la panne\./)
  expect([...marie.problems, ...paul.problems]).toEqual([])
})

it.each(['reader', 'reviewer'])('a %s reads everything and can change nothing', async (role) => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const guest = await openAsInvited(browser, server, { by: marie, name: 'Luc Lebrun', role })
  await openPlan(guest.page, server)
  await saveState(guest.page).getByText('Lecture seule').first().waitFor()
  await guest.page.getByText('Partager les outils de lecture').first().scrollIntoViewIfNeeded()
  expect(await guest.page.locator('[contenteditable=true]').count()).toBe(0)
  expect(await guest.page.getByRole('button', { name: /Mesure à ajouter/ }).count()).toBe(0)
  await guest.page.getByText('Partager les outils de lecture').first().click()
  await guest.page.keyboard.type('interdit')
  await openPlan(marie.page, server)
  expect(await marie.page.locator('main').textContent()).not.toMatch(/interdit/)
  await expectAccessible(guest.page, `plan as ${role}`)
  expect(guest.problems).toEqual([])
})

it('a member whose right to write is taken away is told so, and writes no more', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(paul.page, server)
  const members = await marie.context.request.get(
    `${server.url}/api/projects/orleans-tours-2024-2028/members`,
  )
  const list = (await members.json()) as { members: { userId: string; name: string }[] }
  const id = list.members.find((member) => member.name === 'Paul Petit')!.userId
  const changed = await marie.context.request.put(
    `${server.url}/api/projects/orleans-tours-2024-2028/members/${id}`,
    { data: { role: 'reader' }, headers: { origin: server.url } },
  )
  expect(changed.ok()).toBe(true)
  await saveState(paul.page).getByText('Lecture seule').first().waitFor()
  await expect.poll(() => paul.page.locator('[contenteditable=true]').count()).toBe(0)
})

it('the plan of orientations shows its axis as its template says: two lists, the introduction, the assets', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server, clermont)
  const text = (await page.locator('main').textContent()) ?? ''
  const places = [
    'Nos grandes orientations',
    'Nos objectifs cibles',
    'La mission de l’académie',
    'Les atouts de l’académie',
  ]
  const found = places.map((words) => text.indexOf(words))
  expect(found.every((place) => place > 0)).toBe(true)
  expect(found.toSorted((a, b) => a - b)).toEqual(found)
  await expectAccessible(page, 'plan of orientations')
  expect(problems).toEqual([])
})
