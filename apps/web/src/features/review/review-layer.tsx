import type { Amendment, Thread } from '@concerte/api'
import { amendmentNode } from '@concerte/schema'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'

import { amendmentsQuery } from '../../api/amendments.ts'
import { threadsQuery } from '../../api/threads.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { usePageKey } from '../plan/keys/page-keys.ts'
import { usePlan } from '../plan/plan-context.ts'
import { usePermission } from '../plan/rights/use-permission.ts'
import { useNews } from '../plan/session/use-news.ts'
import { coverNode, placeOfKey } from '../plan/store/place.ts'
import { standBookOf } from './books.ts'
import { chosenWords, subjectOf } from './chosen-words.ts'
import { reviewMessages } from './messages.ts'
import { useOutbox } from './outbox/use-outbox.ts'
import type { OpenCounts } from './review-store.ts'
import { SelectionBar } from './selection-bar.tsx'
import type { StandBook } from './stand-book.ts'
import { paintThreads } from './thread-marks.ts'
import { nodeOf } from './thread-place.ts'
import { useAddressedThread } from './use-addressed-thread.ts'
import { isUnread } from './use-threads.ts'

/** What review lays over a live plan: marks on words, how much hangs on each node, the bar at selected words, and its key. */
export default function ReviewLayer({
  root,
  isAsked,
}: {
  root: HTMLElement
  /** Its key was pressed before it was there. */
  isAsked: boolean
  onGiveUp: () => void
}) {
  const t = useMessages(reviewMessages)
  const tools = usePlan()
  const { projectId, store, review, commands } = tools
  const threads = useQuery(threadsQuery(projectId))
  const amendments = useQuery(amendmentsQuery(projectId))
  const mayComment = usePermission('comment')
  const book = standBookOf(store)
  const outbox = useOutbox()
  // For the panel too, which asks the same queries: one request a piece of news.
  useNews('threads', () => {
    // Also when the line is back.
    void outbox.flush()
    return threads.refetch()
  })
  useNews('amendments', () => amendments.refetch())
  useAddressedThread(threads.data, () => commands.say({ text: t.unknownThread, canUndo: false }))

  const { data } = threads
  useEffect(() => {
    if (data === undefined) return
    book.setThreads(data)
    review.setUnread(data.filter((thread) => thread.subject.type !== 'amendment' && isUnread(thread)).length)
  }, [book, review, data])
  const proposed = amendments.data
  useEffect(() => {
    const count = () => review.setCounts(countOpen(book, data ?? [], proposed ?? []))
    count()
    return book.subscribe((_places, isElsewhere) => isElsewhere && count())
  }, [book, review, data, proposed])
  useEffect(() => paintThreads(root, store, book), [root, store, book])
  useEffect(() => {
    // While the panel shows the threads, it follows the words that one puts the caret in.
    const onClick = () => {
      const selection = getSelection()
      if (review.current()?.tab !== 'threads' || selection?.isCollapsed !== true) return
      const at = selection.anchorNode
      const element = (at instanceof Element ? at : at?.parentElement)?.closest('[data-text]')
      const key = element?.getAttribute('data-text')
      if (at === null || element == null || key == null) return
      const found = threadAt(book, key, element, selection)
      if (found !== undefined) review.open({ tab: 'threads', thread: found })
    }
    root.addEventListener('click', onClick)
    return () => root.removeEventListener('click', onClick)
  }, [root, review, book])

  const comment = () => {
    if (!mayComment) return false
    const chosen = chosenWords(tools, root)
    const field = document.activeElement?.closest('[data-text], [data-value]')
    const key = field?.getAttribute('data-text') ?? field?.getAttribute('data-value')
    const node = key == null ? nodeAround(document.activeElement) : placeOfKey(key).node
    const compose =
      chosen === null ? ({ type: 'node', node: node ?? coverNode } as const) : subjectOf(tools, chosen)
    review.open({ tab: 'threads', compose }, { byKeyboard: true })
    return true
  }
  usePageKey('comment', comment)
  const commentAtOnce = useEffectEvent(comment)
  useEffect(() => {
    if (isAsked) commentAtOnce()
    // Once, as it comes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return <SelectionBar root={root} />
}

/** The node whose part of the page has the focus. */
function nodeAround(element: Element | null): string | null {
  const id = element?.closest('[id^="n-"]')?.id
  return id === undefined ? null : id.slice('n-'.length)
}

/** The thread whose words hold the caret. */
function threadAt(book: StandBook, key: string, element: Element, selection: Selection) {
  const marked = book.markedIn(key)
  if (marked.length === 0 || selection.anchorNode === null) return undefined
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(selection.anchorNode, selection.anchorOffset)
  const at = before.toString().length
  // The page has no breaks between paragraphs, which the words have: near enough to tell which thread is meant.
  const breaks = before.cloneContents().querySelectorAll('p').length - 1
  const unit = at + Math.max(0, breaks)
  return marked.find(({ range }) => range.start <= unit && unit <= range.end)?.thread
}

/** How many open threads and amendments hang on each node. */
function countOpen(
  book: StandBook,
  threads: readonly Thread[],
  amendments: readonly Amendment[],
): Map<string, OpenCounts> {
  const counts = new Map<string, OpenCounts>()
  const add = (node: string | null, what: keyof OpenCounts) => {
    if (node === null) return
    const known = counts.get(node) ?? { threads: 0, amendments: 0 }
    counts.set(node, { ...known, [what]: known[what] + 1 })
  }
  for (const { id, resolved } of threads) if (resolved === null) add(nodeOf(book.standing(id)), 'threads')
  for (const { proposal, fate } of amendments)
    if (fate.type === 'open') add(amendmentNode(proposal), 'amendments')
  return counts
}
