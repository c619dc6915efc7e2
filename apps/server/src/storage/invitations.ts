import { roleSchema, type ProjectId, type Role, type UserId } from '@concerte/api'

import { insertAccount } from './accounts.ts'
import type { Database, Now } from './database.ts'
import { nameOf } from './members.ts'
import type { InvitationAcceptance, InvitationRecord, InvitationResult, InvitationStore } from './port.ts'
import { invitationRowSchema } from './rows.ts'
import { appendTrail } from './trail.ts'

export function createInvitationStore(db: Database, now: Now): InvitationStore {
  return {
    add: (invitation) =>
      db.transaction().execute(async (transaction) => {
        const { id, projectId, createdBy, role } = invitation
        await transaction
          .insertInto('invitation')
          .values({ ...invitation, createdAt: now(), uses: 0, revokedAt: null })
          .execute()
        const event = { type: 'invitation-made', role } as const
        await appendTrail(transaction, now, { projectId, userId: createdBy, event })
        const row = await selectInvitations(transaction).where('invitation.id', '=', id).executeTakeFirst()
        return invitationRowSchema.parse(row)
      }),

    async list(projectId) {
      const rows = await selectInvitations(db)
        .where('invitation.projectId', '=', projectId)
        .orderBy('invitation.createdAt', 'desc')
        .execute()
      return rows.map((row) => invitationRowSchema.parse(row))
    },

    revoke: (projectId, id, by) =>
      db.transaction().execute(async (transaction) => {
        const known = await transaction
          .selectFrom('invitation')
          .where('projectId', '=', projectId)
          .where('id', '=', id)
          .select(['role', 'revokedAt'])
          .executeTakeFirst()
        if (known === undefined) return false
        if (known.revokedAt !== null) return true
        await transaction.updateTable('invitation').set({ revokedAt: now() }).where('id', '=', id).execute()
        const event = { type: 'invitation-revoked', role: roleSchema.parse(known.role) } as const
        await appendTrail(transaction, now, { projectId, userId: by, event })
        return true
      }),

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
    await addMember(db, now, { projectId, userId: account.id, role })
    return { type: 'accepted', projectId, change: 'joined', userId: account.id }
  }
  const { userId } = acceptance
  const former = await db
    .selectFrom('member')
    .where('projectId', '=', projectId)
    .where('userId', '=', userId)
    .select('role')
    .executeTakeFirst()
  if (former === undefined) {
    await addMember(db, now, { projectId, userId, role })
    return { type: 'accepted', projectId, change: 'joined', userId }
  }
  if (!isHigher(role, roleSchema.parse(former.role)))
    throw new Undone({ type: 'accepted', projectId, change: 'none', userId })
  await db
    .updateTable('member')
    .set({ role })
    .where('projectId', '=', projectId)
    .where('userId', '=', userId)
    .execute()
  await tellOfMember(db, now, { type: 'member-changed', projectId, userId, role })
  return { type: 'accepted', projectId, change: 'raised', userId }
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

type Membership = { projectId: ProjectId; userId: UserId; role: Role }

async function addMember(db: Database, now: Now, membership: Membership): Promise<void> {
  await db
    .insertInto('member')
    .values({ ...membership, createdAt: now() })
    .execute()
  await tellOfMember(db, now, { type: 'member-joined', ...membership })
}

async function tellOfMember(
  db: Database,
  now: Now,
  { type, projectId, userId, role }: Membership & { type: 'member-joined' | 'member-changed' },
): Promise<void> {
  const event = { type, name: await nameOf(db, userId), role }
  await appendTrail(db, now, { projectId, userId, event })
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
