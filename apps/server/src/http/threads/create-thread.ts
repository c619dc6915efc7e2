import { commentIdSchema, newThreadSchema, threadIdSchema, threadSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'
import { nanoid } from 'nanoid'

import { answers, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'
import { changedThread, isRepeated, tellOfComment, type ThreadRoutes } from './thread-routes.ts'

const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/threads',
  summary: 'Begin a thread on a place of a plan or on an amendment (reviewers, editors, leads)',
  request: { params: projectParameters, ...jsonBody(newThreadSchema) },
  responses: answers('The thread', threadSchema),
})

export function addCreateThread(api: Api, routes: ThreadRoutes): void {
  const { access, threads, rooms } = routes
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'comment')
    const { id: threadId = threadIdSchema.parse(nanoid()), ...sent } = c.req.valid('json')
    const { subject, body, mentions, assigneeId = null } = sent
    const commentId = commentIdSchema.parse(nanoid())
    const written = { projectId, threadId, commentId, by: user.id, body, mentions }
    const result = await threads.add({ ...written, subject, assigneeId })
    const thread = changedThread(result)
    if (isRepeated(result)) return c.json(thread, 200)
    rooms.tell(projectId, 'threads')
    await tellOfComment(routes, { ...written, number: thread.number, user, assigneeId })
    return c.json(thread, 200)
  })
}
