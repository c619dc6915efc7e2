import { threadChangeSchema, threadSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { answers, jsonBody, type Api } from '../api.ts'
import { threadParameters } from '../parameters.ts'
import { changedThread, excerptOf, type ThreadRoutes } from './thread-routes.ts'

const route = createRoute({
  method: 'patch',
  path: '/api/projects/{projectId}/threads/{threadId}',
  summary: 'Resolve or reopen a thread, or ask somebody to see to it (reviewers, editors, leads)',
  request: { params: threadParameters, ...jsonBody(threadChangeSchema) },
  responses: answers('The thread', threadSchema),
})

export function addChangeThread(api: Api, { access, threads, rooms, notify }: ThreadRoutes): void {
  api.openapi(route, async (c) => {
    const { projectId, threadId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'comment')
    const { resolved, assigneeId } = c.req.valid('json')
    const before = await threads.find(projectId, threadId, user.id)
    const thread = changedThread(
      await threads.change({ projectId, threadId, by: user.id, resolved, assigneeId }),
    )
    rooms.tell(projectId, 'threads')
    const { assignee, comments } = thread
    if (assignee !== null && assignee.userId !== before?.assignee?.userId) {
      const first = comments.find(({ deletedAt }) => deletedAt === null)
      const excerpt = excerptOf(first?.body ?? '')
      const about = first === undefined ? {} : { commentId: first.id }
      const notice = {
        type: 'assignment',
        by: user.name,
        threadId,
        number: thread.number,
        ...about,
        excerpt,
      } as const
      await notify({ projectId, to: [assignee.userId], by: user.id, notice })
    }
    return c.json(thread, 200)
  })
}
