import type { ProjectId, Role, User } from '@concerte/api'
import { toRights, type Rights } from '@concerte/schema'

import type { Storage } from './storage/port.ts'

/** What a person may write in a plan now; null when there is no such plan or when it is not open to them. */
export async function rightsOf(
  storage: Pick<Storage, 'members' | 'rights'>,
  user: Pick<User, 'id' | 'admin'>,
  projectId: ProjectId,
): Promise<Rights | null> {
  const role = await roleOf(storage, user, projectId)
  const record = role === null ? null : await storage.rights.of(projectId, user.id)
  return role === null || record === null ? null : toRights({ role, ...record })
}

/** The role of a person on a plan that exists; administrators are leads everywhere. */
export async function roleOf(
  { members }: Pick<Storage, 'members'>,
  user: Pick<User, 'id' | 'admin'>,
  projectId: ProjectId,
): Promise<Role | null> {
  return user.admin ? 'lead' : members.roleOf(projectId, user.id)
}
