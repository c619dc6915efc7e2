import type { ProjectId, UserId } from '@concerte/api'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'

import { sessionQuery } from '../../../api/session.ts'
import { addComment, startThread, threadsQuery } from '../../../api/threads.ts'
import { createOutbox, type Outbox, type Outgoing } from './outbox.ts'
import { showThread } from './show-thread.ts'

const outboxes = new WeakMap<QueryClient, { user: UserId; outbox: Outbox }>()

/** The one of this page for whoever is signed in. */
export function outboxOf(queries: QueryClient, user: UserId): Outbox {
  const known = outboxes.get(queries)
  if (known?.user === user) return known.outbox
  const outbox = createOutbox({
    user,
    send: ({ projectId, at: _at, refusal: _refusal, ...item }) => {
      if (item.type === 'thread') {
        const { type: _type, ...thread } = item
        return startThread(projectId, thread)
      }
      const { type: _type, threadId, ...comment } = item
      return addComment(projectId, threadId, comment)
    },
    onSent: (project, thread) => void showThread(queries, project, thread),
  })
  outboxes.set(queries, { user, outbox })
  return outbox
}

/** For what stands in a page that asks to be signed in. */
export function useOutbox(): Outbox {
  const queries = useQueryClient()
  const user = useQuery(sessionQuery).data?.user?.id
  return useMemo(() => (user === undefined ? nobodys : outboxOf(queries, user)), [queries, user])
}

/** What waits to be sent of one plan; not what the list of threads has already, before this page is told that it was sent. */
export function useOutgoing(project: ProjectId): readonly Outgoing[] {
  const outbox = useOutbox()
  const all = useSyncExternalStore(outbox.subscribe, outbox.list)
  // Whoever shows threads asks for them.
  const { data: threads } = useQuery({ ...threadsQuery(project), enabled: false })
  return useMemo(() => {
    const there = new Set<Outgoing['id']>(
      threads?.flatMap(({ id, comments }) => [id, ...comments.map((comment) => comment.id)]),
    )
    return all.filter(({ id, projectId }) => projectId === project && !there.has(id))
  }, [all, project, threads])
}

const nothing: readonly Outgoing[] = []
const nobodys: Outbox = {
  list: () => nothing,
  subscribe: () => () => undefined,
  post: () => Promise.reject(new Error('Nobody is signed in')),
  flush: () => Promise.resolve(),
  drop: () => undefined,
}
