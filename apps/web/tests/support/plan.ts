import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

import type { TestServer } from './server.ts'
import { orleans } from './people.ts'

/** Opens a plan and waits until its words are there and the save state has settled. */
export async function openPlan(page: Page, server: TestServer, projectId = orleans): Promise<void> {
  await page.goto(`${server.url}/plans/${projectId}`)
  await saveState(page)
    .getByText(/Enregistré|Lecture seule/)
    .first()
    .waitFor()
  // The live editor comes after the words.
  await page.waitForLoadState('networkidle')
}

export function saveState(page: Page): Locator {
  return page.getByRole('banner')
}

/** The text field of that name: «Mesure 1, action 1, axe 1». */
export function field(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true })
}

/** Waits until the application has taken the place of the server's first page, which hears nothing. */
export async function waitTakenOver(page: Page): Promise<void> {
  await page.locator('#first').waitFor({ state: 'detached' })
}

/** Puts the caret at the end of a field by keyboard and writes. */
export async function writeAtEnd(page: Page, name: string, text: string): Promise<void> {
  await waitTakenOver(page)
  await field(page, name).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

/** Waits until the page says that everything is saved. */
export async function waitSaved(page: Page): Promise<void> {
  await saveState(page).getByText('Enregistré', { exact: true }).first().waitFor()
}

/** Waits until a field reads as wanted (also one that is scrolled away, of which `innerText` would say nothing). */
export async function expectText(page: Page, name: string, wanted: RegExp): Promise<void> {
  await expect.poll(() => field(page, name).textContent(), { timeout: 10_000 }).toMatch(wanted)
}
