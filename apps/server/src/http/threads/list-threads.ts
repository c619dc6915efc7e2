import { threadListSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/threads',
  summary: 'What is said of a plan: every thread with its comments',
  request: { params: projectParameters },
  responses: answers('The threads, the oldest first', threadListSchema),
})

export function addListThreads(api: Api, access: Access, { threads }: Pick<Storage, 'threads'>): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'reader')
    return c.json({ threads: await threads.list(projectId, user.id) }, 200)
  })
}
