import { createRoute } from '@hono/zod-openapi'

import { emptyAnswer, type Api } from '../api.ts'
import { commentParameters } from '../parameters.ts'
import { changedThread, type ThreadRoutes } from './thread-routes.ts'

const route = createRoute({
  method: 'delete',
  path: '/api/projects/{projectId}/threads/{threadId}/comments/{commentId}',
  summary: 'Take away the words of a comment of one’s own; its place in the thread stays',
  request: { params: commentParameters },
  responses: emptyAnswer('Taken away, from what people were told of it too'),
})

export function addRemoveComment(api: Api, { access, threads, notifications, rooms }: ThreadRoutes): void {
  api.openapi(route, async (c) => {
    const { projectId, threadId, commentId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'comment')
    changedThread(await threads.empty({ projectId, threadId, commentId, by: user.id }))
    await notifications.forgetComment(projectId, commentId)
    rooms.tell(projectId, 'threads')
    return c.body(null, 204)
  })
}
