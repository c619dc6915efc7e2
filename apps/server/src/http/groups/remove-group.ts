import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, type Api } from '../api.ts'
import { groupParameters } from '../parameters.ts'

const route = createRoute({
  method: 'delete',
  path: '/api/projects/{projectId}/groups/{groupId}',
  summary: 'Dissolve a working group; its members stay in the plan (leads)',
  request: { params: groupParameters },
  responses: emptyAnswer('Dissolved; its former members reconnect with other rights'),
})

export function addRemoveGroup(
  api: Api,
  access: Access,
  { groups }: Pick<Storage, 'groups'>,
  rooms: Pick<PlanRooms, 'disconnect'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId, groupId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'lead')
    const result = await groups.remove(projectId, groupId, user.id)
    if (result.type !== 'changed') throw new ApiError(result.type)
    for (const userId of result.former) rooms.disconnect(projectId, closeCodes.roleChanged, userId)
    return c.body(null, 204)
  })
}
