import { memberChangeSchema } from '@concerte/api'
import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Notify } from '../../notices/notify.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, jsonBody, type Api } from '../api.ts'
import { memberParameters } from '../parameters.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/members/{userId}',
  summary: 'Give a member another role (leads)',
  request: { params: memberParameters, ...jsonBody(memberChangeSchema) },
  responses: emptyAnswer('Changed; the open plans of the member reconnect with the new role'),
})

export function addChangeMember(
  api: Api,
  access: Access,
  { members }: Pick<Storage, 'members'>,
  rooms: Pick<PlanRooms, 'disconnect'>,
  notify: Notify,
): void {
  api.openapi(route, async (c) => {
    const { projectId, userId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'lead')
    const { role } = c.req.valid('json')
    const change = { projectId, userId, role, lastLeadMayGo: user.admin, by: user.id }
    const result = await members.setRole(change)
    if (result === 'unchanged') return c.body(null, 204)
    if (result !== 'changed') throw new ApiError(result)
    rooms.disconnect(projectId, closeCodes.roleChanged, userId)
    const notice = { type: 'role', by: user.name, role } as const
    await notify({ projectId, to: [userId], by: user.id, notice })
    return c.body(null, 204)
  })
}
