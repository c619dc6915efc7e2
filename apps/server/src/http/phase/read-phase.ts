import { phaseStorySchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { PhaseStore } from '../../storage/validation-port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/phase',
  summary: 'The phase of a plan, the days that are meant for each, and who brought it from one to another',
  request: { params: projectParameters },
  responses: answers('The phase', phaseStorySchema),
})

export function addReadPhase(api: Api, access: Access, phases: Pick<PhaseStore, 'dates' | 'moves'>): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { project } = await access.toProject(c, projectId, 'reader')
    const [dates, moves] = [await phases.dates(projectId), await phases.moves(projectId)]
    return c.json({ phase: project.phase, dates, moves }, 200)
  })
}
