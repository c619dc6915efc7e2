import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { axisName } from '../../plan.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, type Api } from '../api.ts'
import { axisParameters } from '../parameters.ts'

const route = createRoute({
  method: 'delete',
  path: '/api/projects/{projectId}/locks/{axisId}',
  summary: 'Unlock an axis (leads)',
  request: { params: axisParameters },
  responses: emptyAnswer('Not locked, now or before; open plans reconnect'),
})

export function addUnlockAxis(
  api: Api,
  access: Access,
  { locks }: Pick<Storage, 'locks'>,
  rooms: Pick<PlanRooms, 'disconnect' | 'look'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId, axisId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'lead')
    const axis = await rooms.look(projectId, (doc) => axisName(doc, axisId))
    const wasLocked = await locks.unlock({ projectId, axisId, axis, by: user.id })
    if (wasLocked) rooms.disconnect(projectId, closeCodes.roleChanged)
    return c.body(null, 204)
  })
}
