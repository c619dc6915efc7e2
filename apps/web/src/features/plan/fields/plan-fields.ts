// One closure over the texts of a page: which are shown, live, asked for and let go is one question, asked of each other all the time.
import type { CaretTarget, FieldEditor, FieldHandlers, FieldPlace } from '@concerte/editor'
import { isSupportedText, renderBlocks, renderLine } from '@concerte/editor/static'
import { readBlocks, readLine, type TextProfile } from '@concerte/schema'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

import type { PageParts } from '../page/page-parts.ts'
import type { Reveal } from '../page/reveal.ts'
import { typographyPreference } from '../preferences/typography-preference.ts'
import { isSamePlace, placeKey } from '../store/place.ts'
import type { PlanStore } from '../store/plan-store.ts'
import { keepSelection } from './kept-selection.ts'
import { loadEditor } from './load-editor.ts'

/** One text shown on the page. */
type ShownText = {
  element: HTMLElement
  place: FieldPlace
  fragment: Y.XmlFragment
  profile: TextProfile
  handlers: () => FieldHandlers
  /** The text holds what this version does not know: it stays plain, and cannot be edited here. */
  onUnsupported: () => void
}

/**
 * The texts of the page and the few that are live. Every text is plain HTML until the pointer or the focus reaches it; a live
 * editor then takes its place without a pixel moving, and the one that was used longest ago makes room.
 */
export type PlanFields = {
  /** Shows a text in its element and keeps it current. */
  show: (text: ShownText) => () => void
  /** Whether the person may write in the text that an element shows. One that may not be written any longer goes plain, and keeps the focus. */
  allow: (element: HTMLElement, isAllowed: boolean) => void
  /** Follows pointer and focus within the page. */
  follow: (root: HTMLElement) => () => void
  /** Puts the caret in a text, as soon as the page shows it. */
  focus: (place: FieldPlace, target?: CaretTarget) => void
  /** Puts the caret in the next or the previous text of the page; false at the end. */
  step: (from: FieldPlace, direction: 1 | -1, target: CaretTarget) => boolean
  /** Where the caret is. */
  current: () => { place: FieldPlace; caret: CaretTarget } | null
  close: () => void
}

/** Live editors kept besides the focused one: enough for the pointer to wander without a remount. */
const keptLive = 8

type Field = ShownText & {
  editor: FieldEditor | null
  stopText: () => void
  isBlocked: boolean
  isAllowed: boolean
}

