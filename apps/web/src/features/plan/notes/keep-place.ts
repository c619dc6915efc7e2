import type { NodeId } from '@concerte/schema'
import type { Transaction } from 'yjs'

import { nodeAnchor } from '../page/reveal.ts'
import type { PlanTools } from '../plan-context.ts'
import { holdWhileComposing } from './composing.ts'
import { focusedIn, isFocusLost, type Focused } from './focus-keeper.ts'
import type { QuietNote, QuietNotes } from './quiet-notes.ts'
import { anchorsAround, holdStill, isInWindow, nodeInView, type Anchor } from './scroll-anchor.ts'
import { binnedAt, changedNodes, happeningAt, type NodeChange } from './what-happened.ts'

/** The page as one saw it, just before it shows a change of the structure. */
type Seen = {
  focused: Focused | null
  /** Only where others changed something: one's own changes may move the page, and asking the layout on each Enter would cost. */
  view: View | null
  changes: Map<NodeId, NodeChange>
}

type View = {
  /** What one looks at: where the caret is, if that is in sight, else the middle of the window. */
  looked: string | null
  tops: Map<string, number>
  anchors: Anchor[]
}

/**
 * Keeps a person's place in the page while others move, add and remove around it: the caret stays in its text, on its words,
 * also when the text goes to another axis; what one looks at stays where it is in the window; and what happened to it is said
 * once. Looks at the page only when the structure changes, never on a keystroke.
 */
export function keepPlace(
  root: HTMLElement,
  tools: Pick<PlanTools, 'store' | 'fields' | 'values' | 'presence'>,
  notes: QuietNotes,
): { settle: () => void; stop: () => void } {
  const { store, presence } = tools
  const { plan } = store
  let seen: Seen | null = null
  let count = 0

  function lookAround(focused: Focused | null): View {
    const inView = nodeInView(root)
    const looked = focused !== null && isInWindow(focused.node) ? focused.node : inView
    const anchors = looked === null ? [] : anchorsAround(looked)
    const watched = new Set([focused?.node, looked].filter((node) => typeof node === 'string'))
    const tops = new Map([...watched].map((node) => [node, topOf(node)]))
    return { looked, anchors, tops }
  }

  function onTransaction(transaction: Transaction): void {
    const changes = changedNodes(plan, transaction)
    if (changes.size === 0 && !isStructural(transaction, plan.nodes)) return
    // The page still shows what was before: React comes after the transaction.
    seen ??= { focused: focusedIn(root, tools), view: null, changes: new Map() }
    if (transaction.local) return
    seen.view ??= lookAround(seen.focused)
    for (const [node, change] of changes) seen.changes.set(node, change)
  }
  plan.doc.on('afterTransaction', onTransaction)
  const stopHolding = holdWhileComposing(root, () => {
    const release = store.hold()
    return () => {
      // What was held back is shown only now: one may have gone elsewhere since.
      if (seen !== null) {
        const focused = focusedIn(root, tools)
        seen = { focused, view: seen.view === null ? null : lookAround(focused), changes: seen.changes }
      }
      release()
    }
  })

  function settle(): void {
    if (seen === null) return
    const before = seen
    seen = null
    // After the texts that came with this commit are there, and before it is painted.
    queueMicrotask(() => restore(before))
  }

  function restore(before: Seen): void {
    const { focused, view } = before
    const structure = store.structure()
    const isGone = focused !== null && binnedAt(structure, focused.node) !== null
    const wasLost = focused !== null && isFocusLost()
    if (wasLost && !isGone) focused.restore()
    if (view === null) return
    const { looked } = view
    const happened = [focused?.node, looked].map((node) =>
      typeof node === 'string' ? happeningAt(structure, before.changes, node) : null,
    )
    const follows = focused !== null && looked === focused.node && !isGone
    const anchor = view.anchors.find(
      ({ node }, index) => (follows && index === 0) || happeningAt(structure, before.changes, node) === null,
    )
    if (anchor !== undefined) holdStill(anchor)
    const happening = happened.find((found) => found !== null) ?? null
    if (happening === null || happening.client === plan.doc.clientID) return
    const seenNode = happened[0] === happening ? focused?.node : looked
    count += 1
    notes.show({
      count,
      type: happening.type,
      node: happening.node,
      by: presence.everyone().find(({ client }) => client === happening.client)?.name ?? null,
      // Where it was in the window, which has just been scrolled to stand still.
      top: scrollY + (view.tops.get(seenNode ?? '') ?? innerHeight / 2),
      margin: anchor === undefined ? null : marginBeside(root, anchor.node),
      takesFocus: wasLost && isGone,
      isElsewhere: happening.type !== 'removed' && !isInWindow(happening.node),
    })
  }

  return {
    settle,
    stop() {
      plan.doc.off('afterTransaction', onTransaction)
      stopHolding()
    },
  }
}

/** Where a node is, in pixels from the top of the window; within it, where a note about it is seen. */
function topOf(node: string): number {
  const top = document.getElementById(nodeAnchor(node))?.getBoundingClientRect().top ?? innerHeight / 2
  return Math.max(100, Math.min(top, innerHeight - 200))
}

/** The least and the most that a note is wide, and the room around it, in pixels. */
const [narrowest, widest, room] = [150, 280, 12]

/** The room between the text of a node and the edge of the part of the window that shows the sheet. */
function marginBeside(root: HTMLElement, node: string): QuietNote['margin'] {
  const element = document.getElementById(nodeAnchor(node))
  if (element === null) return null
  const end =
    element.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(element).paddingRight)
  const free = root.getBoundingClientRect().right - end - 2 * room
  return free < narrowest ? null : { left: end + room, width: Math.min(widest, free) }
}

/** A node came, went or changed its place: texts and fields of nodes are told under other keys. */
function isStructural({ changed }: Transaction, nodes: unknown): boolean {
  for (const [type, keys] of changed) {
    const changedType: unknown = type
    if (changedType === nodes) return true
    if (keys.has('trashed') || keys.has('place')) return true
  }
  return false
}
