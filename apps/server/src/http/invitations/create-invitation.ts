import { createdInvitationSchema, newInvitationSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'
import { nanoid } from 'nanoid'

import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'
import { createInvitationToken, hashInvitationToken } from './invitation-token.ts'
import { invitationView } from './invitation-view.ts'

const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/invitations',
  summary: 'Make a link that lets people into a plan (leads)',
  request: { params: projectParameters, ...jsonBody(newInvitationSchema) },
  responses: answers('The invitation, and its link, which is shown this once', createdInvitationSchema),
})

const day = 24 * 3600 * 1000

export function addCreateInvitation(
  api: Api,
  options: {
    access: Access
    storage: Pick<Storage, 'invitations'>
    publicUrl: URL
    nowMs: () => number
  },
): void {
  const { access, publicUrl, nowMs } = options
  const { invitations } = options.storage

  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'lead')
    const { role, reusable, expiresInDays } = c.req.valid('json')
    const token = createInvitationToken()
    const record = await invitations.add({
      id: nanoid(),
      projectId,
      tokenHash: hashInvitationToken(token),
      role,
      reusable,
      createdBy: user.id,
      expiresAt: new Date(nowMs() + expiresInDays * day).toISOString(),
    })
    const invitation = invitationView(record, new Date(nowMs()).toISOString())
    return c.json({ invitation, url: new URL(`/invitation/${token}`, publicUrl).href }, 200)
  })
}
