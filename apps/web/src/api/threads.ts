import {
  threadListSchema,
  threadSchema,
  type CommentId,
  type CommentWords,
  type NewComment,
  type NewThread,
  type ProjectId,
  type Thread,
  type ThreadChange,
  type ThreadId,
} from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { projectPath } from './projects.ts'
import { getJson, sendJson, sendOnly } from './request.ts'

/** All threads of a plan, the oldest first. */
export const threadsQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'threads'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/threads`, threadListSchema, { signal }),
    select: (answer) => answer.threads,
  })

export function startThread(project: ProjectId, thread: NewThread): Promise<Thread> {
  return sendJson('POST', `${projectPath(project)}/threads`, thread, threadSchema)
}

export function changeThread(project: ProjectId, id: ThreadId, change: ThreadChange): Promise<Thread> {
  return sendJson('PATCH', threadPath(project, id), change, threadSchema)
}

export function addComment(project: ProjectId, id: ThreadId, comment: NewComment): Promise<Thread> {
  return sendJson('POST', `${threadPath(project, id)}/comments`, comment, threadSchema)
}

export function changeComment(
  project: ProjectId,
  id: ThreadId,
  { commentId, ...comment }: CommentWords & { commentId: CommentId },
): Promise<Thread> {
  return sendJson(
    'PUT',
    `${threadPath(project, id)}/comments/${encodeURIComponent(commentId)}`,
    comment,
    threadSchema,
  )
}

export function removeComment(project: ProjectId, id: ThreadId, comment: CommentId): Promise<void> {
  return sendOnly('DELETE', `${threadPath(project, id)}/comments/${encodeURIComponent(comment)}`)
}

/** Remembers that the person has read a thread up to a comment. */
export function markRead(project: ProjectId, id: ThreadId, upTo: number): Promise<void> {
  return sendOnly('PUT', `${threadPath(project, id)}/read`, { upTo })
}

function threadPath(project: ProjectId, id: ThreadId): string {
  return `${projectPath(project)}/threads/${encodeURIComponent(id)}`
}
