import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { launchBrowser } from './support/browser.ts'
import { expectFocus, press, walkTo } from './support/keyboard.ts'
import { openAsAdmin, openAsInvited } from './support/people.ts'
import { expectText, openPlan, waitTakenOver } from './support/plan.ts'
import { reviewPanel as panel } from './support/review.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  // What F7 does: a caret in words that one may only read.
  browser = await launchBrowser(['--enable-caret-browsing'])
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'
const key = 'axe-1-action-1-mesure-1.text'

it('a reviewer chooses words, comments and proposes another wording, and the lead decides on it, all by keyboard alone', async () => {
  const server = await startServer()
  const marie = await openAsAdmin(browser, server)
  const rita = await openAsInvited(browser, server, { by: marie, name: 'Rita Roy', role: 'reviewer' })

  // To the first action, and down to the words of its first measure.
  await openPlan(rita.page, server)
  await goToAction(rita.page)
  await expectFocus(rita.page, /^Co construire/)
  for (let count = 0; count < 12 && (await textOfCaret(rita.page)) !== key; count += 1) {
    await rita.page.keyboard.press('ArrowDown')
  }
  await rita.page.keyboard.press('Home')
  await rita.page.keyboard.press('Control+Shift+ArrowRight')
  await rita.page.keyboard.press('Control+Shift+ArrowRight')
  await rita.page.keyboard.press('Control+Alt+m')
  await expectFocus(rita.page, 'Nouveau commentaire')
  await rita.page.keyboard.type('Avec qui ?')
  await press(rita.page, 'Control+Enter')
  await expectFocus(rita.page, /^Fil 1 : Mesure 1, action 1, axe 1 Partager les/)
  await press(rita.page, 'Escape')

  // Another wording, from the menu of the measure.
  await goToAction(rita.page)
  await walkTo(rita.page, new RegExp(`^Options.: ${measure}$`, 'i'))
  await press(rita.page, 'Enter')
  await walkTo(rita.page, /^Proposer/, 'ArrowDown')
  await press(rita.page, 'Enter')
  await expectFocus(rita.page, 'Nouvelle rédaction')
  await press(rita.page, 'Control+End')
  await rita.page.keyboard.type(' Chaque année.')
  // Tab leaves it as it leaves every text.
  await press(rita.page, 'Escape')
  await walkTo(rita.page, /^Motif/)
  await rita.page.keyboard.type('Il manque le rythme.')
  await walkTo(rita.page, /^Déposer l’amendement$/)
  await press(rita.page, 'Enter')
  await expectFocus(rita.page, /^Nº\s1 /)

  // The lead is told, reads it and accepts it.
  await openPlan(marie.page, server)
  await marie.page.getByRole('button', { name: new RegExp(`sur.: ${measure}`) }).waitFor()
  await goToAction(marie.page)
  await walkTo(marie.page, new RegExp(`amendement sur.: ${measure}`))
  await press(marie.page, 'Enter')
  await expectFocus(marie.page, 'Relecture')
  await walkTo(marie.page, /^Commentaires$/)
  await press(marie.page, 'ArrowRight')
  await panel(marie.page).getByRole('heading', { name: 'Tous les amendements' }).waitFor()
  await walkTo(marie.page, /^Nº\s1 /)
  await press(marie.page, 'Enter')
  await walkTo(marie.page, /^Accepter$/)
  await press(marie.page, 'Enter')
  await walkTo(marie.page, /^Accepter cet amendement$/)
  await press(marie.page, 'Enter')
  await expectText(marie.page, measure, / Chaque année\.$/)
  await panel(rita.page).getByText('Accepté').first().waitFor()
  expect([...rita.problems, ...marie.problems]).toEqual([])
}, 240_000)

/** By the outline. */
async function goToAction(page: Page): Promise<void> {
  await waitTakenOver(page)
  await press(page, 'Control+Alt+o')
  await expectFocus(page, /^(?:Couverture|1)/)
  await press(page, 'Home')
  await walkTo(page, /^1 ?Co construire/, 'ArrowDown')
  await press(page, 'Enter')
}

function textOfCaret(page: Page): Promise<string | null> {
  return page.evaluate(
    () => getSelection()?.focusNode?.parentElement?.closest('[data-text]')?.getAttribute('data-text') ?? null,
  )
}
