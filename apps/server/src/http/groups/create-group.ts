import { newWorkingGroupSchema, workingGroupIdSchema, workingGroupSchema } from '@concerte/api'
import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'
import { nanoid } from 'nanoid'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/groups',
  summary: 'Make a working group: its members write its axes, and no others (leads)',
  request: { params: projectParameters, ...jsonBody(newWorkingGroupSchema) },
  responses: answers('The group; its members reconnect with their new rights', workingGroupSchema),
})

export function addCreateGroup(
  api: Api,
  access: Access,
  { groups }: Pick<Storage, 'groups'>,
  rooms: Pick<PlanRooms, 'disconnect'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'lead')
    const group = { id: workingGroupIdSchema.parse(nanoid()), ...c.req.valid('json') }
    if ((await groups.add(projectId, group, user.id)) === 'not-a-member') throw new ApiError('not-a-member')
    for (const userId of group.members) rooms.disconnect(projectId, closeCodes.roleChanged, userId)
    return c.json(group, 200)
  })
}
