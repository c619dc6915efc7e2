import type { ThreadId } from '@concerte/api'

import { plainText, profileOf } from '../checks/text-at.ts'
import { rangesInPage } from '../find/range-in-page.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'
import { placeKey, placeOfKey } from '../plan/store/place.ts'
import { createCurrent } from '../plan/store/current.ts'
import { whenIdle } from '../../offline/idle.ts'
import type { StandBook } from './stand-book.ts'

/** What review.module.css styles. */
const names = { all: 'thread', now: 'thread-now' } as const
/** Milliseconds that typing goes on unhindered before marks follow; highlights stay on their words meanwhile. */
const pace = 300

const canPaint = 'highlights' in (globalThis.CSS ?? {}) && typeof Highlight === 'function'

/** The thread that the panel shows. */
const marked = createCurrent<ThreadId | null>(null)
export const markThread = marked.set

/**
 * Paints the words that threads stand on over the texts that the page shows, with highlights: neither elements nor layout
 * change. Only texts that changed, or whose marks did, are looked at.
 */
export function paintThreads(root: HTMLElement, store: PlanStore, book: StandBook): () => void {
  if (!canPaint) return () => undefined
  const all = new Highlight()
  const now = new Highlight()
  now.priority = 1
  CSS.highlights.set(names.all, all)
  CSS.highlights.set(names.now, now)
  const painted = new Map<Element, { all: Range[]; now: Range[] }>()
  const dirty = new Set<Element>()
  let callOff: (() => void) | undefined

  const soon = () => {
    if (dirty.size > 0) callOff ??= whenIdle(paint, pace)
  }
  function paint(): void {
    callOff = undefined
    for (const element of painted.keys()) if (!element.isConnected) clear(element)
    const elements = [...dirty]
    dirty.clear()
    for (const element of elements) paintText(element)
  }
  function paintText(element: Element): void {
    clear(element)
    const key = element.getAttribute('data-text')
    const found = key === null || !element.isConnected ? [] : book.markedIn(key)
    if (key === null || found.length === 0) return
    const place = placeOfKey(key)
    const fragment = store.text(place)
    if (fragment === undefined) return
    const words = plainText(fragment, profileOf(store, place))
    const here: { all: Range[]; now: Range[] } = { all: [], now: [] }
    for (const { thread, range } of found) {
      const ranges = rangesInPage(element, words, [range])
      const isNow = thread === marked.current()
      for (const one of ranges) (isNow ? now : all).add(one)
      here[isNow ? 'now' : 'all'].push(...ranges)
    }
    painted.set(element, here)
  }
  function clear(element: Element): void {
    const known = painted.get(element)
    for (const range of known?.all ?? []) all.delete(range)
    for (const range of known?.now ?? []) now.delete(range)
    painted.delete(element)
  }
  function addText(key: string): void {
    const element = root.querySelector(`[data-text="${CSS.escape(key)}"]`)
    if (element !== null) dirty.add(element)
  }
  function addTexts(within: Element): void {
    if (within.matches('[data-text]')) dirty.add(within)
    for (const element of within.querySelectorAll('[data-text]')) dirty.add(element)
  }

  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const within = (target instanceof Element ? target : target.parentElement)?.closest('[data-text]')
      if (within !== null && within !== undefined) {
        const key = within.getAttribute('data-text')
        if (painted.has(within) || (key !== null && book.markedIn(key).length > 0)) dirty.add(within)
      } else for (const node of addedNodes) if (node instanceof Element) addTexts(node)
    }
    soon()
  })
  observer.observe(root, { subtree: true, childList: true, characterData: true })
  const leaveBook = book.subscribe((places) => {
    for (const key of places) addText(key)
    soon()
  })
  const leaveMarked = marked.subscribe(() => {
    const thread = marked.current()
    const standing = thread === null ? undefined : book.standing(thread)
    for (const [element, { now: was }] of painted) if (was.length > 0) dirty.add(element)
    if (standing?.type === 'text') addText(placeKey(standing))
    callOff?.()
    paint()
  })
  addTexts(root)
  paint()

  return () => {
    observer.disconnect()
    leaveBook()
    leaveMarked()
    callOff?.()
    for (const name of Object.values(names)) CSS.highlights.delete(name)
  }
}
