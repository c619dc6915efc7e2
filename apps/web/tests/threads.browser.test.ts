import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { openAsAdmin, openAsInvited, orleans } from './support/people.ts'
import { waitKept } from './support/kept.ts'
import { expectFocus, press, walkTo } from './support/keyboard.ts'
import { field, openPlan, waitSaved, waitTakenOver } from './support/plan.ts'
import { reviewPanel as panel } from './support/review.ts'
import { startServer } from './support/server.ts'

/** What comes with the next answer of a server and a browser that share a busy machine. */
const expectSoon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000 })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 3, action 1, axe 1'
const key = 'axe-1-action-1-mesure-3.text'
const passage = 'équipes pédagogiques'

/** A lead who writes and a reviewer who may not, both at the plan. */
async function setupReview() {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rene = await openAsInvited(browser, server, { by: marie, name: 'René Roy', role: 'reviewer' })
  await openPlan(marie.page, server)
  await openPlan(rene.page, server)
  for (const { page } of [marie, rene]) await waitTakenOver(page)
  return { server, marie, rene }
}

/** Selects words of the plan, as the pointer or Shift and arrows do. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const text of document.querySelectorAll('main [data-text$=".text"]')) {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1
        if (at === -1) continue
        text.scrollIntoView({ block: 'center' })
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
        return
      }
    }
    throw new Error(`no such words: ${wanted}`)
  }, words)
}

/** The words that are painted as those of threads. */
function paintedWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['thread', 'thread-now'].flatMap((name) => {
      const highlight = CSS.highlights.get(name)
      return highlight === undefined
        ? []
        : Array.from(highlight, (range) => {
            const live = document.createRange()
            live.setStart(range.startContainer, range.startOffset)
            live.setEnd(range.endContainer, range.endOffset)
            return live.toString()
          })
    }),
  )
}

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter')
}

const threadCard = (page: Page, name: RegExp) => panel(page).getByRole('button', { name })

/** The reviewer comments on the passage; resolves when the lead's page shows it. */
async function commentOnPassage({ marie, rene }: Awaited<ReturnType<typeof setupReview>>): Promise<void> {
  await selectWords(rene.page, passage)
  const bar = rene.page.getByRole('toolbar', { name: 'Sur le passage choisi' })
  await bar.getByRole('button', { name: 'Commenter' }).click()
  await panel(rene.page).getByRole('textbox', { name: 'Nouveau commentaire' }).fill('Lesquelles exactement ?')
  await rene.page.keyboard.press('Control+Enter')
  await threadCard(rene.page, /^Fil 1 : Mesure 3, action 1, axe 1/).waitFor()
  await expectSoon(() => paintedWords(marie.page)).toEqual([passage])
}

it('[A5] a comment of someone who may not write is there for all at once, and stays on its words through what others write, cut and move', async () => {
  const review = await setupReview()
  const { marie, rene } = review
  const { page } = marie
  await commentOnPassage(review)
  expect(await rene.page.getByRole('textbox', { name: measure }).count()).toBe(0)

  // Before the words, and among them.
  await field(page, measure).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Bien ')
  await selectWords(page, ' pédagogiques à')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(' nouvelles')
  await expectSoon(() => paintedWords(rene.page)).toEqual(['équipes nouvelles pédagogiques'])

  // What stands after the caret becomes the next measure, which then goes up by one.
  await selectWords(page, 'équipes nouvelles')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expectSoon(() => field(page, 'Mesure 4, action 1, axe 1').textContent()).toMatch(/^équipes nouvelles/)
  await page.keyboard.press('Alt+ArrowUp')
  await waitSaved(page)
  await expectSoon(() => paintedWords(rene.page)).toEqual(['équipes nouvelles pédagogiques'])
  await threadCard(rene.page, /^Fil 1 : Mesure 3, action 1, axe 1 équipes/).waitFor()
  expect(await field(page, measure).textContent()).toMatch(/^équipes nouvelles pédagogiques/)

  // Without its words it says so, and keeps them.
  await field(page, measure).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Autre chose.')
  await threadCard(rene.page, /^Fil 1 : Mesure 3, action 1, axe 1 passage supprimé/).waitFor()
  expect(await panel(rene.page).getByText(passage, { exact: true }).count()).toBe(1)
  // As often as the machine was slow enough to make steps of it.
  await expectSoon(async () => {
    await page.keyboard.press('Control+z')
    return field(page, measure).textContent()
  }).toMatch(/^équipes nouvelles pédagogiques à/)
  await expectSoon(() => paintedWords(rene.page)).toEqual(['équipes nouvelles pédagogiques'])
  expect([...marie.problems, ...rene.problems]).toEqual([])
}, 400_000)

