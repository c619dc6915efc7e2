import { newWorkingGroupSchema } from '@concerte/api'
import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, jsonBody, type Api } from '../api.ts'
import { groupParameters } from '../parameters.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/groups/{groupId}',
  summary: 'Put another name, other members and other axes in place of those of a working group (leads)',
  request: { params: groupParameters, ...jsonBody(newWorkingGroupSchema) },
  responses: emptyAnswer('Changed; who is or was in the group reconnects with other rights'),
})

export function addChangeGroup(
  api: Api,
  access: Access,
  { groups }: Pick<Storage, 'groups'>,
  rooms: Pick<PlanRooms, 'disconnect'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId, groupId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'lead')
    const group = { id: groupId, ...c.req.valid('json') }
    const result = await groups.change(projectId, group, user.id)
    if (result.type !== 'changed') throw new ApiError(result.type)
    for (const userId of new Set([...result.former, ...group.members])) {
      rooms.disconnect(projectId, closeCodes.roleChanged, userId)
    }
    return c.body(null, 204)
  })
}
