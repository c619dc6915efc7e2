import { roleSchema, type ProjectId, type Role, type UserId } from '@concerte/api'

import { insertAccount } from './accounts.ts'
import type { Database, Now } from './database.ts'
import type { InvitationAcceptance, InvitationRecord, InvitationResult, InvitationStore } from './port.ts'
import { invitationRowSchema } from './rows.ts'

export function createInvitationStore(db: Database, now: Now): InvitationStore {
  return {
    async add(invitation) {
      await db
        .insertInto('invitation')
        .values({ ...invitation, createdAt: now(), uses: 0, revokedAt: null })
        .execute()
      const row = await selectInvitations(db).where('invitation.id', '=', invitation.id).executeTakeFirst()
      return invitationRowSchema.parse(row)
    },

    async list(projectId) {
      const rows = await selectInvitations(db)
        .where('invitation.projectId', '=', projectId)
        .orderBy('invitation.createdAt', 'desc')
        .execute()
      return rows.map((row) => invitationRowSchema.parse(row))
    },

    async revoke(projectId, id) {
      const { numUpdatedRows } = await db
        .updateTable('invitation')
        .set((q) => ({ revokedAt: q.fn.coalesce('revokedAt', q.val(now())) }))
        .where('projectId', '=', projectId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async findOpen(tokenHash) {
      const row = await selectInvitations(db).where('invitation.tokenHash', '=', tokenHash).executeTakeFirst()
      if (row === undefined) return null
      const invitation = invitationRowSchema.parse(row)
      return invitationState(invitation, now()) === 'open' ? invitation : null
    },

    async accept(acceptance) {
      try {
        return await db.transaction().execute((transaction) => accept(transaction, now, acceptance))
      } catch (error) {
        if (error instanceof Undone) return error.result
        throw error
      }
    },
  }
}

/** What leads read of an invitation at a time of day. */
export function invitationState(
  invitation: Pick<InvitationRecord, 'revokedAt' | 'expiresAt' | 'reusable' | 'uses'>,
  now: string,
): 'open' | 'used' | 'expired' | 'revoked' {
  if (invitation.revokedAt !== null) return 'revoked'
  if (!invitation.reusable && invitation.uses > 0) return 'used'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

/** Rolls the transaction back and still has a result. */
class Undone extends Error {
  override readonly name = 'Undone'
  readonly result: InvitationResult
  constructor(result: InvitationResult) {
    super('The invitation was not used')
    this.result = result
  }
}

async function accept(db: Database, now: Now, acceptance: InvitationAcceptance): Promise<InvitationResult> {
  const invitation = await takeOneUse(db, now, acceptance.tokenHash)
  if (invitation === null) return { type: 'invalid' }
  const { projectId, role } = invitation
  if (acceptance.type === 'account') {
    const { account } = acceptance
    if ((await insertAccount(db, now, account)) === 'email-taken') throw new Undone({ type: 'email-taken' })
    await addMember(db, now, projectId, account.id, role)
    return { type: 'accepted', projectId, changed: true, userId: account.id }
  }
  const { userId } = acceptance
  const former = await db
    .selectFrom('member')
    .where('projectId', '=', projectId)
    .where('userId', '=', userId)
    .select('role')
    .executeTakeFirst()
  if (former === undefined) {
    await addMember(db, now, projectId, userId, role)
  } else if (isHigher(role, roleSchema.parse(former.role))) {
    await db
      .updateTable('member')
      .set({ role })
      .where('projectId', '=', projectId)
      .where('userId', '=', userId)
      .execute()
  } else {
    throw new Undone({ type: 'accepted', projectId, changed: false, userId })
  }
  return { type: 'accepted', projectId, changed: true, userId }
}

/** One conditional UPDATE, so that of several people at once only one gets the last use, on every database. */
async function takeOneUse(
  db: Database,
  now: Now,
  tokenHash: string,
): Promise<{ projectId: ProjectId; role: Role } | null> {
  const row = await db
    .updateTable('invitation')
    .set((q) => ({ uses: q('uses', '+', 1) }))
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now())
    .where((q) => q.or([q('reusable', '=', true), q('uses', '=', 0)]))
    .returning(['projectId', 'role'])
    .executeTakeFirst()
  return row === undefined ? null : invitationRowSchema.pick({ projectId: true, role: true }).parse(row)
}

async function addMember(
  db: Database,
  now: Now,
  projectId: ProjectId,
  userId: UserId,
  role: Role,
): Promise<void> {
  await db.insertInto('member').values({ projectId, userId, role, createdAt: now() }).execute()
}

function isHigher(role: Role, than: Role): boolean {
  return roleSchema.options.indexOf(role) < roleSchema.options.indexOf(than)
}

function selectInvitations(db: Database) {
  return db
    .selectFrom('invitation')
    .innerJoin('user', 'user.id', 'invitation.createdBy')
    .select([
      'invitation.id',
      'invitation.projectId',
      'invitation.role',
      'invitation.reusable',
      'user.name as createdBy',
      'user.id as createdById',
      'invitation.createdAt',
      'invitation.expiresAt',
      'invitation.uses',
      'invitation.revokedAt',
    ])
}
