import type {
  CommentId,
  NewComment,
  NewThread,
  Thread,
  ThreadChange,
  ThreadId,
  threadListSchema,
} from '@concerte/api'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'

import * as api from '../../api/threads.ts'
import { usePlan } from '../plan/plan-context.ts'

type Answer = z.infer<typeof threadListSchema>

/** What one does to threads; each is shown as soon as the server has it. They fail with `ApiError`. */
export function useThreadDeeds() {
  const { projectId } = usePlan()
  const queries = useQueryClient()
  return useMemo(() => {
    const { queryKey } = api.threadsQuery(projectId)
    const show = (thread: Thread): Thread => {
      // What was asked before is older than this.
      void queries.cancelQueries({ queryKey })
      queries.setQueryData<Answer>(queryKey, (known) => {
        const threads = known?.threads ?? []
        const isKnown = threads.some(({ id }) => id === thread.id)
        return {
          threads: isKnown
            ? threads.map((other) => (other.id === thread.id ? thread : other))
            : [...threads, thread],
        }
      })
      return thread
    }
    return {
      start: async (thread: NewThread) => show(await api.startThread(projectId, thread)),
      change: async (id: ThreadId, change: ThreadChange) =>
        show(await api.changeThread(projectId, id, change)),
      reply: async (id: ThreadId, comment: NewComment) => show(await api.addComment(projectId, id, comment)),
      edit: async (id: ThreadId, comment: NewComment & { commentId: CommentId }) =>
        show(await api.changeComment(projectId, id, comment)),
      async remove(id: ThreadId, comment: CommentId) {
        await api.removeComment(projectId, id, comment)
        await queries.invalidateQueries({ queryKey })
      },
      async markRead(thread: Thread) {
        const upTo = thread.comments.at(-1)?.number ?? 0
        if (upTo <= thread.readUpTo) return
        show({ ...thread, readUpTo: upTo })
        await api.markRead(projectId, thread.id, upTo)
      },
    }
  }, [projectId, queries])
}

export function isUnread({ comments, readUpTo }: Thread): boolean {
  return (comments.at(-1)?.number ?? 0) > readUpTo
}
