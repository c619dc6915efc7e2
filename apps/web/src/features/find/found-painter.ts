import { placeKey } from '../plan/store/place.ts'
import type { PlanSearch } from './plan-search.ts'
import { elementOf, keyOf, rangesInPage } from './range-in-page.ts'

/** What find.module.css styles. */
const names = { all: 'found', now: 'found-now' } as const
/** On the field of a form, in whose words nothing can be painted. */
const mark = 'data-found-now'

const shown = '[data-text], [data-value]'

const canPaint = 'highlights' in (globalThis.CSS ?? {}) && typeof Highlight === 'function'

/** Paints what was found over the words that the page shows, with highlights: no element changes. Follows both. */
export function paintFound(root: HTMLElement, search: PlanSearch): () => void {
  if (!canPaint) return () => undefined
  const all = new Highlight()
  const now = new Highlight()
  now.priority = 1
  CSS.highlights.set(names.all, all)
  CSS.highlights.set(names.now, now)
  const painted = new Map<Element, Range[]>()
  let marked: Element | null = null
  let dirty: Set<Element> | 'all' = 'all'
  let frame = 0

  function soon(): void {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }

  function paint(): void {
    frame = 0
    const elements = dirty === 'all' ? root.querySelectorAll(shown) : dirty
    dirty = new Set()
    for (const element of painted.keys()) if (!element.isConnected) clear(element)
    for (const element of elements) {
      clear(element)
      const key = keyOf(element)
      const ranges = key === null ? [] : search.matchesAt(key)
      if (key === null || ranges.length === 0 || !element.isConnected) continue
      const found = rangesInPage(element, search.wordsAt(key), ranges)
      for (const range of found) all.add(range)
      painted.set(element, found)
    }
    paintNow()
  }

  function paintNow(): void {
    now.clear()
    marked?.removeAttribute(mark)
    marked = null
    const { match } = search.current()
    if (match === null) return
    const key = placeKey(match.place)
    const element = elementOf(root, key)
    if (element === null) return
    for (const range of rangesInPage(element, search.wordsAt(key), [match.range])) now.add(range)
    if (!(element instanceof HTMLTextAreaElement)) return
    element.setAttribute(mark, '')
    marked = element
  }

  function clear(element: Element): void {
    for (const range of painted.get(element) ?? []) all.delete(range)
    painted.delete(element)
  }

  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const within = (target instanceof Element ? target : target.parentElement)?.closest(shown)
      if (dirty === 'all') break
      if (within !== null && within !== undefined) dirty.add(within)
      else {
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue
          for (const element of node.querySelectorAll(shown)) dirty.add(element)
        }
      }
    }
    soon()
  })
  observer.observe(root, { subtree: true, childList: true, characterData: true })
  const leave = search.subscribe(() => {
    dirty = 'all'
    soon()
  })
  soon()

  return () => {
    observer.disconnect()
    leave()
    cancelAnimationFrame(frame)
    marked?.removeAttribute(mark)
    for (const name of Object.values(names)) CSS.highlights.delete(name)
  }
}
