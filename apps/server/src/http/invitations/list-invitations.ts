import { invitationListSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Now } from '../../storage/database.ts'
import type { InvitationStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'
import { invitationView } from './invitation-view.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/invitations',
  summary: 'The invitations to a plan, without their links (leads)',
  request: { params: projectParameters },
  responses: answers('The invitations, newest first', invitationListSchema),
})

export function addListInvitations(api: Api, access: Access, invitations: InvitationStore, now: Now): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    await access.toProject(c, projectId, 'lead')
    const records = await invitations.list(projectId)
    return c.json({ invitations: records.map((record) => invitationView(record, now())) }, 200)
  })
}
