import { projectIdSchema, type ProjectId, type User } from '@concerte/api'
import { closeCodes, type Access, type Closing } from '@concerte/sync'

import type { Accounts } from '../accounts/accounts.ts'
import type { Holds } from '../sealing/holds.ts'

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
  holds: Pick<Holds, 'isHeld' | 'count'>
}): Door {
  const { accounts, accessOf, holds } = options
  return {
    async enter(headers, id) {
      const identity = await accounts.identify(headers)
      if (identity === null) return { type: 'refused', because: closeCodes.signedOut }
      const projectId = projectIdSchema.safeParse(id)
      if (!projectId.success) return { type: 'refused', because: closeCodes.forbidden }
      // Counted before the rights are read: a hold that begins meanwhile makes them void.
      const held = holds.count(projectId.data)
      const access = await accessOf(identity.user, projectId.data)
      if (access === null) return { type: 'refused', because: closeCodes.forbidden }
      if (holds.isHeld(projectId.data)) return { type: 'refused', because: closeCodes.unavailable }
      const { user, sessionId } = identity
      const isValid = () => holds.count(projectId.data) === held
      return {
        type: 'open',
        user,
        sessionId,
        projectId: projectId.data,
        access: writableWhile(access, isValid),
      }
    },
    async recheck({ user, projectId, access }) {
      const now = await accessOf(user, projectId)
      if (now === null) return closeCodes.forbidden
      if (holds.isHeld(projectId)) return closeCodes.unavailable
      const isSame =
        now.rights === access.rights && now.lineage === access.lineage && now.canWrite === access.canWrite
      return isSame ? null : closeCodes.roleChanged
    },
  }
}

/** Asked at each message: rights that were read before a plan was held write no more, wherever their line was just then. */
function writableWhile(access: Access, isValid: () => boolean): Access {
  return {
    ...access,
    get canWrite() {
      return access.canWrite && isValid()
    },
  }
}
