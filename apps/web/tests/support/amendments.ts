import { amendmentListSchema, amendmentSchema, type Amendment } from '@concerte/api'
import { projectSchema, type Action, type Entry, type Project } from '@concerte/schema'
import type { Page } from 'playwright-core'

import type { Person } from './browser.ts'
import { orleans, send } from './people.ts'
import { waitTakenOver } from './plan.ts'
import { reviewPanel } from './review.ts'
import type { TestServer } from './server.ts'

export const planApi = `/api/projects/${orleans}`

/** Opens the panel of amendments by keyboard, from wherever one is. */
export async function openAmendments(page: Page): Promise<void> {
  await waitTakenOver(page)
  await page.keyboard.press('Control+Alt+v')
  const tab = reviewPanel(page).getByRole('tab', { name: 'Amendements' })
  await tab.waitFor({ timeout: 60_000 })
  await tab.click()
}

/** Waits until the page says what matches. */
export function said(page: Page, text: RegExp): Promise<void> {
  return page.getByText(text).first().waitFor()
}

export async function readPlan(by: Person, server: TestServer): Promise<Project> {
  return projectSchema.parse(await send(by, server, { method: 'GET', path: `${planApi}/export/json` }))
}

/** The actions of the first axis, in reading order. */
export function firstActions(project: Project): Action[] {
  return project.axes[0]!.content.flatMap((item) => (item.type === 'group' ? item.actions : [item]))
}

/** The measures and the first indicator of the first action of the first axis. */
export async function firstAction(
  by: Person,
  server: TestServer,
): Promise<{ measures: Entry[]; indicator: Entry }> {
  const [measures, indicators] = firstActions(await readPlan(by, server))[0]!.rubrics
  return { measures: measures!.entries, indicator: indicators!.entries[0]! }
}

/** Sends an amendment as the page does. */
export async function proposeAs(
  by: Person,
  server: TestServer,
  proposal: object,
  reason = 'Plus précis.',
): Promise<Amendment> {
  const data = { proposal, reason, cosigners: [] }
  return amendmentSchema.parse(
    await send(by, server, { method: 'POST', path: `${planApi}/amendments`, data }),
  )
}

/** Another wording of a measure. */
export function wording({ id, text }: Entry, words: string): object {
  return {
    type: 'text',
    node: id,
    field: 'text',
    base: text,
    text: [{ type: 'paragraph', content: [{ text: words }] }],
  }
}

export async function listAmendments(by: Person, server: TestServer): Promise<Amendment[]> {
  const answer = await send(by, server, { method: 'GET', path: `${planApi}/amendments` })
  return amendmentListSchema.parse(answer).amendments
}
