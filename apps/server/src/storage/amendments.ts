import type { AmendmentId, ProjectId, UserId } from '@concerte/api'
import type { Inverse, Proposal } from '@concerte/schema'

import type { AmendmentRefusal, AmendmentResult, AmendmentStore } from './amendments-port.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Database, Now } from './database.ts'
import { areMembers } from './members.ts'
import { readAmendments, readRevisions, type ReadAmendment } from './read-amendments.ts'
import { appendTrail } from './trail.ts'

type InPlan = { projectId: ProjectId; amendmentId: AmendmentId }

export function createAmendmentStore(db: Database, now: Now): AmendmentStore {
  /** One change in one transaction; the amendment as it is after it. */
  const changing = (
    which: InPlan,
    change: (transaction: Database) => Promise<AmendmentRefusal | null>,
  ): Promise<AmendmentResult> =>
    db.transaction().execute(async (transaction) => {
      const refusal = await change(transaction)
      if (refusal !== null) return { type: refusal }
      const found = await findIn(transaction, which)
      return found === null ? { type: 'not-found' } : { type: 'done', amendment: found.amendment }
    })

  return {
    list: async (projectId) => (await readAmendments(db, { projectId })).map(({ amendment }) => amendment),
    find: (projectId, amendmentId) => findIn(db, { projectId, amendmentId }),
    revisions: (projectId, amendmentId) => readRevisions(db, { projectId, amendmentId }),

    add: (amendment) =>
      changing(amendment, async (transaction) => {
        const { projectId, amendmentId, authorId, cosigners } = amendment
        if (!(await areMembers(transaction, projectId, cosigners))) return 'not-a-member'
        const last = await transaction
          .selectFrom('amendment')
          .where('projectId', '=', projectId)
          .select('number')
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst()
        await transaction
          .insertInto('amendment')
          .values({
            id: amendmentId,
            projectId,
            // Unique in its plan: of two at once on an overlapping database one fails.
            number: (last?.number ?? 0) + 1,
            authorId,
            createdAt: now(),
          })
          .execute()
        await addRevision(transaction, now, { ...amendment, revision: 1 })
        await askToSign(transaction, amendmentId, cosigners)
        return null
      }),

    improve: (change) =>
      changing(change, async (transaction) => {
        const { projectId, amendmentId, revision, proposal, cosigners } = change
        const found = await findIn(transaction, change)
        if (found === null) return 'not-found'
        const { amendment } = found
        if (amendment.fate.type !== 'open' || amendment.revision !== revision) return 'changed'
        if (!(await areMembers(transaction, projectId, cosigners))) return 'not-a-member'
        await addRevision(transaction, now, { ...change, revision: revision + 1 })
        const isAnother = canonicalJson(proposal) !== canonicalJson(amendment.proposal)
        await dropCosigners(transaction, amendmentId, isAnother ? [] : cosigners)
        await askToSign(transaction, amendmentId, cosigners)
        return null
      }),

    support: ({ userId, isGiven, ...which }) =>
      db.transaction().execute(async (transaction) => {
        const { amendmentId } = which
        if (!(await isThere(transaction, which))) return false
        if (isGiven) {
          await transaction
            .insertInto('amendmentSupport')
            .values({ amendmentId, userId, at: now() })
            .onConflict((conflict) => conflict.doNothing())
            .execute()
        } else {
          await transaction
            .deleteFrom('amendmentSupport')
            .where('amendmentId', '=', amendmentId)
            .where('userId', '=', userId)
            .execute()
        }
        return true
      }),

    sign: ({ userId, isGiven, ...which }) =>
      db.transaction().execute(async (transaction) => {
        const found = await findIn(transaction, which)
        if (found?.amendment.fate.type !== 'open') return false
        const { numUpdatedRows } = await transaction
          .updateTable('amendmentCosigner')
          .set({ signedAt: isGiven ? now() : null })
          .where('amendmentId', '=', which.amendmentId)
          .where('userId', '=', userId)
          .executeTakeFirst()
        return numUpdatedRows === 1n
      }),

    addFate: ({ revision, after, fate, by, inverse, event, ...which }) =>
      changing(which, async (transaction) => {
        const found = await findIn(transaction, which)
        if (found === null) return 'not-found'
        const { amendment } = found
        if (amendment.revision !== revision || amendment.fates.length !== after) return 'changed'
        await transaction
          .insertInto('amendmentFate')
          .values({
            amendmentId: which.amendmentId,
            // The key: of two fates at once on an overlapping database one fails.
            number: after + 1,
            fate: JSON.stringify(withInverse(fate, inverse)),
            by,
            at: now(),
          })
          .execute()
        await appendTrail(transaction, now, { projectId: which.projectId, userId: by, event })
        return null
      }),
  }
}

function withInverse(fate: object, inverse: Inverse | null): object {
  return inverse === null ? fate : { ...fate, inverse }
}

async function findIn(db: Database, which: InPlan): Promise<ReadAmendment | null> {
  return (await readAmendments(db, which))[0] ?? null
}

async function isThere(db: Database, { projectId, amendmentId }: InPlan): Promise<boolean> {
  const row = await db
    .selectFrom('amendment')
    .where('projectId', '=', projectId)
    .where('id', '=', amendmentId)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

async function addRevision(
  db: Database,
  now: Now,
  {
    amendmentId,
    revision,
    proposal,
    reason,
  }: { amendmentId: string; revision: number; proposal: Proposal; reason: string },
): Promise<void> {
  await db
    .insertInto('amendmentRevision')
    .values({ amendmentId, number: revision, proposal: JSON.stringify(proposal), reason, at: now() })
    .execute()
}

/** Leaves the signatures of those named. */
async function dropCosigners(db: Database, amendmentId: string, left: readonly UserId[]): Promise<void> {
  const all = db.deleteFrom('amendmentCosigner').where('amendmentId', '=', amendmentId)
  await (left.length === 0 ? all : all.where('userId', 'not in', left)).execute()
}

async function askToSign(db: Database, amendmentId: string, userIds: readonly UserId[]): Promise<void> {
  const asked = [...new Set(userIds)]
  if (asked.length === 0) return
  await db
    .insertInto('amendmentCosigner')
    .values(asked.map((userId) => ({ amendmentId, userId, signedAt: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
