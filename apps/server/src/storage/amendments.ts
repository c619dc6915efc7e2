import type { Amendment, AmendmentId, ProjectId, UserId } from '@concerte/api'
import { inverseSchema, type Inverse, type Proposal } from '@concerte/schema'

import {
  maxAmendments,
  maxProposals,
  type AmendmentRefusal,
  type AmendmentResult,
  type AmendmentStore,
} from './amendments-port.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Database, Now } from './database.ts'
import { areMembers } from './members.ts'
import { readAmendments, readRevisions, type ReadAmendment } from './read-amendments.ts'
import { countSchema } from './rows.ts'
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
    async find(projectId, amendmentId) {
      const found = await findIn(db, { projectId, amendmentId })
      if (found === null) return null
      const { revision, fates } = found.amendment
      const attempt = await db
        .selectFrom('amendmentAttempt')
        .where('amendmentId', '=', amendmentId)
        .where('revision', '=', revision)
        .where('after', '=', fates.length)
        .select('inverse')
        .executeTakeFirst()
      return {
        ...found,
        begun: attempt === undefined ? null : inverseSchema.parse(JSON.parse(attempt.inverse)),
      }
    },
    revisions: (projectId, amendmentId) => readRevisions(db, { projectId, amendmentId }),

    add: (amendment) =>
      changing(amendment, async (transaction) => {
        const { projectId, amendmentId, authorId, cosigners } = amendment
        if (!(await areMembers(transaction, projectId, cosigners))) return 'not-a-member'
        if (!(await hasRoom(transaction, { ...amendment, more: 1 }))) return 'too-many-amendments'
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
        if (!(await hasRoom(transaction, { ...change, more: 0 }))) return 'too-many-amendments'
        await addRevision(transaction, now, { ...change, revision: revision + 1 })
        const isAnother = canonicalJson(proposal) !== canonicalJson(amendment.proposal)
        await dropCosigners(transaction, amendmentId, isAnother ? [] : cosigners)
        await askToSign(transaction, amendmentId, cosigners)
        return null
      }),

    support: ({ userId, isGiven, ...which }) =>
      db.transaction().execute(async (transaction) => {
        const { amendmentId } = which
        const refusal = await whyNot(transaction, which, ({ author }) => author.userId !== userId)
        if (refusal !== null) return refusal
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
        return 'done'
      }),

    sign: ({ userId, isGiven, ...which }) =>
      db.transaction().execute(async (transaction) => {
        const refusal = await whyNot(transaction, which, ({ cosigners }) =>
          cosigners.some((cosigner) => cosigner.userId === userId),
        )
        if (refusal !== null) return refusal
        await transaction
          .updateTable('amendmentCosigner')
          .set({ signedAt: isGiven ? now() : null })
          .where('amendmentId', '=', which.amendmentId)
          .where('userId', '=', userId)
          .execute()
        return 'done'
      }),

    async begin({ inverse, ...attempt }) {
      const row = { ...attempt, inverse: JSON.stringify(inverse) }
      await db
        .insertInto('amendmentAttempt')
        .values(row)
        .onConflict((conflict) => conflict.column('amendmentId').doUpdateSet(row))
        .execute()
    },

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
        await transaction
          .deleteFrom('amendmentAttempt')
          .where('amendmentId', '=', which.amendmentId)
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

/** Why a person may not support or sign an amendment; null where it is theirs to do, and open. */
async function whyNot(
  db: Database,
  which: InPlan,
  isTheirs: (amendment: Amendment) => boolean,
): Promise<'not-found' | 'forbidden' | 'changed' | null> {
  const found = await findIn(db, which)
  if (found === null) return 'not-found'
  if (!isTheirs(found.amendment)) return 'forbidden'
  return found.amendment.fate.type === 'open' ? null : 'changed'
}

/** Whether there is room in a plan for `more` amendments and for what is proposed. */
async function hasRoom(
  db: Database,
  { projectId, proposal, more }: { projectId: ProjectId; proposal: Proposal; more: number },
): Promise<boolean> {
  const { amendments, proposals } = await db
    .selectFrom('amendmentRevision')
    .innerJoin('amendment', 'amendment.id', 'amendmentRevision.amendmentId')
    .where('amendment.projectId', '=', projectId)
    .select((q) => [
      q.fn.count('amendment.id').distinct().as('amendments'),
      q.fn.coalesce(q.fn.sum(q.fn('length', ['amendmentRevision.proposal'])), q.val(0)).as('proposals'),
    ])
    .executeTakeFirstOrThrow()
  const length = JSON.stringify(proposal).length
  return (
    countSchema.parse(amendments) + more <= maxAmendments &&
    countSchema.parse(proposals) + length <= maxProposals
  )
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