it('a reviewer whose browser gives no caret in words that one may only read chooses words in the panel, by keyboard alone', async () => {
  const { marie, rene } = await setupReview()
  const { page } = rene
  await openMenu(page, 'Options\u00A0: Mesure 3, action 1, axe 1')
  await walkTo(page, /^Commenter/, 'ArrowDown')
  await press(page, 'Enter')
  await expectFocus(page, 'Nouveau commentaire')
  await page.keyboard.type('Lesquelles ?')
  await walkTo(page, /^Choisir des mots$/, 'Shift+Tab')
  await press(page, 'Enter')
  await expectFocus(page, 'Mots à commenter')
  const words = panel(page).getByRole('textbox', { name: 'Mots à commenter' })
  const at = (await words.inputValue()).indexOf(passage)
  for (let count = 0; count < at; count += 1) await page.keyboard.press('ArrowRight')
  for (let count = 0; count < passage.length; count += 1) await page.keyboard.press('Shift+ArrowRight')
  await panel(page).getByText(passage, { exact: true }).waitFor()
  await expectAccessible(page, 'words being chosen in the panel')
  await walkTo(page, /^Nouveau commentaire$/)
  // What was typed before is there still.
  await press(page, 'Control+Enter')
  await expectFocus(page, /^Fil 1 : Mesure 3, action 1, axe 1 équipes pédagogiques/)
  await expectSoon(() => paintedWords(marie.page)).toEqual([passage])

  // Words that changed meanwhile are shown as they are now, and chosen anew.
  await openMenu(page, 'Options\u00A0: Mesure 3, action 1, axe 1')
  await walkTo(page, /^Commenter/, 'ArrowDown')
  await press(page, 'Enter')
  await walkTo(page, /^Choisir des mots$/, 'Shift+Tab')
  await press(page, 'Enter')
  await expectFocus(page, 'Mots à commenter')
  await field(marie.page, measure).focus()
  await marie.page.keyboard.press('Control+Home')
  await marie.page.keyboard.type('Bien ')
  await expectSoon(() => page.locator(`[data-text="${key}"]`).textContent()).toMatch(/^Bien /)
  await press(page, 'Shift+ArrowRight')
  await expectSoon(() => words.inputValue()).toMatch(/^Bien /)
  expect([...marie.problems, ...rene.problems]).toEqual([])
}, 400_000)

it('a thread is answered, names people, is resolved, filtered and opened from its address, by keyboard alone', async () => {
  const review = await setupReview()
  const { server, marie, rene } = review
  const { page } = marie
  await commentOnPassage(review)
  await expectAccessible(rene.page, 'comments')

  // The lead finds it unread, beside its measure, and answers.
  const count = page.getByRole('button', { name: '1 commentaire sur : Mesure 3, action 1, axe 1' })
  await count.focus()
  await page.keyboard.press('Enter')
  await panel(page)
    .getByText(/Seulement\s: Mesure 3/)
    .waitFor()
  await threadCard(page, /^Fil 1 : .*Non lu/).focus()
  await page.keyboard.press('Enter')
  const reply = panel(page).getByRole('textbox', { name: 'Réponse au fil 1' })
  await reply.focus()
  await page.keyboard.type('Voir avec @ren')
  await panel(page)
    .getByRole('listbox', { name: 'Personnes à nommer' })
    .getByRole('option', { name: 'René Roy' })
    .waitFor()
  await expectAccessible(page, 'someone being named')
  await page.keyboard.press('Enter')
  await page.keyboard.type('vendredi.')
  await page.keyboard.press('Control+Enter')
  await panel(page).getByText('Voir avec @René Roy vendredi.').waitFor()
  await panel(rene.page).getByText('Voir avec @René Roy vendredi.').waitFor()
  await expectSoon(() => reply.evaluate((element) => element === document.activeElement)).toBe(true)

  // Resolved, it leaves the page and the list of the open ones.
  await panel(page).getByRole('button', { name: 'Résoudre' }).focus()
  await page.keyboard.press('Enter')
  await expectSoon(() => paintedWords(rene.page)).toEqual([])
  await expectSoon(() => count.count()).toBe(0)
  await panel(page).getByRole('button', { name: 'Rouvrir' }).waitFor()
  await threadCard(page, /^Fil 1 : /).focus()
  await page.keyboard.press('Enter')
  await panel(page).getByText('Aucun fil ne répond à ces choix.').waitFor()
  await panel(page).getByRole('combobox', { name: 'Lesquels' }).selectOption('Résolus')
  await threadCard(page, /^Fil 1 : /).waitFor()
  await expectAccessible(page, 'resolved comments')

  // The address of a thread leads to it.
  await page.goto(`${server.url}/plans/${orleans}#fil-1`)
  await page.reload()
  await panel(page).getByText('Voir avec @René Roy vendredi.').waitFor()
  await expectSoon(() =>
    threadCard(page, /^Fil 1 : /).evaluate((element) => element === document.activeElement),
  ).toBe(true)
  expect([...marie.problems, ...rene.problems]).toEqual([])
}, 400_000)

