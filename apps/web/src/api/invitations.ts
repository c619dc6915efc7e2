import {
  acceptedInvitationSchema,
  createdInvitationSchema,
  invitationListSchema,
  invitationPreviewSchema,
  type CreatedInvitation,
  type Invitation,
  type NewAccount,
  type NewInvitation,
  type ProjectId,
} from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { projectPath } from './projects.ts'
import { getJson, sendJson, sendOnly } from './request.ts'

export const invitationsQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'invitations'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/invitations`, invitationListSchema, { signal }),
    select: (answer) => answer.invitations,
  })

export function createInvitation(project: ProjectId, invitation: NewInvitation): Promise<CreatedInvitation> {
  return sendJson('POST', `${projectPath(project)}/invitations`, invitation, createdInvitationSchema)
}

export function revokeInvitation(project: ProjectId, invitation: Invitation['id']): Promise<void> {
  return sendOnly('DELETE', `${projectPath(project)}/invitations/${encodeURIComponent(invitation)}`)
}

/** What an invitation's link says. Fails with `invitation-invalid`: unknown, expired, revoked or used. */
export const invitationPreviewQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => getJson(invitationPath(token), invitationPreviewSchema, { signal }),
  })

/** Takes part in the plan: as the person signed in, or with a new account, which is then signed in. */
export async function acceptInvitation(token: string, account?: NewAccount): Promise<ProjectId> {
  const body = account === undefined ? {} : { account }
  const answer = await sendJson('POST', `${invitationPath(token)}/accept`, body, acceptedInvitationSchema)
  return answer.projectId
}

function invitationPath(token: string): string {
  return `/api/invitations/${encodeURIComponent(token)}`
}
