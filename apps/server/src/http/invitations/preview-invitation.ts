import { invitationPreviewSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { AttemptLimits } from '../../accounts/attempt-limits.ts'
import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import { answers, type Api } from '../api.ts'
import { tokenParameters } from '../parameters.ts'
import { hashInvitationToken } from './invitation-token.ts'

const route = createRoute({
  method: 'get',
  path: '/api/invitations/{token}',
  summary: 'What an invited person reads before accepting',
  request: { params: tokenParameters },
  responses: answers('The plan, the role and who invites', invitationPreviewSchema),
})

export function addPreviewInvitation(
  api: Api,
  { invitations, projects }: Pick<Storage, 'invitations' | 'projects'>,
  limits: AttemptLimits,
): void {
  api.openapi(route, async (c) => {
    const { token } = c.req.valid('param')
    const { invitation, project } = await limits.attempt({ address: c.var.address }, async () => {
      const invitation = await invitations.findOpen(hashInvitationToken(token))
      const project = invitation === null ? null : await projects.find(invitation.projectId)
      if (invitation === null || project === null) throw new ApiError('invitation-invalid')
      return { invitation, project }
    })
    const { title, academy } = project
    return c.json(
      { project: { title, academy }, role: invitation.role, invitedBy: invitation.createdBy },
      200,
    )
  })
}
