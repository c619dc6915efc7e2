import { authorRuns, authorTotals } from '@concerte/schema'

import type { PlanStore } from '../plan/store/plan-store.ts'
import type { Presence } from '../plan/store/presence.ts'
import { createAuthorPainter } from './author-painter.ts'
import { createAuthorBook, giveSlots, type AuthorBook, type KnownPeople } from './authors.ts'
import { readAuthoredWords, type AuthoredWords } from './read-text.ts'

/** What the legend shows. `author` is null for what came with a seed or an import. */
export type AuthorshipView = {
  /** The most words first. */
  shares: readonly { author: string | null; name: string | null; length: number; slot: number }[]
  /** Whose words are under the pointer, and where in the window. */
  pointed: { author: string; name: string | null; x: number; y: number } | null
  /** Whose words the caret stands in. */
  atCaret: { author: string; name: string | null } | null
}

/** What assistive technology says of a text, from each author's percentage of it. */
export type Describe = (shares: readonly { name: string | null; percent: number }[]) => string

/** The words of a plan by their authors, for as long as one looks. */
export type Authorship = {
  current: () => AuthorshipView
  subscribe: (listener: () => void) => () => void
  /** What the server tells of who wrote. */
  know: (people: KnownPeople) => void
  close: () => void
}

export function createAuthorship(options: {
  root: HTMLElement
  store: PlanStore
  presence: Presence
  me: { id: string; name: string }
  describe: Describe
  /** Someone whom nobody knows wrote something: the server is to be asked again. */
  onUnknown: () => void
}): Authorship {
  const { root, store, presence, describe, onUnknown } = options
  const { plan } = store
  const me = { ...options.me, client: plan.doc.clientID }
  const listeners = new Set<() => void>()
  let people: KnownPeople | null = null
  let book: AuthorBook = createAuthorBook({ people: [], here: presence.everyone(), me })
  let slots: ReadonlyMap<string, number> = new Map()
  let view: AuthorshipView = { shares: [], pointed: null, atCaret: null }
  /** Client ids that the server was asked about: it knows no more of them. */
  const asked = new Set<number>()
  let hasAsked = false

  function show(change: Partial<AuthorshipView>): void {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }

  /** Before the page is painted: who has how much, and so which mark. */
  function count(): void {
    book = createAuthorBook({ people: people ?? [], here: presence.everyone(), me })
    const owners = new Map<number, string>()
    const unknown: number[] = []
    for (const client of plan.doc.store.clients.keys()) {
      const author = book.authorOf(client)
      if (author !== null) owners.set(client, author)
      else if (!asked.has(client)) unknown.push(client)
    }
    const totals = authorTotals(authorRuns(plan.doc, owners))
    slots = giveSlots(totals, slots)
    show({
      shares: totals.map(({ author, length }) => ({
        author,
        length,
        name: author === null ? null : book.nameOf(author),
        slot: author === null ? -1 : (slots.get(author) ?? 0),
      })),
    })
    if (people === null) return
    for (const client of unknown) asked.add(client)
    // What the plan held when the server answered is known, as far as it ever will be.
    if (unknown.length > 0 && hasAsked) onUnknown()
    hasAsked = true
  }

  function describeText({ runs, words }: AuthoredWords): string | null {
    const lengths = new Map<string, number>()
    for (const { author, length } of runs) {
      if (author !== null) lengths.set(author, (lengths.get(author) ?? 0) + length)
    }
    if (lengths.size === 0) return null
    const most = Array.from(lengths, ([author, length]) => ({
      name: book.nameOf(author),
      percent: (100 * length) / words.length,
    }))
    return describe(most.toSorted((a, b) => b.percent - a.percent))
  }

  const painter = createAuthorPainter({
    root,
    onRead: count,
    read: (place) => readAuthoredWords(store, place, (client) => book.authorOf(client)),
    slotOf: (author) => slots.get(author) ?? 0,
    describe: describeText,
  })

  const stop = new AbortController()
  let isQueued = false
  const point = (event: PointerEvent) => {
    if (isQueued) return
    isQueued = true
    requestAnimationFrame(() => {
      isQueued = false
      if (stop.signal.aborted) return
      const { target, clientX: x, clientY: y } = event
      const author = painter.authorUnder(target, x, y)
      if (author !== null) show({ pointed: { author, name: book.nameOf(author), x, y } })
      else if (view.pointed !== null) show({ pointed: null })
    })
  }
  const readCaret = () => {
    const selection = document.getSelection()
    const author = painter.authorAt(selection?.focusNode ?? null, selection?.focusOffset ?? 0)
    if (author === (view.atCaret?.author ?? null)) return
    show({ atCaret: author === null ? null : { author, name: book.nameOf(author) } })
  }
  root.addEventListener('pointermove', point, { passive: true, signal: stop.signal })
  root.addEventListener('pointerleave', () => show({ pointed: null }), { signal: stop.signal })
  // The label stays where it was; the words do not.
  document.addEventListener('scroll', () => view.pointed !== null && show({ pointed: null }), {
    passive: true,
    capture: true,
    signal: stop.signal,
  })
  document.addEventListener('selectionchange', readCaret, { signal: stop.signal })

  return {
    current: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    know(known) {
      if (known === people) return
      people = known
      painter.repaint()
    },
    close() {
      stop.abort()
      painter.stop()
    },
  }
}
