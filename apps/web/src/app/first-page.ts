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
/** Frames in which the live page must have made a text ready that was clicked before. */
const patience = 120

/** Where somebody clicked into a text of the first page, which could not hear it: from the left top of the document. */
let clicked: { text: string; x: number; y: number } | null = null

/** Keeps the first page in view until the application shows something. Called once, at the start. */
export function watchFirstPage(root: HTMLElement): void {
  const first = document.getElementById('first')
  if (first === null) return
  first.addEventListener('click', noteClick)
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
  const reading = whereOneReads(first)
  first.remove()
  root.hidden = false
  // The texts come in this task, the likely heights of what is not in view become real ones in the next frame.
  if (reading !== null) requestAnimationFrame(() => goBackTo(reading, 1))
  if (clicked !== null) putCaret(clicked, patience)
}

type Reading = { text: string; top: number }

/** The text at the top of a window that was scrolled. */
function whereOneReads(first: HTMLElement): Reading | null {
  if (window.scrollY === 0) return null
  for (const element of first.querySelectorAll<HTMLElement>('main [data-text]')) {
    const { top, height } = element.getBoundingClientRect()
    const text = element.dataset['text']
    if (text !== undefined && height > 0 && top >= 0) return { text, top }
  }
  return null
}

function goBackTo(reading: Reading, frames: number): void {
  const element = document.querySelector(`#root [data-text="${CSS.escape(reading.text)}"]`)
  if (element !== null) window.scrollBy(0, element.getBoundingClientRect().top - reading.top)
  if (frames > 0) requestAnimationFrame(() => goBackTo(reading, frames - 1))
}

function noteClick({ target, pageX, pageY }: MouseEvent): void {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-text]') : null
  const text = element?.dataset['text']
  clicked = text === undefined ? null : { text, x: pageX, y: pageY }
}

/** Puts the caret where the click fell, as soon as one can write there. */
function putCaret(click: NonNullable<typeof clicked>, frames: number): void {
  const text = `[data-text="${CSS.escape(click.text)}"][contenteditable="true"]`
  const element = document.querySelector<HTMLElement>(text)
  if (element === null) {
    if (frames > 0) requestAnimationFrame(() => putCaret(click, frames - 1))
    return
  }
  // Someone who has gone on meanwhile is left where they are.
  if (document.activeElement !== document.body) return
  element.focus({ preventScroll: true })
  const place = document.caretPositionFromPoint(click.x - window.scrollX, click.y - window.scrollY)
  if (place !== null && element.contains(place.offsetNode)) {
    document.getSelection()?.collapse(place.offsetNode, place.offset)
  }
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
