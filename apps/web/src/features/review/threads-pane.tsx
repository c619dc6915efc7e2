import type { Thread, ThreadId } from '@concerte/api'
import type { Subject } from '@concerte/schema'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'

import { sessionQuery } from '../../api/session.ts'
import { threadsQuery } from '../../api/threads.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { NothingHere } from '../../ui/nothing-here.tsx'
import unseen from '../../ui/unseen.module.css'
import { focusPanelHeading } from '../plan/page/focus-side-panel.ts'
import { usePlan } from '../plan/plan-context.ts'
import { coverNode } from '../plan/store/place.ts'
import { usePermission } from '../plan/rights/use-permission.ts'
import { standBookOf } from './books.ts'
import { goToThread } from './go-to-thread.ts'
import { reviewMessages } from './messages.ts'
import { axisOfNode } from './node-above.ts'
import { NewThread } from './new-thread.tsx'
import type { Outgoing } from './outbox/outbox.ts'
import { OutgoingList } from './outbox/outgoing-list.tsx'
import { useOutgoing } from './outbox/use-outbox.ts'
import type { ReviewAsk } from './review-store.ts'
import styles from './review.module.css'
import { ThreadCard } from './thread-card.tsx'
import { isWanted, noFilter, type ThreadFilter } from './thread-filter.ts'
import { markThread } from './thread-marks.ts'
import { compareOrder, nodeOf, pageOrder } from './thread-place.ts'
import { ThreadsFilters } from './threads-filters.tsx'
import { useThreadNews } from './use-thread-news.ts'
import { useThreadPlaces } from './use-thread-places.ts'

/** How many threads are shown at first, and more of them at a time. */
const step = 40

type Ask = Extract<ReviewAsk, { tab: 'threads' }>

