import type { PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import type { PlanDigester } from '../../jobs/plan-digest.ts'
import type { ApprovalStore } from '../../storage/validation-port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'delete',
  path: '/api/projects/{projectId}/approval',
  summary: 'Take back one’s own approval of the plan as it stands',
  request: { params: projectParameters },
  responses: emptyAnswer('Not approved, now or before'),
})

export function addWithdrawApproval(
  api: Api,
  options: {
    access: Access
    approvals: Pick<ApprovalStore, 'withdraw'>
    rooms: Pick<PlanRooms, 'tell'>
    digest: PlanDigester
  },
): void {
  const { access, approvals, rooms, digest } = options

  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'approve')
    const { sha256 } = await digest(projectId)
    if (await approvals.withdraw(projectId, sha256, user.id)) rooms.tell(projectId, 'phase')
    return c.body(null, 204)
  })
}
