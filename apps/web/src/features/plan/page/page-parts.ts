import { flushSync } from 'react-dom'

import type { PlanStore } from '../store/plan-store.ts'
import { actionsUnder, type PlanStructure } from '../store/structure.ts'
import { createPartOrder } from './part-order.ts'

/**
 * Which parts of a long plan (its actions, stretches of long lists) are on the page whole. In a plan of usual length all
 * are. In a longer one only those near the window are, and the others keep their place: an empty block of the height that
 * they had, or are likely to have. [G1] What is done on a keystroke or for a frame of scrolling does not grow with the plan.
 */
export type PageParts = {
  isNear: (part: string) => boolean
  /** Tells when a part is to be shown whole, or no longer. */
  onNear: (part: string, listener: () => void) => () => void
  /** The height in px that a part had when it was last shown; undefined when it was not yet. */
  heightOf: (part: string) => number | undefined
  /** The element of a part, near or far. */
  add: (part: string, element: HTMLElement) => () => void
  /** Follows what the window shows, of the parts within an element. */
  follow: (root: HTMLElement) => () => void
  /** Shows a part whole before it returns; false when it was already. */
  bring: (part: string) => boolean
  /** Shows what stands in the window whole before it returns. */
  settle: () => void
  /** Shows whole what stands before or after the part that an element is in. */
  bringBeside: (element: Element, direction: 1 | -1) => void
  close: () => void
}

/** Actions of a plan that is shown whole: five times the longest known. */
const usual = 150
/** What is made ready around the window, and from where on it is let go, in heights of the window. */
const ready = 1
const kept = 3
/** Milliseconds of a frame for showing parts: the rest of it is the browser's. */
const budget = 6
/** Milliseconds without scrolling after which far parts go. */
const rest = 500

export function createPageParts(store: Pick<PlanStore, 'structure' | 'onStructure'>): PageParts {
  const listeners = new Map<string, () => void>()
  const heights = new Map<string, number>()
  const order = createPartOrder()
  let isLong = isLongPlan(store.structure())
  /** A page that has not been laid out yet begins at its beginning. */
  const near = new Set<string>(isLong ? firstActions(store.structure(), 3) : [])
  let held: Element | null = null
  let isPrinting = false
  let frame: number | null = null
  let letGo: ReturnType<typeof setTimeout> | undefined
  let isFollowing = false

  const isNear = (part: string) => !isLong || isPrinting || near.has(part)

  function show(parts: readonly string[]): void {
    const added = parts.filter((part) => !isNear(part))
    for (const part of added) near.add(part)
    if (added.length > 0) flushSync(() => tell(added))
  }

  function tell(parts: Iterable<string>): void {
    for (const part of parts) listeners.get(part)?.()
  }

  /** Shows what is in the window, then what is around it, as long as there is time in this frame; the rest in the next ones. */
  function advance(): void {
    frame = null
    if (!isLong || !isFollowing) return
    const start = performance.now()
    const parts = wanted()
    for (const part of parts) {
      show([part])
      if (performance.now() - start > budget) break
    }
    // What was shown moved what is below it: there may be more to show.
    if (parts.length > 0) later()
    clearTimeout(letGo)
    letGo = setTimeout(release, rest)
  }

  function later(): void {
    frame ??= requestAnimationFrame(advance)
  }

  /** The far parts to show, in the window first. */
  function wanted(): string[] {
    const { visible, around } = order.within(innerHeight * ready)
    return [...visible, ...around].filter((part) => !isNear(part))
  }

  /** Far parts go when the page is at rest, so that no scrolling pays for it. */
  function release(): void {
    if (!isLong || isPrinting) return
    const { visible, around } = order.within(innerHeight * kept)
    const stay = new Set([...visible, ...around])
    const gone = [...near].filter((part) => !stay.has(part) && !isInUse(order.elementOf(part)))
    // All heights are read before anything changes.
    for (const part of gone) {
      const element = order.elementOf(part)
      if (element !== undefined) heights.set(part, element.getBoundingClientRect().height)
    }
    for (const part of gone) near.delete(part)
    tell(gone)
  }

  /** Someone is in it: with the caret, a selection, a pressed pointer, a value that is not right yet. */
  function isInUse(element: HTMLElement | undefined): boolean {
    if (element === undefined) return false
    const selection = document.getSelection()
    return (
      [document.activeElement, held, selection?.anchorNode, selection?.focusNode].some(
        (node) => node !== null && node !== undefined && element.contains(node),
      ) || element.querySelector('[aria-invalid="true"]') !== null
    )
  }

  function bringBeside(element: Element, direction: 1 | -1): void {
    const beside = isLong ? order.beside(element, direction) : undefined
    if (beside !== undefined) show([beside])
  }

  function print(isOn: boolean): void {
    if (!isLong || isPrinting === isOn) return
    isPrinting = isOn
    flushSync(() => tell(listeners.keys()))
  }

  const leaveStore = store.onStructure(() => {
    const was = isLong
    // A plan that stays around the limit does not go back and forth.
    isLong = isLongPlan(store.structure(), was ? usual / 2 : usual)
    if (isLong === was) return
    if (isLong) for (const part of order.within(innerHeight * ready).visible) near.add(part)
    tell(listeners.keys())
    later()
  })

  return {
    isNear,
    onNear(part, listener) {
      listeners.set(part, listener)
      return () => {
        if (listeners.get(part) === listener) listeners.delete(part)
      }
    },
    heightOf: (part) => heights.get(part),
    add(part, element) {
      const leave = order.add(part, element)
      if (isLong && isFollowing) later()
      return leave
    },
    follow(root) {
      const stop = new AbortController()
      const passive = { passive: true, signal: stop.signal }
      isFollowing = true
      order.follow(root)
      // The first look is whole. React shows it at once after its effects, of which this is one.
      if (isLong) {
        const { visible } = order.within(0)
        for (const part of visible) near.add(part)
        tell(visible)
      }
      later()
      globalThis.addEventListener('scroll', later, { ...passive, capture: true })
      globalThis.addEventListener(
        'resize',
        () => {
          heights.clear()
          later()
        },
        passive,
      )
      globalThis.addEventListener('beforeprint', () => print(true), passive)
      globalThis.addEventListener('afterprint', () => print(false), passive)
      root.addEventListener(
        'pointerdown',
        ({ target }) => (held = target instanceof Element ? target : null),
        passive,
      )
      for (const end of ['pointerup', 'pointercancel']) {
        globalThis.addEventListener(end, () => (held = null), passive)
      }
      root.addEventListener(
        'keydown',
        ({ key, shiftKey, target }) => {
          if (key === 'Tab' && target instanceof Element) bringBeside(target, shiftKey ? -1 : 1)
        },
        passive,
      )
      return () => {
        stop.abort()
        isFollowing = false
        clearTimeout(letGo)
        if (frame !== null) cancelAnimationFrame(frame)
        frame = null
      }
    },
    bring(part) {
      if (isNear(part) || order.elementOf(part) === undefined) return false
      show([part])
      return true
    },
    settle() {
      if (isLong) show(order.within(0).visible)
    },
    bringBeside,
    close: leaveStore,
  }
}

function isLongPlan({ numbers, outline }: PlanStructure, limit = usual): boolean {
  return numbers.size - outline.children('axes').length > limit
}

function firstActions({ outline }: PlanStructure, count: number): string[] {
  const [axis] = outline.children('axes')
  return axis === undefined
    ? []
    : actionsUnder(outline, axis.id)
        .slice(0, count)
        .map(({ id }) => id)
}
