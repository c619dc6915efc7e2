import { threadReadSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, jsonBody, type Api } from '../api.ts'
import { threadParameters } from '../parameters.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/threads/{threadId}/read',
  summary: 'Remember how far the caller has read in a thread',
  request: { params: threadParameters, ...jsonBody(threadReadSchema) },
  responses: emptyAnswer('Remembered; it never goes back'),
})

export function addMarkThreadRead(api: Api, access: Access, { threads }: Pick<Storage, 'threads'>): void {
  api.openapi(route, async (c) => {
    const { projectId, threadId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'reader')
    const { upTo } = c.req.valid('json')
    const isKnown = await threads.markRead({ projectId, threadId, userId: user.id, upTo })
    if (!isKnown) throw new ApiError('not-found')
    return c.body(null, 204)
  })
}
