import { projectSummarySchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}',
  summary: 'What the list shows of one plan',
  request: { params: projectParameters },
  responses: answers('The plan', projectSummarySchema),
})

export function addReadProject(api: Api, access: Access): void {
  api.openapi(route, async (c) => {
    const { project, role } = await access.toProject(c, c.req.valid('param').projectId, 'reader')
    return c.json({ ...project, role }, 200)
  })
}
