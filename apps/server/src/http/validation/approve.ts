import { approvalSchema } from '@concerte/api'
import type { PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { PlanDigester } from '../../jobs/plan-digest.ts'
import type { ApprovalStore } from '../../storage/validation-port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/approval',
  summary: 'Approve the plan as it stands, by its hash (those who were named, while it is in its validation)',
  request: { params: projectParameters, ...jsonBody(approvalSchema) },
  responses: emptyAnswer('Approved, now or before'),
})

export function addApprove(
  api: Api,
  options: {
    access: Access
    approvals: Pick<ApprovalStore, 'approve'>
    rooms: Pick<PlanRooms, 'tell'>
    digest: PlanDigester
  },
): void {
  const { access, approvals, rooms, digest } = options

  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'approve')
    const { sha256 } = c.req.valid('json')
    // What is typed from here on makes another hash, which this approval is not of.
    if ((await digest(projectId)).sha256 !== sha256) throw new ApiError('text-changed')
    const result = await approvals.approve(projectId, sha256, user.id)
    if (result === 'not-an-approver') throw new ApiError('not-an-approver')
    rooms.tell(projectId, 'phase')
    return c.body(null, 204)
  })
}
