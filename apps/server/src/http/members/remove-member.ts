import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import { hasRole, type Access } from '../access.ts'
import { emptyAnswer, type Api } from '../api.ts'
import { memberParameters } from '../parameters.ts'

const route = createRoute({
  method: 'delete',
  path: '/api/projects/{projectId}/members/{userId}',
  summary: 'Take a member out of a plan (leads), or leave it oneself',
  request: { params: memberParameters },
  responses: emptyAnswer('Removed; the open plans of the former member are closed'),
})

export function addRemoveMember(
  api: Api,
  access: Access,
  { members }: Pick<Storage, 'members'>,
  rooms: Pick<PlanRooms, 'disconnect'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId, userId } = c.req.valid('param')
    const { user, role } = await access.toProject(c, projectId, 'reader')
    if (user.id !== userId && !hasRole(role, 'lead')) throw new ApiError('forbidden')
    const result = await members.remove({ projectId, userId, lastLeadMayGo: user.admin, by: user.id })
    if (result !== 'changed') throw new ApiError(result)
    rooms.disconnect(projectId, closeCodes.forbidden, userId)
    return c.body(null, 204)
  })
}
