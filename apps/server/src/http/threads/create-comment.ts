import { commentIdSchema, newCommentSchema, threadSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'
import { nanoid } from 'nanoid'

import { answers, jsonBody, type Api } from '../api.ts'
import { threadParameters } from '../parameters.ts'
import { changedThread, tellOfComment, type ThreadRoutes } from './thread-routes.ts'

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
    const { body, mentions } = c.req.valid('json')
    const commentId = commentIdSchema.parse(nanoid())
    const written = { projectId, threadId, commentId, by: user.id, body, mentions }
    const thread = changedThread(await threads.reply(written))
    rooms.tell(projectId, 'threads')
    await tellOfComment(routes, { ...written, number: thread.number, user, assigneeId: null })
    return c.json(thread, 200)
  })
}
