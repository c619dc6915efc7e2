import { ownNews, projectIdSchema } from '@concerte/api'
import { closeCodes } from '@concerte/sync'

import type { Accounts } from '../accounts/accounts.ts'
import type { Door } from './enter-plan.ts'

/** Who may listen: to a plan, whoever may open it; to what they alone are told, anyone who is signed in. Nothing is written there. */
export function createNewsDoor(accounts: Pick<Accounts, 'identify'>, planDoor: Door): Door {
  return {
    async enter(headers, id) {
      if (id !== ownNews) return planDoor.enter(headers, id)
      const identity = await accounts.identify(headers)
      if (identity === null) return { type: 'refused', because: closeCodes.signedOut }
      const { user, sessionId } = identity
      const access = { canWrite: false, judge: null, rights: '', lineage: '' }
      return { type: 'open', user, sessionId, projectId: projectIdSchema.parse(ownNews), access }
    },
    recheck: (entry) => (entry.projectId === ownNews ? Promise.resolve(null) : planDoor.recheck(entry)),
  }
}
