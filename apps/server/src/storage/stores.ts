import { createAccountStore } from './accounts.ts'
import { createAmendmentStore } from './amendments.ts'
import { createApprovalStore } from './approvals.ts'
import type { Database, Now } from './database.ts'
import { createGroupStore } from './groups.ts'
import { createInvitationStore } from './invitations.ts'
import { createLineageRecord } from './lineage.ts'
import { createLockStore } from './locks.ts'
import { createMemberStore } from './members.ts'
import { createPhaseStore } from './phases.ts'
import { createNotificationStore } from './notifications.ts'
import type { Storage } from './port.ts'
import { createProjectStore } from './projects.ts'
import { createRightsStore } from './rights.ts'
import { createSealStore } from './seals.ts'
import { createSeedingRecord } from './setup-steps.ts'
import { createThreadStore } from './threads.ts'
import { createTrailStore } from './trail.ts'
import { createVersionStore } from './versions.ts'

/** The queries, one set for every SQL database. */
export function createStores(
  db: Database,
  now: Now,
): Pick<
  Storage,
  | 'accounts'
  | 'projects'
  | 'members'
  | 'groups'
  | 'locks'
  | 'rights'
  | 'invitations'
  | 'versions'
  | 'trail'
  | 'phases'
  | 'approvals'
  | 'seals'
  | 'threads'
  | 'notifications'
  | 'amendments'
  | 'lineage'
  | 'seeding'
> {
  return {
    accounts: createAccountStore(db, now),
    projects: createProjectStore(db, now),
    members: createMemberStore(db, now),
    groups: createGroupStore(db, now),
    locks: createLockStore(db, now),
    rights: createRightsStore(db),
    invitations: createInvitationStore(db, now),
    versions: createVersionStore(db, now),
    trail: createTrailStore(db, now),
    phases: createPhaseStore(db, now),
    approvals: createApprovalStore(db, now),
    seals: createSealStore(db, now),
    threads: createThreadStore(db, now),
    notifications: createNotificationStore(db, now),
    amendments: createAmendmentStore(db, now),
    lineage: createLineageRecord(db),
    seeding: createSeedingRecord(db, now),
  }
}
