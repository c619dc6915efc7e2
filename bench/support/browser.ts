import { readFileSync } from 'node:fs'

import { chromium, type Browser, type Page } from 'playwright-core'

import type { Concerte } from './concerte.ts'

const probe = readFileSync(new URL('probe.js', import.meta.url), 'utf8')

/** A text of a page: where to click, and what it matches once letters can be typed there. */
export type Field = { selector: string; live: string }

const measure = '[role=textbox][aria-label="Mesure 1, action 1, axe 1"]'
export const planField: Field = { selector: measure, live: `${measure}.ProseMirror` }
export const bareField: Field = { selector: '#field', live: '#field' }

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      // Frames as fast as they are made: waiting for a screen of 60 Hz would hide what the page itself costs.
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
    ],
  })
}

/** A page with an empty cache, signed in to Concerte, that notes when the field first shows (`firstShown`). */
export async function newPage(browser: Browser, { http }: Concerte, field: Field): Promise<Page> {
  const context = await browser.newContext({
    storageState: await http.storageState(),
    viewport: { width: 1280, height: 900 },
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.addInitScript({ content: `${probe}\nprobe.opened = probe.shown('${field.selector}')` })
  return page
}

/** When the field first showed: ms since the navigation began, until it was painted. */
export async function firstShown(page: Page): Promise<number> {
  const { painted } = await page.evaluate<{ painted: number }>('probe.opened')
  return painted
}

/** Puts the caret at the end of the field, ready to type. */
export async function enter(page: Page, { selector, live }: Field): Promise<void> {
  await page.locator(selector).click()
  await page.locator(live).waitFor()
  await page.keyboard.press('Control+End')
}

/** `key` is null in a page where the letter was not typed. All in ms since 1970. */
export type Letter = { key: number | null; inDom: number; painted: number }

/** Types one letter in a page, and tells when it showed in each of the pages given. */
export async function typeLetter(page: Page, watched: readonly Page[], field: Field): Promise<Letter[]> {
  await Promise.all(watched.map((other) => other.evaluate(`probe.expectLetter('${field.selector}')`)))
  await page.keyboard.press('e')
  return Promise.all(watched.map((other) => other.evaluate<Letter>('probe.letter()')))
}