export function createPlanFields(options: {
  store: PlanStore
  awareness: Awareness
  undoManager: Y.UndoManager
  reveal: Reveal
  parts: Pick<PageParts, 'bringBeside'>
  onFocus: (place: FieldPlace | null) => void
}): PlanFields {
  const { store, awareness, undoManager, reveal, parts, onFocus } = options
  const fields = new Map<Element, Field>()
  const byPlace = new Map<string, Field>()
  /** Live fields, the one used last at the end. */
  const live = new Set<Field>()
  let wanted: { place: FieldPlace; target: CaretTarget | undefined } | null = null
  let root: HTMLElement | null = null

  function mount(field: Field): void {
    const create = loadEditor.current
    if (field.editor !== null || !isOpen(field) || create === null || !field.element.isConnected) return
    if (!isSupportedText(field.fragment, field.profile)) return block(field)
    field.stopText()
    field.editor = create({
      ...field,
      awareness,
      undoManager,
      handlers: field.handlers(),
      isTypographyOn: typographyPreference.isOn,
      onUnsupported: () => {
        field.editor = null
        live.delete(field)
        // The change that it could not hold is not readable yet: the text is told once it is.
        block(field)
        plain(field)
      },
    })
    keep(field)
  }

  function block(field: Field): void {
    field.isBlocked = true
    field.element.contentEditable = 'inherit'
    field.onUnsupported()
  }

  function keep(field: Field): void {
    live.delete(field)
    live.add(field)
    for (const oldest of live) {
      if (live.size <= keptLive) break
      if (!oldest.editor?.hasFocus()) unmount(oldest)
    }
  }

  function unmount(field: Field): void {
    live.delete(field)
    field.editor?.destroy()
    field.editor = null
    plain(field)
  }

  /** Shows the text as plain HTML from now on. */
  function plain(field: Field): void {
    const draw = () => {
      if (field.profile === 'line') renderLine(field.element, readLine(field.fragment))
      else renderBlocks(field.element, readBlocks(field.fragment))
    }
    draw()
    field.stopText = store.onText(field.fragment, draw)
    // ProseMirror takes its attributes along when it goes.
    settle(field)
  }

  /** Whether a live editor may take the place of the text. */
  function isOpen(field: Field): boolean {
    return field.isAllowed && !field.isBlocked
  }

  function settle(field: Field): void {
    field.element.contentEditable = root !== null && isOpen(field) ? 'true' : 'inherit'
  }

  function fieldAt(target: EventTarget | null): Field | undefined {
    const element = target instanceof Element ? target.closest('[data-text]') : null
    return element === null ? undefined : fields.get(element)
  }

  function arrive(field: Field, target: CaretTarget | undefined): void {
    field.element.scrollIntoView({ block: 'nearest' })
    mount(field)
    if (field.editor === null) field.element.focus({ preventScroll: true })
    else field.editor.focus(target)
  }

  const onPointer = (event: Event) => {
    const field = fieldAt(event.target)
    if (field !== undefined) mount(field)
  }
  const onFocusIn = (event: FocusEvent) => {
    const field = fieldAt(event.target)
    if (field === undefined) return
    // In the capture phase: the editor that is mounted here still hears this event and takes the focus.
    mount(field)
    if (field.editor !== null) keep(field)
    onFocus(field.place)
  }
  const onFocusOut = (event: FocusEvent) => {
    if (fieldAt(event.relatedTarget) === undefined && fieldAt(event.target) !== undefined) onFocus(null)
  }
  /** Until its editor is there, a text takes no letters: they would reach no one. */
  const onBeforeInput = (event: InputEvent) => {
    const field = fieldAt(event.target)
    if (field !== undefined && field.editor === null) event.preventDefault()
  }

  return {
    show(text) {
      const field: Field = {
        ...text,
        editor: null,
        stopText: () => undefined,
        isBlocked: false,
        isAllowed: false,
      }
      fields.set(field.element, field)
      byPlace.set(placeKey(field.place), field)
      plain(field)
      if (!isSupportedText(field.fragment, field.profile)) block(field)
      if (wanted !== null && isSamePlace(wanted.place, field.place)) {
        const { target } = wanted
        wanted = null
        // The page is still being put together around the new text.
        queueMicrotask(() => {
          if (field.element.isConnected) arrive(field, target)
        })
      }
      return () => {
        live.delete(field)
        field.editor?.destroy()
        field.editor = null
        field.stopText()
        fields.delete(field.element)
        if (byPlace.get(placeKey(field.place)) === field) byPlace.delete(placeKey(field.place))
      }
    },
    allow(element, isAllowed) {
      const field = fields.get(element)
      if (field === undefined || field.isAllowed === isAllowed) return
      field.isAllowed = isAllowed
      const hadFocus = element.contains(document.activeElement)
      if (field.editor !== null) unmount(field)
      else settle(field)
      if (!hadFocus) return
      if (isAllowed) arrive(field, undefined)
      else keepFocus(element)
    },
    follow(element) {
      root = element
      for (const field of fields.values()) if (field.editor === null) settle(field)
      const stop = new AbortController()
      const capture = { capture: true, passive: true, signal: stop.signal }
      element.addEventListener('pointerover', onPointer, capture)
      element.addEventListener('pointerdown', onPointer, capture)
      element.addEventListener('focus', onFocusIn, capture)
      element.addEventListener('focusout', onFocusOut, capture)
      element.addEventListener('beforeinput', onBeforeInput, { capture: true, signal: stop.signal })
      void loadEditor().then(() => {
        const focused = fieldAt(document.activeElement)
        if (stop.signal.aborted || focused === undefined) return
        // Someone was quicker than the editor: the caret stays where it was put.
        const restore = keepSelection(focused.element)
        arrive(focused, undefined)
        restore()
      })
      return () => {
        stop.abort()
        root = null
        for (const field of live) unmount(field)
        for (const field of fields.values()) field.element.contentEditable = 'inherit'
      }
    },
    focus(place, target) {
      if (!byPlace.has(placeKey(place))) reveal(place.node)
      const field = byPlace.get(placeKey(place))
      wanted = field === undefined ? { place, target } : null
      if (field !== undefined) arrive(field, target)
    },
    step(from, direction, target) {
      const field = byPlace.get(placeKey(from))
      if (field === undefined || root === null) return false
      parts.bringBeside(field.element, direction)
      const all = [...root.querySelectorAll('[data-text]')]
      for (let index = all.indexOf(field.element) + direction; all[index] !== undefined; index += direction) {
        const next = fields.get(all[index]!)
        if (next?.isAllowed !== true || !isReachable(next.element)) continue
        arrive(next, target)
        return true
      }
      return false
    },
    current() {
      for (const field of live) {
        const caret = field.editor?.caret() ?? null
        if (caret !== null) return { place: field.place, caret: { type: 'point', point: caret } }
      }
      return null
    },
    close() {
      for (const field of live) field.editor?.destroy()
      live.clear()
    },
  }
}

/** A text within a closed disclosure has no box. */
function isReachable(element: Element): boolean {
  return element.getClientRects().length > 0 || element.closest('[data-aside]') !== null
}

/** An element that was edited and no longer can be would lose the focus, and with it the place of the person in the page. */
function keepFocus(element: HTMLElement): void {
  element.tabIndex = -1
  element.focus({ preventScroll: true })
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
}
