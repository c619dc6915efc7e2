import { projectIdSchema, type ProjectId, type User } from '@concerte/api'
import { closeCodes, type Access, type Closing } from '@concerte/sync'

import type { Accounts } from '../accounts/accounts.ts'

/** Who comes into which plan, with what rights; or why not. */
export type Entry =
  | { type: 'open'; user: User; sessionId: string; projectId: ProjectId; access: Access }
  | { type: 'refused'; because: Closing }

/** Decides who may open a line to a plan, whatever carries it. */
export type Door = {
  enter(headers: Headers, projectId: string | undefined): Promise<Entry>
  /** Why a line that was just opened must end: rights may have changed before there was a line to be told. Null when they did not. */
  recheck(entry: Extract<Entry, { type: 'open' }>): Promise<Closing | null>
}

export function createDoor(options: {
  accounts: Pick<Accounts, 'identify'>
  /** Null for strangers, and where there is no such plan. */
  accessOf: (user: User, projectId: ProjectId) => Promise<Access | null>
}): Door {
  const { accounts, accessOf } = options
  return {
    async enter(headers, id) {
      const identity = await accounts.identify(headers)
      if (identity === null) return { type: 'refused', because: closeCodes.signedOut }
      const projectId = projectIdSchema.safeParse(id)
      const access = projectId.success ? await accessOf(identity.user, projectId.data) : null
      if (!projectId.success || access === null) return { type: 'refused', because: closeCodes.forbidden }
      const { user, sessionId } = identity
      return { type: 'open', user, sessionId, projectId: projectId.data, access }
    },
    async recheck({ user, projectId, access }) {
      const now = await accessOf(user, projectId)
      if (now === null) return closeCodes.forbidden
      return now.rights === access.rights && now.lineage === access.lineage ? null : closeCodes.roleChanged
    },
  }
}