/** What is said of the plan, in the order of the page. */
export default function ThreadsPane({ ask, isLive }: { ask: Ask | null; isLive: boolean }) {
  const t = useMessages(reviewMessages)
  const tools = usePlan()
  const { projectId, store } = tools
  const threads = useQuery(threadsQuery(projectId))
  const me = useQuery(sessionQuery).data?.user?.id
  const mayComment = usePermission('comment') && isLive
  const outgoing = useOutgoing(projectId)
  const places = useThreadPlaces()
  const news = useThreadNews(threads.data, me, places.wordsOf)
  const [filter, setFilter] = useState<ThreadFilter>(noFilter)
  const [shown, setShown] = useState(step)
  const [opened, setOpened] = useState<ThreadId | null>(null)
  const [composed, setComposed] = useState<Subject | null>(null)
  const [asked, setAsked] = useState<Ask | null>(null)
  const pane = useRef<HTMLDivElement>(null)
  if (asked !== ask) {
    setAsked(ask)
    if (ask?.compose !== undefined) setComposed(ask.compose)
    if (ask?.thread !== undefined) {
      setOpened(ask.thread)
      setFilter({ ...noFilter, state: 'all' })
    } else if (ask?.node !== undefined) setFilter({ ...noFilter, node: ask.node })
  }

  const all = threads.data
  const listed = useMemo(() => {
    const structure = store.structure()
    const found = (all ?? [])
      .filter(({ subject }) => subject.type !== 'amendment')
      .map((thread) => {
        const standing = places.standingOf(thread.id)
        const node = nodeOf(standing)
        return { thread, standing, node, axis: node === null ? null : axisOfNode(structure, node) }
      })
      // The one that is open stays, also when it is resolved or read.
      .filter(({ thread, ...about }) => thread.id === opened || isWanted(thread, filter, { me, ...about }))
    const orders = new Map(found.map(({ thread, node }) => [thread.id, pageOrder(store, node)]))
    return found.toSorted((a, b) => {
      const byPage = compareOrder(orders.get(a.thread.id) ?? [], orders.get(b.thread.id) ?? [])
      if (byPage !== 0) return byPage
      const [from, other] = [a, b].map(({ standing }) => (standing?.type === 'text' ? standing.from : 0))
      return (from ?? 0) - (other ?? 0) || a.thread.number - b.thread.number
    })
    // Where they stand is read from the book, which has rendered this again.
  }, [all, places, filter, me, opened, store])

  useEffect(() => {
    markThread(opened)
    return () => markThread(null)
  }, [opened])
  useEffect(() => {
    const wanted = asked?.thread
    if (wanted === undefined || all === undefined) return
    goToThread(tools, standBookOf(store).standing(wanted))
    const card = cardOf(pane.current, wanted)
    card?.scrollIntoView({ block: 'nearest' })
    card?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    // Once an ask, as soon as the threads are here.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, all === undefined])

  const saying = outgoing.filter((item) => item.type === 'thread' && item.subject.type !== 'amendment')
  const sayings = <OutgoingList items={saying} placeOf={(item) => places.wordsFor(nodeSaid(item))} />
  const composing = composed !== null && mayComment && (
    <NewThread
      key={JSON.stringify(composed)}
      on={composed}
      onCancel={() => {
        setComposed(null)
        focusPanelHeading()
      }}
      onBegun={(thread) => {
        setComposed(null)
        if (thread === null) return focusPanelHeading()
        setOpened(thread.id)
        // Once the list has it.
        setTimeout(() => cardOf(pane.current, thread.id)?.querySelector<HTMLElement>('button')?.focus(), 0)
      }}
    />
  )
  if (all === undefined) {
    return (
      <div ref={pane} className={styles.pane}>
        {composing}
        {sayings}
        {threads.isError ? (
          <LoadFailure error={threads.error} onRetry={() => void threads.refetch()} />
        ) : (
          <Loading />
        )}
      </div>
    )
  }

  const toggle = (thread: Thread) => {
    setOpened(opened === thread.id ? null : thread.id)
    if (opened !== thread.id) goToThread(tools, places.standingOf(thread.id))
  }
  const isFiltered =
    filter.node !== null || filter.axes !== null || filter.words !== '' || filter.state !== 'open'
  const isBare = all.every(({ subject }) => subject.type === 'amendment')
  const commentWhole = mayComment && composed === null && (
    <Button small look="quiet" onPress={() => setComposed({ type: 'node', node: 'cover' })}>
      {t.whole}
    </Button>
  )
  const rest = listed.length - shown
  const cut = Math.max(shown, listed.findIndex(({ thread }) => thread.id === opened) + 1)
  return (
    <div ref={pane} className={styles.pane}>
      {composing}
      {sayings}
      {!isBare && <ThreadsFilters filter={filter} onChange={setFilter} />}
      <output className={unseen.unseen}>{news}</output>
      {!isBare && (
        <p className={styles.status}>
          {filter.node !== null && `${t.onNode(places.wordsFor(filter.node))} · `}
          {t.count(listed.length)}
          {isFiltered && (
            <button
              type="button"
              className={styles.act}
              onClick={() => setFilter({ ...noFilter, state: 'all' })}
            >
              {t.everything}
            </button>
          )}
        </p>
      )}
      {isBare && composed === null && (
        <NothingHere path="M8 10h32v22H24l-9 8v-8H8z" says={t.empty.none}>
          <p>{mayComment ? t.empty.how : t.empty.read}</p>
          {commentWhole}
        </NothingHere>
      )}
      {!isBare && listed.length === 0 && <p className={styles.note}>{t.empty.filtered}</p>}
      <ul className={styles.cards}>
        {listed.slice(0, cut).map(({ thread, standing }) => (
          <ThreadCard
            key={thread.id}
            thread={thread}
            standing={standing}
            place={places.wordsOf(thread)}
            isOpen={opened === thread.id}
            onToggle={() => toggle(thread)}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button small look="quiet" onPress={() => setShown(shown + step)}>
          {t.more(Math.min(step, rest))}
        </Button>
      )}
      {!isBare && commentWhole}
    </div>
  )
}

/** What a comment that waits hangs on; of an amendment it waits in the amendment. */
function nodeSaid(item: Outgoing): string {
  if (item.type === 'reply' || item.subject.type === 'amendment') return coverNode
  return item.subject.type === 'node' ? item.subject.node : item.subject.anchor.node
}

function cardOf(pane: HTMLElement | null, thread: ThreadId): HTMLElement | null {
  return pane?.querySelector<HTMLElement>(`[data-thread="${CSS.escape(thread)}"]`) ?? null
}
