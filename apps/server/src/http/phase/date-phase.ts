import { phaseDaysSchema } from '@concerte/api'
import type { PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import type { PhaseStore } from '../../storage/validation-port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, jsonBody, type Api } from '../api.ts'
import { phaseParameters } from '../parameters.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/phases/{phase}',
  summary: 'Set the days that are meant for a phase (leads)',
  request: { params: phaseParameters, ...jsonBody(phaseDaysSchema) },
  responses: emptyAnswer('These days, now or before'),
})

export function addDatePhase(
  api: Api,
  access: Access,
  phases: Pick<PhaseStore, 'setDates'>,
  rooms: Pick<PlanRooms, 'tell'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId, phase } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'manage')
    const isChange = await phases.setDates(projectId, { phase, ...c.req.valid('json') }, user.id)
    if (isChange) rooms.tell(projectId, 'phase')
    return c.body(null, 204)
  })
}
