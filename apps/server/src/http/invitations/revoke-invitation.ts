import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, type Api } from '../api.ts'
import { invitationParameters } from '../parameters.ts'

const route = createRoute({
  method: 'delete',
  path: '/api/projects/{projectId}/invitations/{invitationId}',
  summary: 'Withdraw an invitation; who came by it stays (leads)',
  request: { params: invitationParameters },
  responses: emptyAnswer('Withdrawn'),
})

export function addRevokeInvitation(
  api: Api,
  access: Access,
  { invitations }: Pick<Storage, 'invitations'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId, invitationId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'lead')
    if (!(await invitations.revoke(projectId, invitationId, user.id))) throw new ApiError('not-found')
    return c.body(null, 204)
  })
}
