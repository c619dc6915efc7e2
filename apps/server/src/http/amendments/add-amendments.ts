import type { PlanRooms } from '@concerte/sync'

import { createDecide } from '../../amendments/decisions.ts'
import type { AheadOfCommit } from '../../amendments/ahead-of-commit.ts'
import { createTurns } from '../../jobs/turns.ts'
import type { Notify } from '../../notices/notify.ts'
import type { Holds } from '../../sealing/holds.ts'
import type { Storage } from '../../storage/port.ts'
import type { Versions } from '../../versions/versions.ts'
import type { Access } from '../access.ts'
import type { Api } from '../api.ts'
import type { AmendmentRoutes } from './amendment-routes.ts'
import { addAmendmentsTable } from './amendments-table.ts'
import { addDecideAmendment } from './decide-amendment.ts'
import { addImproveAmendment } from './improve-amendment.ts'
import { addListAmendments } from './list-amendments.ts'
import { addProposeAmendment } from './propose-amendment.ts'
import { addReadRevisions } from './read-revisions.ts'
import { addSignAmendment } from './sign-amendment.ts'
import { addSupportAmendment } from './support-amendment.ts'
import { addWithdrawAmendment } from './withdraw-amendment.ts'

/** Every route of amendments; what changes one of a plan waits for the one before it. */
export function addAmendments(
  api: Api,
  deps: {
    access: Access
    storage: Pick<Storage, 'amendments' | 'members' | 'rights'>
    rooms: Pick<PlanRooms, 'edit' | 'look' | 'tell'>
    notify: Notify
    versions: Pick<Versions, 'keepBefore'>
    holds: Pick<Holds, 'count'>
    aheadOfCommit: AheadOfCommit
    nowMs: () => number
  },
): void {
  const { access, storage, rooms, notify } = deps
  const { amendments } = storage
  const turns = createTurns()
  const routes: AmendmentRoutes = { access, amendments, rooms, notify, turns }
  addListAmendments(api, access, storage)
  addReadRevisions(api, access, storage)
  addAmendmentsTable(api, access, { amendments, rooms })
  addProposeAmendment(api, routes)
  addImproveAmendment(api, routes)
  addWithdrawAmendment(api, routes)
  addSupportAmendment(api, routes)
  addSignAmendment(api, routes)
  addDecideAmendment(api, {
    access,
    decide: createDecide({ ...deps, turns }),
  })
}
