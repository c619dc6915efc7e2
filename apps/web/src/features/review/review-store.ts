import type { AmendmentId, ThreadId } from '@concerte/api'
import type { NodeId, Subject } from '@concerte/schema'

import { listen } from '../plan/store/listen.ts'

/** What an amendment is to be composed for. */
export type AmendAsk =
  | { what: 'text'; node: string; field: string }
  | { what: 'field'; node: NodeId; field: string }
  | { what: 'add'; node: NodeId | 'axes' }
  | { what: 'withdraw'; node: NodeId }
  | { what: 'move'; node: NodeId }

/** What one asks of the panel: to show one thing, or those of a node, or to begin a new one. */
export type ReviewAsk =
  | { tab: 'threads'; thread?: ThreadId; node?: string; compose?: Subject }
  | { tab: 'amendments'; amendment?: AmendmentId; node?: string; compose?: AmendAsk }

export type ReviewTab = ReviewAsk['tab']

/** The panel while it is open. `ask` is another object with each ask; null when it was only opened. */
export type ReviewView = { tab: ReviewTab; ask: ReviewAsk | null; byKeyboard: boolean }

/** What hangs on a node and waits: open threads and amendments. */
export type OpenCounts = { threads: number; amendments: number }

/**
 * What of review the page itself shows: whether its panel is open, how much is unread, and how much hangs on each node.
 * What is behind it comes late, and tells this.
 */
export type Review = {
  current: () => ReviewView | null
  open: (ask: ReviewAsk, options?: { byKeyboard?: boolean }) => void
  /** Shows the tab that was shown last. */
  show: (byKeyboard: boolean) => void
  /** The other tab was chosen: whatever was asked for is done with. */
  choose: (tab: ReviewTab) => void
  close: () => void
  subscribe: (listener: () => void) => () => void
  /** How many threads hold comments that the person has not read. */
  unread: () => number
  countsAt: (node: string) => OpenCounts
  onCounts: (node: string, listener: () => void) => () => void
  setUnread: (count: number) => void
  setCounts: (counts: ReadonlyMap<string, OpenCounts>) => void
}

const none: OpenCounts = { threads: 0, amendments: 0 }

export function createReview(): Review {
  const listeners = new Set<() => void>()
  const countListeners = new Map<string, Set<() => void>>()
  let view: ReviewView | null = null
  let lastTab: ReviewTab = 'threads'
  let unread = 0
  let counts: ReadonlyMap<string, OpenCounts> = new Map()

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const set = (next: ReviewView | null) => {
    if (next === null && view === null) return
    view = next
    if (next !== null) lastTab = next.tab
    tell()
  }
  return {
    current: () => view,
    open: (ask, { byKeyboard = false } = {}) => set({ tab: ask.tab, ask, byKeyboard }),
    show: (byKeyboard) => set({ tab: lastTab, ask: null, byKeyboard }),
    choose: (tab) => set({ tab, ask: null, byKeyboard: view?.byKeyboard ?? false }),
    close: () => set(null),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    unread: () => unread,
    countsAt: (node) => counts.get(node) ?? none,
    onCounts: (node, listener) => listen(countListeners, node, listener),
    setUnread(count) {
      if (count === unread) return
      unread = count
      tell()
    },
    setCounts(next) {
      const before = counts
      // The same object for the same counts: only what changed is drawn again.
      counts = new Map(
        [...next].map(([node, count]) => {
          const known = before.get(node)
          return [node, known !== undefined && isSame(known, count) ? known : count]
        }),
      )
      for (const node of new Set([...before.keys(), ...counts.keys()])) {
        if (before.get(node) === counts.get(node)) continue
        for (const listener of countListeners.get(node) ?? []) listener()
      }
    },
  }
}

function isSame(a: OpenCounts, b: OpenCounts): boolean {
  return a.threads === b.threads && a.amendments === b.amendments
}
