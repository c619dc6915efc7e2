import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser, openDevice, type Person } from './support/browser.ts'
import { invite, openAsAdmin, openAsInvited, orleans, send } from './support/people.ts'
import { countKept, waitKept } from './support/kept.ts'
import { expectText, field, openPlan, saveState, waitSaved, writeAtEnd } from './support/plan.ts'
import { startServer, type TestServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const first = 'Mesure 1, action 1, axe 1'
const second = 'Mesure 2, action 1, axe 1'
const inAxis2 = 'Mesure 1, action 1, axe 2'
const kept = /: gardé sur cet appareil/

it('[S6] what was typed offline is there when the browser is started again, and merges when the network is back', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const device = await openDevice()
  const before = await device.start()
  await invite(before, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(before.page, server)
  await waitKept(before.page)

  await server.kill('SIGKILL')
  await writeAtEnd(before.page, first, ' Dans le train.')
  await saveState(before.page).getByText(kept).first().waitFor()
  await device.stop()

  const offline = await device.start()
  await offline.page.goto(`${server.url}/plans/${orleans}`)
  await expectText(offline.page, first, /Dans le train\./)
  await saveState(offline.page)
    .getByText(/Hors connexion|Reconnexion/)
    .first()
    .waitFor()
  await writeAtEnd(offline.page, first, ' Et à la gare.')
  await saveState(offline.page).getByText(kept).first().waitFor()
  await expectAccessible(offline.page, 'a plan opened without a network', 'header')
  await offline.page.goto(server.url)
  await offline.page.getByText('voici les plans gardés sur cet appareil').waitFor()
  expect(await offline.page.getByText('Gardé sur cet appareil').count()).toBe(1)
  await expectAccessible(offline.page, 'the list without a network')
  await device.stop()

  await server.restart()
  await openPlan(marie.page, server)
  await writeAtEnd(marie.page, first, ' Marie entre-temps.')
  await waitSaved(marie.page)

  const back = await device.start()
  await openPlan(back.page, server)
  await waitSaved(back.page)
  for (const { page } of [back, marie]) {
    await expectText(page, first, /Dans le train\. Et à la gare\./)
    await expectText(page, first, /Marie entre-temps\./)
    expect((await field(page, first).textContent())?.split('Dans le train').length).toBe(2)
  }
  await expect.poll(() => countKept(back.page, 'edits'), { timeout: 20_000 }).toBe(0)
  expect([...before.problems, ...offline.problems, ...back.problems]).toEqual([])
})

it('[S6] two pages of one person share what is kept: one closed offline is brought to the server by the other, once', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  const other = await paul.context.newPage()
  await openPlan(paul.page, server)
  await openPlan(other, server)
  await waitKept(paul.page)
  await server.kill('SIGKILL')
  await writeAtEnd(paul.page, first, ' De la première page.')
  await writeAtEnd(other, second, ' De la seconde page.')
  await saveState(paul.page).getByText(kept).first().waitFor()
  await saveState(other).getByText(kept).first().waitFor()
  await paul.page.close()
  await server.restart()
  await waitSaved(other)
  await expectText(other, first, /De la première page\./)
  await openPlan(marie.page, server)
  await expectText(marie.page, first, /De la première page\./)
  await expectText(marie.page, second, /De la seconde page\./)
  for (const [name, words] of [
    [first, 'De la première page'],
    [second, 'De la seconde page'],
  ] as const) {
    expect((await field(marie.page, name).textContent())?.split(words).length).toBe(2)
  }
  expect(paul.problems).toEqual([])
})

it('a plan that one lost access to leaves the device, and the words that nobody has are given back', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(paul.page, server)
  await waitKept(paul.page)
  await server.kill('SIGKILL')
  await writeAtEnd(paul.page, first, ' Mes derniers mots.')
  await saveState(paul.page).getByText(kept).first().waitFor()
  await paul.page.goto('about:blank')
  await server.restart()
  await send(marie, server, {
    method: 'DELETE',
    path: `/api/projects/${orleans}/members/${await memberId(marie, server)}`,
  })
  await paul.page.goto(`${server.url}/plans/${orleans}`)
  await paul.page.getByRole('heading', { name: /Ce plan n’existe pas/ }).waitFor()
  await paul.page.getByText(/Vous n’avez plus accès à ce plan/).waitFor()
  expect(await countKept(paul.page, 'plans')).toBe(0)
  expect(await countKept(paul.page, 'states')).toBe(0)
  expect(await countKept(paul.page, 'edits')).toBe(0)
  await paul.page.getByRole('button', { name: 'Voir ce que vous aviez écrit' }).click()
  await paul.page.getByRole('dialog').getByText('Mes derniers mots.').waitFor()
  await paul.page.keyboard.press('Escape')
  await paul.page.goto(server.url)
  await paul.page.getByRole('button', { name: 'Voir ce que vous aviez écrit' }).waitFor()
  await expectAccessible(paul.page, 'the list with words that no plan took')
  expect(paul.problems).toEqual([])
})

