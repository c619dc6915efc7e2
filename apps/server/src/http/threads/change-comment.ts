import { commentWordsSchema, threadSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { answers, jsonBody, type Api } from '../api.ts'
import { commentParameters } from '../parameters.ts'
import { changedThread, excerptOf, type ThreadRoutes } from './thread-routes.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/threads/{threadId}/comments/{commentId}',
  summary: 'Put other words in place of a comment of one’s own',
  request: { params: commentParameters, ...jsonBody(commentWordsSchema) },
  responses: answers('The thread with the comment', threadSchema),
})

export function addChangeComment(api: Api, { access, threads, rooms, notify }: ThreadRoutes): void {
  api.openapi(route, async (c) => {
    const { projectId, threadId, commentId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'comment')
    const { body, mentions } = c.req.valid('json')
    const before = await threads.find(projectId, threadId, user.id)
    const known = before?.comments.find(({ id }) => id === commentId)?.mentions ?? []
    const written = { projectId, threadId, commentId, by: user.id, body, mentions }
    const thread = changedThread(await threads.edit(written))
    rooms.tell(projectId, 'threads')
    // Who was named already is not told again.
    const to = mentions.filter((userId) => known.every((actor) => actor.userId !== userId))
    const excerpt = excerptOf(body)
    const { number } = thread
    const notice = { type: 'mention', by: user.name, threadId, number, commentId, excerpt } as const
    await notify({ projectId, to, by: user.id, notice })
    return c.json(thread, 200)
  })
}
