import { reopeningSchema } from '@concerte/api'
import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Notify } from '../../notices/notify.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/reopening',
  summary: 'Take a final plan up again, saying why; what was sealed stays as it is (leads)',
  request: { params: projectParameters, ...jsonBody(reopeningSchema) },
  responses: emptyAnswer('In the phase that was chosen, in its next revision'),
})

export function addReopenPlan(
  api: Api,
  options: {
    access: Access
    storage: Pick<Storage, 'members' | 'seals'>
    rooms: Pick<PlanRooms, 'disconnect' | 'tell'>
    notify: Notify
  },
): void {
  const { access, storage, rooms, notify } = options

  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'reopen')
    const { phase, reason } = c.req.valid('json')
    const isReopened = await storage.seals.reopen({ projectId, phase, reason, by: user.id })
    // Someone else was quicker.
    if (!isReopened) throw new ApiError('phase-forbids')
    rooms.disconnect(projectId, closeCodes.roleChanged)
    rooms.tell(projectId, 'phase')
    const to = (await storage.members.list(projectId)).map(({ userId }) => userId)
    await notify({ projectId, to, by: user.id, notice: { type: 'phase', by: user.name, phase } })
    return c.body(null, 204)
  })
}
