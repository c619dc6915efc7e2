import { namedApproversSchema } from '@concerte/api'
import type { PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Notify } from '../../notices/notify.ts'
import type { ApprovalStore } from '../../storage/validation-port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/approvers',
  summary: 'Name those who must approve the plan before it is sealed, members of any role (leads)',
  request: { params: projectParameters, ...jsonBody(namedApproversSchema) },
  responses: emptyAnswer('These, and nobody else'),
})

export function addNameApprovers(
  api: Api,
  options: {
    access: Access
    approvals: Pick<ApprovalStore, 'nameApprovers'>
    rooms: Pick<PlanRooms, 'tell'>
    notify: Notify
  },
): void {
  const { access, approvals, rooms, notify } = options

  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user, project } = await access.toPermitted(c, projectId, 'manage')
    const result = await approvals.nameApprovers(projectId, c.req.valid('json').approvers, user.id)
    if (result.type === 'not-a-member') throw new ApiError('not-a-member')
    rooms.tell(projectId, 'phase')
    if (project.phase === 'validation') {
      const notice = { type: 'approval', by: user.name } as const
      await notify({ projectId, to: result.added, by: user.id, notice })
    }
    return c.body(null, 204)
  })
}
