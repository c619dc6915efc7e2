import { sealSchema, type ProjectId } from '@concerte/api'
import { nodeIdSchema, phaseSchema } from '@concerte/schema'
import { z } from 'zod'

import { isApproved, readApprovers } from './approvals.ts'
import type { Database, Now } from './database.ts'
import { countSchema } from './rows.ts'
import { appendTrail } from './trail.ts'
import type { SealStore } from './validation-port.ts'
import { insertVersion } from './versions.ts'

export function createSealStore(db: Database, now: Now): SealStore {
  return {
    lastUpdate: (projectId) => lastUpdate(db, projectId),
    async updatesAfter(projectId, number) {
      const rows = await db
        .selectFrom('planUpdate')
        .where('projectId', '=', projectId)
        .where('seq', '>', number)
        .select(['seq', 'update'])
        .orderBy('seq')
        .execute()
      const first = rows[0]?.seq ?? (await lastUpdate(db, projectId)) + 1
      // Numbers have no gaps but where the log was compacted.
      return first === number + 1 ? rows.map(({ update }) => update) : null
    },
    revision: async (projectId) => (await readState(db, projectId)).revision,

    async stage(projectId, revision, files) {
      await unstage(db, projectId, revision)
      for (const { format, bytes, sha256 } of files) {
        await db.transaction().execute(async (transaction) => {
          if (await isSealed(transaction, projectId, revision)) return
          await transaction
            .insertInto('sealedFile')
            .values({ projectId, revision, format, bytes, sha256 })
            .execute()
        })
      }
    },

    unstage: (projectId, revision) => unstage(db, projectId, revision),

    seal: ({ projectId, revision, sha256, sealedBy, sealedAt, version, ...seal }) =>
      db.transaction().execute(async (transaction) => {
        const state = await readState(transaction, projectId)
        if (state.phase !== 'validation' || state.revision !== revision) return 'phase-forbids'
        if ((await lastUpdate(transaction, projectId)) !== seal.lastUpdate) return 'text-changed'
        if (!isApproved(await readApprovers(transaction, projectId), sha256)) return 'approvals-missing'
        await insertVersion(transaction, now, version)
        await transaction
          .insertInto('seal')
          .values({ projectId, revision, versionId: version.id, sealedBy, sealedAt })
          .execute()
        await transaction.updateTable('project').set({ phase: 'final' }).where('id', '=', projectId).execute()
        await appendTrail(transaction, now, {
          projectId,
          userId: sealedBy,
          event: { type: 'sealed', revision, sha256 },
        })
        return 'sealed'
      }),

    async list(projectId) {
      const seals = await db
        .selectFrom('seal')
        .innerJoin('version', 'version.id', 'seal.versionId')
        .leftJoin('user', 'user.id', 'seal.sealedBy')
        .where('seal.projectId', '=', projectId)
        .select(['seal.revision', 'version.name', 'user.name as sealedBy', 'seal.sealedAt', 'version.sha256'])
        .orderBy('seal.revision', 'desc')
        .execute()
      const files = await db
        .selectFrom('sealedFile')
        .where('projectId', '=', projectId)
        .select((q) => ['revision', 'format', 'sha256', q.fn<number>('length', ['bytes']).as('size')])
        .orderBy('format')
        .execute()
      return seals.map((seal) =>
        sealSchema.parse({ ...seal, files: files.filter(({ revision }) => revision === seal.revision) }),
      )
    },

    async file(projectId, revision, format) {
      const row = await db
        .selectFrom('sealedFile')
        // Others are staged.
        .innerJoin('seal', (join) =>
          join
            .onRef('seal.projectId', '=', 'sealedFile.projectId')
            .onRef('seal.revision', '=', 'sealedFile.revision'),
        )
        .where('sealedFile.projectId', '=', projectId)
        .where('sealedFile.format', '=', format)
        .$if(revision !== 'latest', (query) => query.where('sealedFile.revision', '=', Number(revision)))
        .select(['sealedFile.revision', 'sealedFile.bytes', 'sealedFile.sha256'])
        .orderBy('sealedFile.revision', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : { ...row, format }
    },

    reopen: ({ projectId, phase, reason, by }) =>
      db.transaction().execute(async (transaction) => {
        const state = await readState(transaction, projectId)
        if (state.phase !== 'final') return false
        const { revision } = state
        const next = (await isSealed(transaction, projectId, revision)) ? revision + 1 : revision
        await transaction
          .updateTable('project')
          .set({ phase, revision: next })
          .where('id', '=', projectId)
          .execute()
        // The next revision is approved anew, be it by the same words; who approved this one is in the trail.
        await transaction.deleteFrom('approval').where('projectId', '=', projectId).execute()
        await appendTrail(transaction, now, {
          projectId,
          userId: by,
          event: { type: 'reopened', revision, phase, reason },
        })
        return true
      }),

    async pending(projectId) {
      const threads = await db
        .selectFrom('thread')
        .where('projectId', '=', projectId)
        .where('resolvedAt', 'is', null)
        .select((q) => q.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      const amendments = await db
        .selectFrom('amendment')
        .where('projectId', '=', projectId)
        .select('id')
        .execute()
      const fates = await db
        .selectFrom('amendmentFate')
        .innerJoin('amendment', 'amendment.id', 'amendmentFate.amendmentId')
        .where('amendment.projectId', '=', projectId)
        .select(['amendmentFate.amendmentId', 'amendmentFate.fate'])
        .orderBy('amendmentFate.number')
        .execute()
      // The last one counts.
      const fateOf = new Map(fates.map(({ amendmentId, fate }) => [amendmentId, fate]))
      const isUndecided = (id: string) => {
        const fate = fateOf.get(id)
        return fate === undefined || fateTypeSchema.parse(JSON.parse(fate)).type === 'open'
      }
      const locks = await db
        .selectFrom('axisLock')
        .where('projectId', '=', projectId)
        .select('axisId')
        .execute()
      return {
        openThreads: countSchema.parse(threads.count),
        undecidedAmendments: amendments.filter(({ id }) => isUndecided(id)).length,
        locked: locks.map(({ axisId }) => nodeIdSchema.parse(axisId)),
      }
    },
  }
}

const fateTypeSchema = z.object({ type: z.string() })
const stateSchema = z.object({ phase: phaseSchema, revision: z.number().int() })

function unstage(db: Database, projectId: ProjectId, revision: number): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    if (await isSealed(transaction, projectId, revision)) return
    await transaction
      .deleteFrom('sealedFile')
      .where('projectId', '=', projectId)
      .where('revision', '=', revision)
      .execute()
  })
}

async function isSealed(db: Database, projectId: ProjectId, revision: number): Promise<boolean> {
  const seal = await db
    .selectFrom('seal')
    .where('projectId', '=', projectId)
    .where('revision', '=', revision)
    .select('revision')
    .executeTakeFirst()
  return seal !== undefined
}

async function readState(db: Database, projectId: ProjectId) {
  const row = await db
    .selectFrom('project')
    .where('id', '=', projectId)
    .select(['phase', 'revision'])
    .executeTakeFirstOrThrow()
  return stateSchema.parse(row)
}

async function lastUpdate(db: Database, projectId: ProjectId): Promise<number> {
  const update = await db
    .selectFrom('planUpdate')
    .where('projectId', '=', projectId)
    .select((q) => q.fn.max('seq').as('seq'))
    .executeTakeFirst()
  // Where the log was compacted its last rows are in the state.
  const state = await db
    .selectFrom('planState')
    .where('projectId', '=', projectId)
    .select((q) => q.fn.max('seq').as('seq'))
    .executeTakeFirst()
  return Math.max(countSchema.parse(update?.seq ?? 0), countSchema.parse(state?.seq ?? 0))
}
