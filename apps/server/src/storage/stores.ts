import { createAccountStore } from './accounts.ts'
import type { Database, Now } from './database.ts'
import { createInvitationStore } from './invitations.ts'
import { createLineageRecord } from './lineage.ts'
import { createMemberStore } from './members.ts'
import type { Storage } from './port.ts'
import { createProjectStore } from './projects.ts'
import { createSeedingRecord } from './setup-steps.ts'
import { createUpdateLog } from './update-log.ts'
import { createVersionStore } from './versions.ts'

/** The queries, one set for every SQL database. */
export function createStores(
  db: Database,
  now: Now,
): Pick<
  Storage,
  'accounts' | 'projects' | 'members' | 'invitations' | 'versions' | 'log' | 'lineage' | 'seeding'
> {
  return {
    accounts: createAccountStore(db, now),
    projects: createProjectStore(db, now),
    members: createMemberStore(db),
    invitations: createInvitationStore(db, now),
    versions: createVersionStore(db, now),
    log: createUpdateLog(db, now),
    lineage: createLineageRecord(db),
    seeding: createSeedingRecord(db, now),
  }
}
