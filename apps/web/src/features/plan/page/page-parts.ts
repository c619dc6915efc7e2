// One closure over the parts of a page: what is near, kept, wanted and ready decides together what is on it.
import { flushSync } from 'react-dom'

import { whenIdle } from '../../../offline/idle.ts'
import type { PlanStore } from '../store/plan-store.ts'
import type { PlanStructure } from '../store/structure.ts'
import { farBeside, partsWithin, readRows, type FarPart, type Row } from './part-rows.ts'

/**
 * Which parts of a plan (its actions, the lines that announce them, those of the outline) are on the page. In a plan of usual
 * length all are, soon: it opens with those in the window, and the others come while the page has nothing better to do. In a
 * longer one only those near the window are. Gaps keep the place of the others: of the height that they had, or are likely to
 * have. [G1] What the browser does for a keystroke or a frame of scrolling does not grow with the plan. In one piece, because what is
 * near, the rows that show it and the frames that bring it change together.
 */
export type PageParts = {
  /** Whether some parts are missing from the page for good. */
  isLong: () => boolean
  /** The parts that belong on the page now; null: all do. */
  near: () => ReadonlySet<string> | null
  /** Tells when other parts are near; `isUrgent` when the window shows what they leave open. */
  subscribe: (listener: (isUrgent: boolean) => void) => () => void
  /** Begins a plan of usual length, before it is rendered; it is whole from the beginning where nobody does. */
  open: (opening: Opening) => void
  /** The height in px that a part had when it was last on the page; a guess, made once, where it never was. */
  heightOf: (part: string, guess: () => number) => number
  /** Says that a list of parts was rendered. */
  rendered: () => void
  /** Says what an element keeps the place of. */
  addGap: (element: Element, far: readonly FarPart[]) => void
  /** Follows what the window shows of an element. */
  follow: (root: HTMLElement) => () => void
  /** Puts a part on the page before it returns; false when it was there. */
  bring: (part: string) => boolean
  /** Puts what belongs in the window on the page before it returns. */
  settle: () => void
  /** Puts on the page what comes before or after an element, or the part that it is in. */
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
/** Parts of a plan of usual length that come at a time when the page has time. */
const handful = 2

/** What a page shows first of a plan of usual length; heights in px of what it does not. */
export type Opening = { near: readonly string[]; heights: ReadonlyMap<string, number> }

/** `first`: the parts at the beginning of a long page, which is where it is shown before it was laid out. */
export function createPageParts(
  store: Pick<PlanStore, 'structure' | 'onStructure'>,
  first: (structure: PlanStructure) => string[],
): PageParts {
  const listeners = new Set<(isUrgent: boolean) => void>()
  const heights = new Map<string, number>()
  const guesses = new Map<string, number>()
  const gaps = new WeakMap<Element, readonly FarPart[]>()
  let isLong = isLongPlan(store.structure(), usual)
  /** A plan of usual length that is not whole yet. */
  let isOpening = false
  const near = new Set<string>(isLong ? first(store.structure()) : [])
  let root: HTMLElement | null = null
  /** Null: lists were rendered since they were read. */
  let known: readonly Row[] | null = null
  let held: Element | null = null
  let isPrinting = false
  let frame: number | null = null
  let letGo: ReturnType<typeof setTimeout> | undefined
  let stopFilling: (() => void) | null = null

  const hasFar = () => isLong || isOpening
  const farIn = (gap: Element) => gaps.get(gap) ?? []

  /** Where the page does not show them (a folded outline), there are none. */
  function rows(): readonly Row[] {
    if (root === null || root.getClientRects().length === 0) return []
    known ??= readRows(root)
    return known
  }

  function tell(isUrgent = true): void {
    for (const listener of listeners) listener(isUrgent)
  }

  /** Those that React has been asked for are far until they are there. */
  function farOf(parts: readonly string[]): string[] {
    if (!hasFar()) return []
    const shown = new Set(rows().map(({ part }) => part))
    return parts.filter((part) => !shown.has(part))
  }

  function show(parts: readonly string[]): void {
    const far = farOf(parts)
    for (const part of far) near.add(part)
    if (far.length > 0) flushSync(() => tell())
  }

  /**
   * Shows what is in the window, as long as there is time in this frame, and the rest in the next ones. What is around it is
   * left to React to show by and by, one part after the other.
   */
  function advance(): void {
    frame = null
    if (!hasFar() || root === null) return
    const start = performance.now()
    const { visible, around } = partsWithin(rows(), innerHeight * ready, farIn)
    const wanted = farOf(visible)
    for (const part of wanted) {
      show([part])
      if (performance.now() - start > budget) break
    }
    const next = around.find((part) => !near.has(part))
    if (wanted.length === 0 && next !== undefined) {
      near.add(next)
      tell(false)
    }
    // What was shown moved what is below it: there may be more to show.
    if (wanted.length > 0 || next !== undefined) later()
    clearTimeout(letGo)
    letGo = setTimeout(release, rest)
  }

  function later(): void {
    if (hasFar()) frame ??= requestAnimationFrame(advance)
  }

  /** Shows what is not in the window either, a handful at a time. */
  function fill(): void {
    if (!isOpening) return
    const far = rows().flatMap(({ element, part }) => (part === null ? farIn(element) : []))
    for (const { part } of far.slice(0, handful)) near.add(part)
    isOpening = far.length > 0
    if (isOpening) stopFilling = whenIdle(fill, 0)
    tell(false)
  }

  /** Far parts go when the page is at rest, so that no scrolling pays for it. */
  function release(): void {
    if (!isLong || isPrinting) return
    const { visible, around } = partsWithin(rows(), innerHeight * kept, farIn)
    const stay = new Set([...visible, ...around])
    const shown = new Map(rows().map(({ part, element }) => [part, element]))
    const gone = [...near].filter((part) => !stay.has(part) && !isInUse(shown.get(part)))
    if (gone.length === 0) return
    // All heights are read before anything changes.
    for (const part of gone) {
      const element = shown.get(part)
      if (element !== undefined) heights.set(part, element.getBoundingClientRect().height)
    }
    for (const part of gone) near.delete(part)
    tell()
  }

  /** Someone is in it: with the caret, a selection, a pressed pointer, a value that is not right yet. */
  function isInUse(element: Element | undefined): boolean {
    if (element === undefined) return false
    const selection = document.getSelection()
    return (
      [document.activeElement, held, selection?.anchorNode, selection?.focusNode].some(
        (node) => node !== null && node !== undefined && element.contains(node),
      ) || element.querySelector('[aria-invalid="true"]') !== null
    )
  }

  function bringBeside(element: Element, direction: 1 | -1): void {
    // A group may come without what stands in it.
    for (let turn = 0; turn < 2; turn += 1) {
      const beside = hasFar() ? farBeside(rows(), element, direction, farIn) : undefined
      if (beside === undefined) return
      show([beside])
    }
  }

  function print(isOn: boolean): void {
    if (!hasFar() || isPrinting === isOn) return
    isPrinting = isOn
    flushSync(() => tell())
  }

  const leaveStore = store.onStructure(() => {
    // A plan that stays around the limit does not go back and forth.
    const is = isLongPlan(store.structure(), isLong ? usual / 2 : usual)
    if (is !== isLong) {
      if (is) for (const part of partsWithin(rows(), innerHeight * ready, farIn).visible) near.add(part)
      isLong = is
      isOpening = false
      tell()
    }
    later()
  })

  return {
    isLong: () => isLong,
    near: () => (hasFar() && !isPrinting ? near : null),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open(opening) {
      if (isLong || root !== null) return
      isOpening = true
      for (const part of opening.near) near.add(part)
      for (const [part, height] of opening.heights) heights.set(part, height)
    },
    heightOf(part, guess) {
      const known = heights.get(part) ?? guesses.get(part)
      if (known !== undefined) return known
      const guessed = guess()
      guesses.set(part, guessed)
      return guessed
    },
    rendered: () => {
      known = null
    },
    addGap: (element, far) => void gaps.set(element, far),
    follow(element) {
      const stop = new AbortController()
      const passive = { passive: true, signal: stop.signal }
      root = element
      known = null
      // The first look is whole. React shows it at once after its effects, of which this is one.
      if (hasFar()) {
        for (const part of partsWithin(rows(), 0, farIn).visible) near.add(part)
        tell()
      }
      later()
      if (isOpening) stopFilling = whenIdle(fill, 0)
      const sizes = new ResizeObserver(later)
      for (const sized of [root, ...root.children]) sizes.observe(sized)
      globalThis.addEventListener('scroll', later, { ...passive, capture: true })
      globalThis.addEventListener('resize', () => heights.clear(), passive)
      globalThis.addEventListener('beforeprint', () => print(true), passive)
      globalThis.addEventListener('afterprint', () => print(false), passive)
      element.addEventListener(
        'pointerdown',
        ({ target }) => (held = target instanceof Element ? target : null),
        passive,
      )
      for (const end of ['pointerup', 'pointercancel']) {
        globalThis.addEventListener(end, () => (held = null), passive)
      }
      element.addEventListener(
        'keydown',
        ({ key, shiftKey, target }) => {
          if (key === 'Tab' && target instanceof Element) bringBeside(target, shiftKey ? -1 : 1)
        },
        passive,
      )
      return () => {
        stop.abort()
        sizes.disconnect()
        root = null
        stopFilling?.()
        clearTimeout(letGo)
        if (frame !== null) cancelAnimationFrame(frame)
        frame = null
      }
    },
    bring(part) {
      if (farOf([part]).length === 0) return false
      show([part])
      return true
    },
    settle() {
      for (let turn = 0; turn < 2 && hasFar(); turn += 1) show(partsWithin(rows(), 0, farIn).visible)
    },
    bringBeside,
    close: leaveStore,
  }
}

function isLongPlan({ numbers, list }: PlanStructure, limit: number): boolean {
  return numbers.size - list('axes').length > limit
}
