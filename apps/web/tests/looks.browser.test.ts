import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { launchBrowser } from './support/browser.ts'
import { openAsAdmin } from './support/people.ts'
import { expectText, field, openPlan, waitSaved } from './support/plan.ts'
import { watchRenders } from './support/renders.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const measure = 'Mesure 1, action 1, axe 1'

it('no text of the page moves or grows when it goes live', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await field(page, measure).focus()
  await page.keyboard.press('End')
  // What the window does not show comes once the page has time.
  await expect.poll(() => page.locator('[data-text]').count(), { timeout: 15_000 }).toBeGreaterThan(300)
  const { shifted, live } = await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [sheet]
    const found: string[] = []
    let mounted = 0
    for (const text of document.querySelectorAll('[data-text]')) {
      const parts = () => [text, ...text.querySelectorAll(':not(br)')]
      const boxes = () =>
        parts()
          .map((part) => JSON.stringify([part.tagName, part.getBoundingClientRect()]))
          .join()
      const before = boxes()
      text.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
      if (text.classList.contains('ProseMirror')) mounted += 1
      if (boxes() !== before) found.push(text.getAttribute('aria-label') ?? '')
    }
    return { shifted: found, live: mounted }
  })
  expect(live).toBeGreaterThan(300)
  expect(shifted).toEqual([])
})

it('a keystroke changes its own text and the words of saving, and moves neither', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await field(page, measure).focus()
  await page.keyboard.press('Control+End')
  const seen = await page.evaluateHandle(() => {
    const texts = new Set<string>()
    const lefts = new Set<number>()
    const states = new Set<string>()
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const text = element?.closest('[data-text]')?.getAttribute('aria-label')
        if (text !== undefined && text !== null) texts.add(text)
        const save = element?.closest<HTMLElement>('[data-state]')
        if (save === null || save === undefined) continue
        lefts.add(save.getBoundingClientRect().left)
        states.add(save.dataset['state'] ?? '')
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    return { texts, lefts, states }
  })
  await page.keyboard.type(' Encore.')
  await waitSaved(page)
  const { texts, lefts, states } = await seen.evaluate((sets) => ({
    texts: [...sets.texts],
    lefts: [...sets.lefts],
    states: [...sets.states],
  }))
  expect(texts).toEqual([measure])
  expect(states.toSorted()).toEqual(['saved', 'saving'])
  expect(lefts).toHaveLength(1)
})

it('[P1] a keystroke renders the words of saving and nothing else: no field, no line of the outline, no list', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  const renders = await watchRenders(page)
  await openPlan(page, server)
  await field(page, measure).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Un')
  await waitSaved(page)
  await renders.take()
  await page.keyboard.type(' mot de plus')
  await waitSaved(page)
  const rendered = await renders.take()
  expect(new Set(rendered)).toEqual(new Set(['bar']))
  // What counts them counts: a new entry is rendered in the sheet, and is nothing to the outline.
  await page.keyboard.press('Enter')
  await waitSaved(page)
  const added = await renders.take()
  expect(added).toContain('sheet')
  expect(added).not.toContain('outline')
})

it('what an office suite copied keeps its bold and loses its handlers, without a word from the policy', async () => {
  const server = await startServer()
  const { page, problems } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  await field(page, measure).focus()
  await page.keyboard.press('Control+End')
  // As before any pasting by keyboard, a key brings the editor's caret up to the browser's.
  await page.keyboard.press('Shift')
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/html',
      '<b style="font-weight:normal"><p onclick="a()"><span style="font-weight:400">maigre</span> <span style="font-weight:700; font-style: italic">gras</span></p></b>',
    )
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expectText(page, measure, /maigre gras$/)
  expect(await field(page, measure).locator('strong').allTextContents()).toEqual(['gras'])
  expect(await field(page, measure).locator('em').allTextContents()).toEqual(['gras'])
  expect(problems).toEqual([])
})

it('the browser asks before unsaved words are left, and not when all is saved', async () => {
  const server = await startServer()
  const { page } = await openAsAdmin(browser, server)
  await openPlan(page, server)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await field(page, measure).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Gardé.')
  await waitSaved(page)
  await page.reload()
  await waitSaved(page)
  expect(asked).toEqual([])
  // On a device that has no room: words that it keeps are not lost.
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await server.kill('SIGKILL')
  await field(page, measure).focus()
  await page.keyboard.type('Perdu.')
  await expectText(page, measure, /Perdu\./)
  await page.goto('about:blank')
  expect(asked).toEqual(['beforeunload'])
})

it('the words of a plan stay French, for voices and for the spelling checker, on a page in English', async () => {
  const server = await startServer()
  const { context, page } = await openAsAdmin(browser, server)
  await context.addInitScript(() => localStorage.setItem('concerte.locale', 'en'))
  await page.goto(`${server.url}/plans/orleans-tours-2024-2028`)
  const title = page.getByRole('textbox', { name: 'Title, Axe 1', exact: true })
  await title.waitFor()
  await title.focus()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  const languages = await page
    .locator('[data-text]')
    .evaluateAll((texts) => [...new Set(texts.map((text) => text.closest('[lang]')?.getAttribute('lang')))])
  expect(languages).toEqual(['fr'])
})
