import type { FieldPlace } from '@concerte/editor'

import { placeOfKey } from '../plan/store/place.ts'
import { authorSlots } from './authors.ts'
import type { AuthoredWords } from './read-text.ts'
import { stretchesInPage, textNodes } from './words-in-page.ts'

/**
 * Marks the words of the page by their authors, with highlights: they are painted over the text and change neither its
 * elements nor its layout. Follows what changes in the page, a little behind it.
 */
export type AuthorPainter = {
  /** Reads everything again: authors became known. */
  repaint: () => void
  authorAt: (node: Node | null, offset: number) => string | null
  authorUnder: (target: EventTarget | null, x: number, y: number) => string | null
  stop: () => void
}

export const canPaintAuthors = 'highlights' in (globalThis.CSS ?? {}) && typeof Highlight === 'function'

/** Milliseconds that typing goes on unhindered before its colours follow. */
const pace = 300

type Painted = { author: string; slot: number; range: Range }

export function createAuthorPainter(options: {
  root: HTMLElement
  read: (place: FieldPlace) => AuthoredWords | null
  /** Called before a text is painted, with every text that is about to be read. */
  onRead: () => void
  slotOf: (author: string) => number
  /** What assistive technology says of a text beside its words; null for nothing. */
  describe: (text: AuthoredWords) => string | null
}): AuthorPainter {
  const { root, read, onRead, slotOf, describe } = options
  const highlights = Array.from({ length: authorSlots }, () => new Highlight())
  const painted = new Map<Element, Painted[]>()
  let dirty = new Set<Element>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let cancelIdle: (() => void) | undefined

  highlights.forEach((highlight, slot) => CSS.highlights.set(highlightName(slot), highlight))
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const within = (target instanceof Element ? target : target.parentElement)?.closest('[data-text]')
      if (within !== null && within !== undefined) dirty.add(within)
      else for (const node of addedNodes) if (node instanceof Element) addTexts(dirty, node)
    }
    if (dirty.size > 0) soon()
  })
  observer.observe(root, { subtree: true, childList: true, characterData: true })

  function soon(): void {
    timer ??= setTimeout(() => {
      cancelIdle = whenIdle(() => {
        timer = undefined
        paint()
      })
    }, pace)
  }

  function paint(): void {
    onRead()
    for (const element of painted.keys()) if (!element.isConnected) clear(element)
    const texts = dirty
    dirty = new Set()
    for (const element of texts) if (element.isConnected) paintText(element)
  }

  function paintText(element: Element): void {
    clear(element)
    const key = element.getAttribute('data-text')
    const text = key === null ? null : read(placeOfKey(key))
    if (text === null) return
    const description = describe(text)
    if (description === null) element.removeAttribute('aria-description')
    else element.setAttribute('aria-description', description)
    const found: Painted[] = []
    for (const { author, start, end } of stretchesInPage(textNodes(element), text.words, text.runs) ?? []) {
      if (author === null) continue
      const range = document.createRange()
      range.setStart(start.node, start.offset)
      range.setEnd(end.node, end.offset)
      const slot = slotOf(author)
      highlights[slot]?.add(range)
      found.push({ author, slot, range })
    }
    painted.set(element, found)
  }

  function clear(element: Element): void {
    for (const { slot, range } of painted.get(element) ?? []) highlights[slot]?.delete(range)
    painted.delete(element)
  }

  function paintedIn(target: EventTarget | null): Painted[] {
    const element = target instanceof Element ? target : target instanceof Node ? target.parentElement : null
    const text = element?.closest('[data-text]')
    return (text !== null && text !== undefined && painted.get(text)) || []
  }

  const repaint = () => {
    addTexts(dirty, root)
    soon()
  }
  addTexts(dirty, root)
  paint()

  return {
    repaint,
    authorAt(node, offset) {
      if (node === null) return null
      const here = paintedIn(node).find(({ range }) => range.isPointInRange(node, offset))
      return here?.author ?? null
    },
    authorUnder(target, x, y) {
      const here = paintedIn(target).find(({ range }) =>
        [...range.getClientRects()].some(
          ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
        ),
      )
      return here?.author ?? null
    },
    stop() {
      observer.disconnect()
      clearTimeout(timer)
      cancelIdle?.()
      highlights.forEach((_, slot) => CSS.highlights.delete(highlightName(slot)))
      for (const element of root.querySelectorAll('[data-text]')) element.removeAttribute('aria-description')
      painted.clear()
    },
  }
}

/** The name that authorship.module.css styles. */
function highlightName(slot: number): string {
  return `author-${slot + 1}`
}

function addTexts(found: Set<Element>, root: Element): void {
  if (root.matches('[data-text]')) found.add(root)
  for (const element of root.querySelectorAll('[data-text]')) found.add(element)
}

/** Safari has no idle callbacks. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 0)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(run, { timeout: 2000 })
  return () => cancelIdleCallback(handle)
}
