import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { axisName } from '../../plan.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, type Api } from '../api.ts'
import { axisParameters } from '../parameters.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/locks/{axisId}',
  summary: 'Lock an axis: nobody writes in it, leads neither (leads)',
  request: { params: axisParameters },
  responses: emptyAnswer('Locked, now or before; open plans reconnect'),
})

export function addLockAxis(
  api: Api,
  access: Access,
  { locks }: Pick<Storage, 'locks'>,
  rooms: Pick<PlanRooms, 'disconnect' | 'look'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId, axisId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'lead')
    const axis = await rooms.look(projectId, (doc) => axisName(doc, axisId))
    const isNew = await locks.lock({ projectId, axisId, axis, by: user.id })
    if (isNew) rooms.disconnect(projectId, closeCodes.roleChanged)
    return c.body(null, 204)
  })
}