it('a member removed while the plan is open sees it close, and keeps no copy', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(paul.page, server)
  await waitKept(paul.page)
  await send(marie, server, {
    method: 'DELETE',
    path: `/api/projects/${orleans}/members/${await memberId(marie, server)}`,
  })
  await paul.page.getByText(/n’existe p(lus|as), ou vous n’y avez p(lus|as) accès/).waitFor()
  await expect.poll(() => countKept(paul.page, 'states'), { timeout: 20_000 }).toBe(0)
  await expectAccessible(paul.page, 'a plan that is gone')
})

it('[S4] words typed offline in an axis locked meanwhile are refused, told, given back, and the plan goes on', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(paul.page, server)
  await waitKept(paul.page)
  const axis = await field(paul.page, first).evaluate((element) => element.closest('section[id]')?.id)
  await server.kill('SIGKILL')
  await writeAtEnd(paul.page, first, ' Trop tard.')
  await saveState(paul.page).getByText(kept).first().waitFor()
  await paul.page.goto('about:blank')
  await server.restart()
  await send(marie, server, {
    method: 'PUT',
    path: `/api/projects/${orleans}/locks/${axis?.slice(2)}`,
  })
  await paul.page.goto(`${server.url}/plans/${orleans}`)
  await paul.page.getByText(/cet axe est verrouillé/).waitFor()
  await waitSaved(paul.page)
  expect(await paul.page.locator('main').textContent()).not.toMatch(/Trop tard/)
  await expectAccessible(paul.page, 'refused words', '[role=alert]')
  await paul.page.getByRole('button', { name: 'Voir ce que vous aviez écrit' }).click()
  const dialog = paul.page.getByRole('dialog', { name: 'Ce que vous aviez écrit' })
  await dialog.getByText(/Trop tard\./).waitFor()
  await dialog.getByRole('heading', { name: /^Axe 1.* › Action 1.* › Mesure 1$/ }).waitFor()
  expect(await dialog.getByRole('listitem').count()).toBe(1)
  await expectAccessible(paul.page, 'the dialog of refused words', '[role=dialog]')
  const [download] = await Promise.all([
    paul.page.waitForEvent('download'),
    dialog.getByRole('button', { name: /Télécharger/ }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^mes-mots-.*\.txt$/)
  await dialog.getByRole('button', { name: 'Supprimer cette copie…' }).click()
  await dialog.getByRole('button', { name: 'Supprimer définitivement' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await countKept(paul.page, 'rescues')).toBe(0)
  // The plan goes on where one may still write.
  await writeAtEnd(paul.page, inAxis2, ' Ailleurs.')
  await waitSaved(paul.page)
  await openPlan(marie.page, server)
  expect(await marie.page.locator('main').textContent()).not.toMatch(/Trop tard/)
  await expectText(marie.page, inAxis2, /Ailleurs\./)
  expect(paul.problems).toEqual([])
})

it('who may only read since has the words of before given back', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const paul = await openAsInvited(browser, server, { by: marie, name: 'Paul Petit', role: 'editor' })
  await openPlan(paul.page, server)
  await waitKept(paul.page)
  await server.kill('SIGKILL')
  await writeAtEnd(paul.page, first, ' Encore rédacteur.')
  await saveState(paul.page).getByText(kept).first().waitFor()
  await paul.page.goto('about:blank')
  await server.restart()
  await send(marie, server, {
    method: 'PUT',
    path: `/api/projects/${orleans}/members/${await memberId(marie, server)}`,
    data: { role: 'reader' },
  })
  await paul.page.goto(`${server.url}/plans/${orleans}`)
  await saveState(paul.page).getByText('Lecture seule').first().waitFor()
  await paul.page.getByText(/Vous ne pouvez plus écrire dans ce plan/).waitFor()
  await paul.page.getByRole('button', { name: 'Voir ce que vous aviez écrit' }).click()
  await paul.page.getByRole('dialog').getByText('Encore rédacteur.').waitFor()
  expect(paul.problems).toEqual([])
})

it('[S6] after a backup was restored, what was kept does not mix with it, and words typed offline are given back', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  await server.command('backup', `${server.dataDir}/backup`)
  await openPlan(marie.page, server)
  await writeAtEnd(marie.page, second, ' Après la sauvegarde.')
  await waitSaved(marie.page)
  await waitKept(marie.page)
  await server.kill('SIGKILL')
  await writeAtEnd(marie.page, first, ' Hors ligne.')
  await saveState(marie.page).getByText(kept).first().waitFor()
  await marie.page.goto('about:blank')
  await server.command('restore', `${server.dataDir}/backup`)
  await server.restart()
  await marie.page.goto(`${server.url}/plans/${orleans}`)
  await marie.page.getByText(/Une sauvegarde du plan a été rétablie/).waitFor()
  await waitSaved(marie.page)
  expect(await marie.page.locator('main').textContent()).not.toMatch(/Hors ligne\.|Après la sauvegarde\./)
  await marie.page.getByRole('button', { name: 'Voir ce que vous aviez écrit' }).click()
  await marie.page
    .getByRole('dialog')
    .getByText(/Hors ligne\./)
    .waitFor()
})

