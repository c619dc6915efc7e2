import { sessionSchema, projectSummarySchema } from '@concerte/api'
import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'

import { projectQuery } from '../api/projects.ts'
import { sessionQuery } from '../api/session.ts'
import { keepUser } from '../offline/kept-user.ts'

/*
 * The server sends the page of a plan with the plan in it, in #first; the application is put together beside it, in #root, unseen, and takes
 * its place when it has something else to show than that it waits. Both are laid out alike, so nothing moves.
 */

const waiting = '[data-waiting]'

/** Keeps the first page in view until the application shows something. Called once, at the start. */
export function watchFirstPage(root: HTMLElement): void {
  if (document.getElementById('first') === null) return
  const observer = new MutationObserver(() => {
    // Before the next frame is painted.
    if (root.firstElementChild !== null && root.querySelector(waiting) === null) takeOver()
    if (document.getElementById('first') === null) observer.disconnect()
  })
  observer.observe(root, { childList: true, subtree: true })
}

/** Puts the application in the place of the first page: from now on what it shows has its boxes. */
export function takeOver(): void {
  const first = document.getElementById('first')
  const root = document.getElementById('root')
  if (first === null || root === null) return
  first.remove()
  root.hidden = false
}

const knownSchema = z.object({ session: sessionSchema, project: projectSummarySchema })

/** What the server told with the page, in place of the first answers of its interface. */
export function takeKnown(client: QueryClient): void {
  const text = document.getElementById('known')?.textContent
  const known = text === undefined ? undefined : knownSchema.safeParse(JSON.parse(text)).data
  if (known === undefined) return
  client.setQueryData(sessionQuery.queryKey, known.session)
  client.setQueryData(projectQuery(known.project.id).queryKey, known.project)
  keepUser(known.session.user)
}
