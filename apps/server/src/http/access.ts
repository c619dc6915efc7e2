import { roleSchema, type ProjectId, type Role } from '@concerte/api'
import type { Permission } from '@concerte/schema'

import type { Accounts, SignedIn } from '../accounts/accounts.ts'
import { ApiError } from '../api-error.ts'
import { roleOf } from '../rights-of.ts'
import type { ProjectRecord, Storage } from '../storage/port.ts'
import { setCookies, type ApiContext } from './api.ts'
import { requirePermission } from './permission.ts'

/** Who may do what: every route asks here, every line to a plan `accessOf`. */
export type Access = {
  /** Who is asking. @throws ApiError `not-signed-in` */
  signedIn(c: ApiContext): Promise<SignedIn>
  /** @throws ApiError `not-signed-in`; `not-found` for strangers, so that they do not learn which plans exist; `forbidden` for lower roles */
  toProject(c: ApiContext, projectId: ProjectId, least: Role): Promise<ProjectAccess>
  /** For what is no writing, by the role and the phase. @throws ApiError as `toProject`, and `phase-forbids` */
  toPermitted(c: ApiContext, projectId: ProjectId, permission: Permission): Promise<ProjectAccess>
}
export type ProjectAccess = SignedIn & { role: Role; project: ProjectRecord }

export function createAccess(
  accounts: Pick<Accounts, 'identify'>,
  { projects, members }: Pick<Storage, 'projects' | 'members'>,
): Access {
  async function signedIn(c: ApiContext): Promise<SignedIn> {
    const identity = await accounts.identify(c.req.raw.headers)
    if (identity === null) throw new ApiError('not-signed-in')
    setCookies(c, identity.cookies)
    return { user: identity.user, sessionId: identity.sessionId }
  }

  async function toProject(c: ApiContext, projectId: ProjectId, least: Role): Promise<ProjectAccess> {
    const { user, sessionId } = await signedIn(c)
    const role = await roleOf({ members }, user, projectId)
    const project = role === null ? null : await projects.find(projectId)
    if (role === null || project === null) throw new ApiError('not-found')
    if (!hasRole(role, least)) throw new ApiError('forbidden')
    return { user, sessionId, role, project }
  }

  return {
    signedIn,
    toProject,
    async toPermitted(c, projectId, permission) {
      const found = await toProject(c, projectId, 'reader')
      requirePermission(permission, { role: found.role, phase: found.project.phase })
      return found
    },
  }
}

/** Whether a role gives at least what another gives. */
export function hasRole(role: Role, least: Role): boolean {
  return roleSchema.options.indexOf(role) <= roleSchema.options.indexOf(least)
}
