import type { UpdateLog } from '@concerte/sync'

import type { Database, Now } from './database.ts'

/** Rows in one INSERT: four parameters each, far under the limit of any database. */
const chunkSize = 500

export function createUpdateLog(db: Database, now: Now): UpdateLog {
  return {
    load: (projectId) =>
      // One transaction, so that a compaction cannot fall between the two reads.
      db.transaction().execute(async (transaction) => {
        const state = await transaction
          .selectFrom('planState')
          .where('projectId', '=', projectId)
          .select(['state', 'seq'])
          .executeTakeFirst()
        const rows = await transaction
          .selectFrom('planUpdate')
          .where('projectId', '=', projectId)
          .select(['seq', 'update'])
          .orderBy('seq')
          .execute()
        return {
          state: state?.state ?? null,
          updates: rows.map((row) => row.update),
          seq: rows.at(-1)?.seq ?? state?.seq ?? 0,
        }
      }),

    append: (updates) =>
      db.transaction().execute(async (transaction) => {
        const createdAt = now()
        const seqs: number[] = []
        for (let start = 0; start < updates.length; start += chunkSize) {
          const rows = await transaction
            .insertInto('planUpdate')
            .values(
              updates
                .slice(start, start + chunkSize)
                .map(({ projectId, userId, update }) => ({ projectId, userId, createdAt, update })),
            )
            .returning('seq')
            .execute()
          // RETURNING promises no order; numbers are given out in the order of the rows.
          seqs.push(...rows.map((row) => row.seq).toSorted((a, b) => a - b))
        }
        return seqs
      }),

    compact: (projectId, state, seq) =>
      db.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom('planUpdate')
          .where('projectId', '=', projectId)
          .where('seq', '<=', seq)
          .select('createdAt')
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirst()
        // Nothing left to put away: another compaction was here before.
        if (last === undefined) return
        const updatedAt = last.createdAt
        await transaction
          .insertInto('planState')
          .values({ projectId, seq, updatedAt, state })
          .onConflict((conflict) => conflict.column('projectId').doUpdateSet({ seq, updatedAt, state }))
          .execute()
        await transaction
          .deleteFrom('planUpdate')
          .where('projectId', '=', projectId)
          .where('seq', '<=', seq)
          .execute()
      }),

    async discard(projectId, seq) {
      await db.deleteFrom('planUpdate').where('projectId', '=', projectId).where('seq', '=', seq).execute()
    },
  }
}
