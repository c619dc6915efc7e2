import { planPhaseSchema } from '@concerte/api'
import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/phase',
  summary: 'Bring a plan to another phase; nobody writes in one that is final (leads)',
  request: { params: projectParameters, ...jsonBody(planPhaseSchema) },
  responses: emptyAnswer('In this phase, now or before; open plans reconnect with the rights of the phase'),
})

export function addChangePhase(
  api: Api,
  access: Access,
  { rights, trail }: Pick<Storage, 'rights' | 'trail'>,
  rooms: Pick<PlanRooms, 'disconnect'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user, project } = await access.toPermitted(c, projectId, 'manage')
    const { phase } = c.req.valid('json')
    if (await rights.setPhase(projectId, phase)) {
      rooms.disconnect(projectId, closeCodes.roleChanged)
      const event = { type: 'phase-changed', from: project.phase, to: phase } as const
      await trail.add({ projectId, userId: user.id, event })
    }
    return c.body(null, 204)
  })
}
