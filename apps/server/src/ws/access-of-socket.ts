import type { ProjectId, User } from '@concerte/api'
import { isUnbounded, judgeTouches } from '@concerte/schema'
import type { Access } from '@concerte/sync'

import { rightsOf } from '../rights-of.ts'
import type { Storage } from '../storage/port.ts'

/** [S4] What a person may do to a plan over a connection; null when it is not open to them. */
export async function accessOf(
  storage: Pick<Storage, 'members' | 'rights'>,
  lineage: string,
  user: Pick<User, 'id' | 'admin'>,
  projectId: ProjectId,
): Promise<Access | null> {
  const rights = await rightsOf(storage, user, projectId)
  if (rights === null) return null
  return {
    canWrite: rights.scope !== 'nothing',
    judge: isUnbounded(rights) ? null : (doc, touches) => judgeTouches(doc, rights, touches),
    rights: JSON.stringify(rights),
    lineage,
  }
}
