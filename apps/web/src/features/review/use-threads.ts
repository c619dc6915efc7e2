import {
  commentIdSchema,
  threadIdSchema,
  type CommentId,
  type CommentWords,
  type Thread,
  type ThreadChange,
  type ThreadId,
  type ThreadSubject,
} from '@concerte/api'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import * as api from '../../api/threads.ts'
import { newId } from '../../offline/new-id.ts'
import { usePlan } from '../plan/plan-context.ts'
import { showThread } from './outbox/show-thread.ts'
import { useOutbox } from './outbox/use-outbox.ts'

/**
 * What one does to threads; each is shown as soon as the server has it. They fail with `ApiError`. What one says is kept on the device
 * until the server has it: `start` and `reply` resolve to null while it waits there.
 */
export function useThreadDeeds() {
  const { projectId } = usePlan()
  const queries = useQueryClient()
  const outbox = useOutbox()
  return useMemo(() => {
    const { queryKey } = api.threadsQuery(projectId)
    const show = (thread: Thread) => showThread(queries, projectId, thread)
    const said = (words: CommentWords) => {
      return { projectId, at: new Date().toISOString(), refusal: null, ...words } as const
    }
    return {
      start: async (subject: ThreadSubject, words: CommentWords) =>
        outbox.post({ type: 'thread', id: threadIdSchema.parse(newId()), subject, ...said(words) }),
      reply: async (threadId: ThreadId, words: CommentWords) =>
        outbox.post({ type: 'reply', id: commentIdSchema.parse(newId()), threadId, ...said(words) }),
      change: async (id: ThreadId, change: ThreadChange) =>
        show(await api.changeThread(projectId, id, change)),
      edit: async (id: ThreadId, comment: CommentWords & { commentId: CommentId }) =>
        show(await api.changeComment(projectId, id, comment)),
      async remove(id: ThreadId, comment: CommentId) {
        await api.removeComment(projectId, id, comment)
        await queries.invalidateQueries({ queryKey })
      },
      async markRead(thread: Thread) {
        const upTo = thread.comments.at(-1)?.number ?? 0
        if (upTo <= thread.readUpTo) return
        const sent = api.markRead(projectId, thread.id, upTo)
        showThread(queries, projectId, { ...thread, readUpTo: upTo }, sent)
        await sent
      },
    }
  }, [projectId, queries, outbox])
}

export function isUnread({ comments, readUpTo }: Thread): boolean {
  return (comments.at(-1)?.number ?? 0) > readUpTo
}