it('by keyboard one comments where one is; what could not be sent is sent by itself when the network is back', async () => {
  const { marie } = await setupReview()
  const { page } = marie
  await field(page, measure).focus()
  await page.keyboard.press('Control+Alt+M')
  const box = panel(page).getByRole('textbox', { name: 'Nouveau commentaire' })
  await expectSoon(() => box.evaluate((element) => element === document.activeElement)).toBe(true)
  await marie.context.setOffline(true)
  await page.keyboard.type('À revoir.')
  await page.keyboard.press('Control+Enter')
  const waiting = panel(page).getByRole('list', { name: 'Commentaires pas encore envoyés' })
  await waiting.getByText('À revoir.').waitFor()
  await marie.context.setOffline(false)
  await threadCard(page, /^Fil 1 : Mesure 3, action 1, axe 1/).waitFor()
  expect(await waiting.count()).toBe(0)
  await page.keyboard.press('Escape')
  await expectSoon(() => panel(page).count()).toBe(0)
}, 300_000)

it('[E1] what is said without a network is kept when the page goes, and is there once for all when the network is back', async () => {
  const review = await setupReview()
  const { server, marie, rene } = review
  await commentOnPassage(review)
  const { page } = rene
  const waits = /Pas encore envoyé/
  // What opens without a network is on the device.
  await waitKept(page)
  await server.kill('SIGKILL')
  await panel(page).getByRole('textbox', { name: 'Réponse au fil 1' }).fill('Celles du lycée.')
  await page.keyboard.press('Control+Enter')
  await panel(page).getByText(waits).waitFor()
  await panel(page).getByRole('button', { name: 'Commenter le plan entier' }).click()
  await panel(page).getByRole('textbox', { name: 'Nouveau commentaire' }).fill('Un mot du train.')
  await page.keyboard.press('Control+Enter')
  await expectSoon(() => panel(page).getByText(waits).count()).toBe(2)
  await expectAccessible(page, 'comments that wait')
  await page.close()

  const later = await rene.context.newPage()
  await later.goto(`${server.url}/plans/${orleans}`)
  await later.getByRole('button', { name: 'Relecture' }).click()
  await panel(later).getByText('Un mot du train.').waitFor()
  await panel(later).getByText(waits).waitFor()
  await server.restart()
  await marie.page.getByRole('button', { name: 'Relecture' }).click()
  for (const reader of [later, marie.page]) {
    await expectSoon(() => panel(reader).getByText('Un mot du train.').count()).toBe(1)
    await threadCard(reader, /^Fil 1 : .*1 réponse/).waitFor()
  }
  await expectSoon(() => panel(later).getByText(waits).count()).toBe(0)
  await later.reload()
  await later.getByRole('button', { name: 'Relecture' }).click()
  await threadCard(later, /^Fil 1 : /).click()
  await expectSoon(() => panel(later).getByText('Celles du lycée.').count()).toBe(1)
  expect(await panel(later).getByText('Un mot du train.').count()).toBe(1)
  expect(rene.problems).toEqual([])
}, 400_000)
