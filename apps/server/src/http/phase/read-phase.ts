import { planPhaseSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/phase',
  summary: 'The phase of a plan: drafting, review, consultation, validation or final',
  request: { params: projectParameters },
  responses: answers('The phase', planPhaseSchema),
})

export function addReadPhase(api: Api, access: Access): void {
  api.openapi(route, async (c) => {
    const { project } = await access.toProject(c, c.req.valid('param').projectId, 'reader')
    return c.json({ phase: project.phase }, 200)
  })
}
