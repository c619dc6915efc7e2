import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The name of what has the focus, as a screen reader says it; null while that is nothing. */
export function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) return null
    const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
    const labels = isField ? (activeElement.labels ?? []) : []
    const labelledBy = document.getElementById(activeElement.getAttribute('aria-labelledby') ?? '')
    const words =
      activeElement.getAttribute('aria-label') ??
      labels[0]?.textContent ??
      labelledBy?.textContent ??
      activeElement.textContent
    return words.replaceAll(/\s+/g, ' ').trim()
  })
}

/** Waits until the focus is on what has that name. */
export async function expectFocus(page: Page, name: RegExp | string): Promise<void> {
  await expect
    .poll(() => focusedName(page))
    .toEqual(typeof name === 'string' ? name : expect.stringMatching(name))
}

/** Presses a key, which must leave the focus somewhere. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await expect.poll(() => focusedName(page), { message: `focus after ${key}` }).not.toBeNull()
  }
}

/** Presses a key until the focus is on what has that name. */
export async function walkTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = []
  for (let count = 0; count < 60; count += 1) {
    await press(page, key)
    const now = (await focusedName(page)) ?? ''
    if (name.test(now)) return
    seen.push(now)
  }
  throw new Error(`no ${String(name)} among ${seen.join(' | ')}`)
}
