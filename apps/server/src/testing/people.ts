import {
  createdInvitationSchema,
  projectListSchema,
  sessionSchema,
  type ProjectId,
  type Role,
  type UserId,
} from '@concerte/api'

import type { Visitor } from './visitor.ts'

export const password = 'un mot de passe'

/** Makes the first account, an administrator, by the set-up link. */
export async function setUpAdmin(visitor: Visitor, token: string): Promise<UserId> {
  const account = { name: 'Admin', email: 'admin@example.fr', password }
  return userId(await visitor.read(sessionSchema, 'POST', '/api/setup', { ...account, token }))
}

/** Lets `visitor` into a plan with a new account and a role, by an invitation of `host`. */
export async function invite(
  host: Visitor,
  visitor: Visitor,
  { projectId, role, name = role }: { projectId: ProjectId; role: Role; name?: string },
): Promise<UserId> {
  const { url } = await host.read(createdInvitationSchema, 'POST', `/api/projects/${projectId}/invitations`, {
    role,
    expiresInDays: 1,
    reusable: false,
  })
  const token = new URL(url).pathname.split('/').at(-1) ?? ''
  const account = { name, email: `${name}@example.fr`, password }
  const response = await visitor.send('POST', `/api/invitations/${token}/accept`, { account })
  if (!response.ok) throw new Error(await response.text())
  return userId(await visitor.read(sessionSchema, 'GET', '/api/session'))
}

/** The plan that changed last, of those that a visitor sees. */
export async function firstProject(visitor: Visitor): Promise<ProjectId> {
  const { projects } = await visitor.read(projectListSchema, 'GET', '/api/projects')
  const [project] = projects
  if (project === undefined) throw new Error('The visitor sees no plan')
  return project.id
}

function userId({ user }: { user: { id: UserId } | null }): UserId {
  if (user === null) throw new Error('Nobody is signed in')
  return user.id
}
