import { planPhaseSchema } from '@concerte/api'
import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Notify } from '../../notices/notify.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/phase',
  summary: 'Bring a plan to another phase; final is reached by sealing, and left by reopening (leads)',
  request: { params: projectParameters, ...jsonBody(planPhaseSchema) },
  responses: emptyAnswer('In this phase, now or before; open plans reconnect with the rights of the phase'),
})

export function addChangePhase(
  api: Api,
  options: {
    access: Access
    storage: Pick<Storage, 'approvals' | 'members' | 'phases'>
    rooms: Pick<PlanRooms, 'disconnect' | 'tell'>
    notify: Notify
  },
): void {
  const { access, storage, rooms, notify } = options

  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user, project } = await access.toPermitted(c, projectId, 'manage')
    const { phase } = c.req.valid('json')
    if (phase === project.phase) return c.body(null, 204)
    if (phase === 'final') throw new ApiError('seal-needed')
    if (project.phase === 'final') throw new ApiError('reopening-needed')
    const moved = await storage.phases.move(projectId, phase, user.id)
    if (moved === null) return c.body(null, 204)
    rooms.disconnect(projectId, closeCodes.roleChanged)
    rooms.tell(projectId, 'phase')
    const approvers = (await storage.approvals.approvers(projectId)).map(({ userId }) => userId)
    const asked = phase === 'validation' ? approvers : []
    const others = (await storage.members.list(projectId))
      .map(({ userId }) => userId)
      .filter((id) => !asked.includes(id))
    const by = user.name
    await notify({ projectId, to: asked, by: user.id, notice: { type: 'approval', by } })
    await notify({ projectId, to: others, by: user.id, notice: { type: 'phase', by, phase } })
    return c.body(null, 204)
  })
}
