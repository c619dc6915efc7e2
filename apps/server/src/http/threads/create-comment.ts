import { commentIdSchema, newCommentSchema, threadSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'
import { nanoid } from 'nanoid'

import { answers, jsonBody, type Api } from '../api.ts'
import { threadParameters } from '../parameters.ts'
import { changedThread, isRepeated, tellOfComment, type ThreadRoutes } from './thread-routes.ts'

const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/threads/{threadId}/comments',
  summary: 'Reply in a thread (reviewers, editors, leads)',
  request: { params: threadParameters, ...jsonBody(newCommentSchema) },
  responses: answers('The thread with the comment', threadSchema),
})

export function addCreateComment(api: Api, routes: ThreadRoutes): void {
  const { access, threads, rooms } = routes
  api.openapi(route, async (c) => {
    const { projectId, threadId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'comment')
    const { id: commentId = commentIdSchema.parse(nanoid()), body, mentions } = c.req.valid('json')
    const written = { projectId, threadId, commentId, by: user.id, body, mentions }
    const result = await threads.reply(written)
    const thread = changedThread(result)
    if (isRepeated(result)) return c.json(thread, 200)
    rooms.tell(projectId, 'threads')
    await tellOfComment(routes, { ...written, number: thread.number, user, assigneeId: null })
    return c.json(thread, 200)
  })
}
