import {
  amendmentRevisionSchema,
  amendmentSchema,
  type Amendment,
  type AmendmentId,
  type AmendmentRevision,
  type ProjectId,
} from '@concerte/api'
import { inverseSchema, type Inverse } from '@concerte/schema'
import { z } from 'zod'

import { namesOf } from './accounts.ts'
import type { Database } from './database.ts'

type Which = { projectId: ProjectId; amendmentId?: AmendmentId }
export type ReadAmendment = { amendment: Amendment; inverse: Inverse | null }

/** What is kept with a fate and is nobody's to read. */
const keptSchema = z.object({ inverse: inverseSchema.nullish() })

/** All amendments of a plan, or one, by number, each as it stands now. */
export async function readAmendments(db: Database, which: Which): Promise<ReadAmendment[]> {
  const amendments = await selectAmendments(db, which).orderBy('amendment.number').execute()
  if (amendments.length === 0) return []
  const fates = await selectFates(db, which).orderBy('amendmentFate.number').execute()
  const supports = await selectSupports(db, which).execute()
  const cosigners = await selectCosigners(db, which).execute()
  const people = [
    ...amendments.map(({ authorId }) => authorId),
    ...[...supports, ...cosigners].map(({ userId }) => userId),
    ...fates.map(({ by }) => by),
  ]
  const names = await namesOf(db, [...new Set(people)])
  const groups = await groupNamesOf(db, which.projectId)
  const actor = (userId: string) => ({ userId, name: names.get(userId) ?? null })
  const [fatesOf, supportsOf, cosignersOf] = [
    Map.groupBy(fates, ({ amendmentId }) => amendmentId),
    Map.groupBy(supports, ({ amendmentId }) => amendmentId),
    Map.groupBy(cosigners, ({ amendmentId }) => amendmentId),
  ]
  return amendments.map((row) => {
    const kept = (fatesOf.get(row.id) ?? []).map(({ fate, by, at }) => ({
      fate: JSON.parse(fate) as unknown,
      by: actor(by),
      at,
    }))
    const last = kept.at(-1)?.fate ?? { type: 'open' }
    const amendment = amendmentSchema.parse({
      id: row.id,
      number: row.number,
      author: actor(row.authorId),
      cosigners: (cosignersOf.get(row.id) ?? []).map(({ userId, signedAt }) => ({
        userId,
        name: names.get(userId) ?? null,
        signedAt,
      })),
      supporters: (supportsOf.get(row.id) ?? []).map(({ userId }) => actor(userId)),
      groups: groups.get(row.authorId) ?? [],
      createdAt: row.createdAt,
      changedAt: row.at,
      revision: row.revision,
      proposal: JSON.parse(row.proposal),
      reason: row.reason,
      fate: last,
      fates: kept,
    })
    return { amendment, inverse: keptSchema.parse(last).inverse ?? null }
  })
}

/** What an amendment said each time, oldest first. */
export async function readRevisions(
  db: Database,
  { projectId, amendmentId }: { projectId: ProjectId; amendmentId: AmendmentId },
): Promise<AmendmentRevision[]> {
  const rows = await db
    .selectFrom('amendmentRevision')
    .innerJoin('amendment', 'amendment.id', 'amendmentRevision.amendmentId')
    .where('amendment.projectId', '=', projectId)
    .where('amendment.id', '=', amendmentId)
    .select([
      'amendmentRevision.number as revision',
      'amendmentRevision.proposal',
      'amendmentRevision.reason',
      'amendmentRevision.at',
    ])
    .orderBy('amendmentRevision.number')
    .execute()
  return rows.map((row) =>
    amendmentRevisionSchema.parse({ ...row, proposal: JSON.parse(row.proposal) as unknown }),
  )
}

/** Each with its last revision. */
function selectAmendments(db: Database, { projectId, amendmentId }: Which) {
  const query = db
    .selectFrom('amendment')
    .innerJoin('amendmentRevision', 'amendmentRevision.amendmentId', 'amendment.id')
    .where('amendment.projectId', '=', projectId)
    .where((where) =>
      where.eb(
        'amendmentRevision.number',
        '=',
        where
          .selectFrom('amendmentRevision as last')
          .whereRef('last.amendmentId', '=', 'amendment.id')
          .select((inner) => inner.fn.max('last.number').as('number')),
      ),
    )
    .select([
      'amendment.id',
      'amendment.number',
      'amendment.authorId',
      'amendment.createdAt',
      'amendmentRevision.number as revision',
      'amendmentRevision.proposal',
      'amendmentRevision.reason',
      'amendmentRevision.at',
    ])
  return amendmentId === undefined ? query : query.where('amendment.id', '=', amendmentId)
}

function selectFates(db: Database, { projectId, amendmentId }: Which) {
  const query = db
    .selectFrom('amendmentFate')
    .innerJoin('amendment', 'amendment.id', 'amendmentFate.amendmentId')
    .where('amendment.projectId', '=', projectId)
    .select(['amendmentFate.amendmentId', 'amendmentFate.fate', 'amendmentFate.by', 'amendmentFate.at'])
  return amendmentId === undefined ? query : query.where('amendment.id', '=', amendmentId)
}

function selectSupports(db: Database, { projectId, amendmentId }: Which) {
  const query = db
    .selectFrom('amendmentSupport')
    .innerJoin('amendment', 'amendment.id', 'amendmentSupport.amendmentId')
    .where('amendment.projectId', '=', projectId)
    .select(['amendmentSupport.amendmentId', 'amendmentSupport.userId'])
    .orderBy('amendmentSupport.at')
    .orderBy('amendmentSupport.userId')
  return amendmentId === undefined ? query : query.where('amendment.id', '=', amendmentId)
}

function selectCosigners(db: Database, { projectId, amendmentId }: Which) {
  const query = db
    .selectFrom('amendmentCosigner')
    .innerJoin('amendment', 'amendment.id', 'amendmentCosigner.amendmentId')
    .where('amendment.projectId', '=', projectId)
    .select(['amendmentCosigner.amendmentId', 'amendmentCosigner.userId', 'amendmentCosigner.signedAt'])
    .orderBy('amendmentCosigner.userId')
  return amendmentId === undefined ? query : query.where('amendment.id', '=', amendmentId)
}

/** The names of the working groups of each person. */
async function groupNamesOf(db: Database, projectId: ProjectId): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('workingGroupMember')
    .innerJoin('workingGroup', 'workingGroup.id', 'workingGroupMember.groupId')
    .where('workingGroupMember.projectId', '=', projectId)
    .select(['workingGroupMember.userId', 'workingGroup.name'])
    .orderBy('workingGroup.name')
    .execute()
  const byUser = Map.groupBy(rows, ({ userId }) => userId)
  return new Map(Array.from(byUser, ([userId, own]) => [userId, own.map(({ name }) => name)]))
}