it('where the device keeps nothing, the work goes on and nothing is promised', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError')
    }
  })
  await openPlan(page, server)
  await writeAtEnd(page, first, ' Sans filet.')
  await waitSaved(page)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await server.kill('SIGKILL')
  await writeAtEnd(page, first, ' Hors ligne.')
  await saveState(page)
    .getByText(/pas encore enregistré/)
    .first()
    .waitFor()
  const asked = new Promise((resolve) => {
    page.once('dialog', (dialog) => {
      resolve(dialog.type())
      void dialog.dismiss()
    })
  })
  await page.evaluate(() => {
    location.href = '/connexion'
  })
  expect(await asked).toBe('beforeunload')
  await server.restart()
  await waitSaved(page)
  await expectText(page, first, /Sans filet\. Hors ligne\./)
  expect(problems.filter((problem) => !problem.includes('not here'))).toEqual([])
})

it('signing out asks when words were not sent, and then leaves nothing on the device', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await waitKept(page)
  // Only the plan's own line is cut: the rest of the server answers.
  await page.route('**/sync/**', (route) => route.abort())
  await page.routeWebSocket('**/sync/**', (socket) => socket.close())
  await page.reload()
  await writeAtEnd(page, first, ' Pas envoyé.')
  await saveState(page).getByText(kept).first().waitFor()
  await signOut(page)
  const dialog = page.getByRole('alertdialog', { name: /perdre des modifications/ })
  await dialog.waitFor()
  await expectAccessible(page, 'asking before words are lost', '[role=alertdialog]')
  await dialog.getByRole('button', { name: 'Annuler' }).click()
  await expectText(page, first, /Pas envoyé\./)
  await signOut(page)
  await dialog.getByRole('button', { name: 'Se déconnecter et les perdre' }).click()
  await page.getByRole('heading', { name: /Connexion|Se connecter/ }).waitFor()
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
  expect(await page.evaluate(() => localStorage.getItem('concerte.user'))).toBe(null)
  expect(problems).toEqual([])
})

it.each([
  { code: 4426, reason: 'outdated', words: /version antérieure.* gardé sur cet appareil/ },
  { code: 4401, reason: 'signed-out', words: /Vous n’êtes plus connecté\. .* gardé sur cet appareil/ },
])('a page that the server ends with $reason says what to do, and keeps what was written', async (end) => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await waitKept(page)
  await server.kill('SIGKILL')
  await writeAtEnd(page, first, ' Avant la fin.')
  await saveState(page).getByText(kept).first().waitFor()
  await page.goto('about:blank')
  await server.restart()
  await page.routeWebSocket('**/sync/**', (socket) => socket.close({ code: end.code, reason: end.reason }))
  await page.goto(`${server.url}/plans/${orleans}`)
  await page.getByRole('alert').getByText(end.words).waitFor()
  expect(await page.locator('main [contenteditable=true]').count()).toBe(0)
  await expectAccessible(page, end.reason, '[role=alert]')
  expect(await countKept(page, 'edits')).toBeGreaterThan(0)
  expect(problems).toEqual([])
})

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Compte de/ }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
}

async function memberId(lead: Person, server: TestServer): Promise<string> {
  const answer = await send(lead, server, { method: 'GET', path: `/api/projects/${orleans}/members` })
  const { members } = answer as { members: { userId: string; name: string }[] }
  return members.find(({ name }) => name === 'Paul Petit')!.userId
}
