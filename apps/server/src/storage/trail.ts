import { trailEntrySchema, type ProjectId, type TrailEntry } from '@concerte/api'
import { z } from 'zod'

import { canonicalJson } from './canonical-json.ts'
import type { Database, Now } from './database.ts'
import { sha256Of } from './sha256-of.ts'
import type { TrailStore } from './trail-port.ts'

const rowSchema = z.object({
  number: z.number(),
  at: z.string(),
  userId: z.string().nullable(),
  userName: z.string().nullable(),
  event: z.string(),
  sha256: z.string(),
  previousSha256: z.string().nullable(),
})
type Row = z.infer<typeof rowSchema>

export function createTrailStore(db: Database, now: Now): TrailStore {
  return {
    add: (entry) => db.transaction().execute((transaction) => appendTrail(transaction, now, entry)),

    async list(projectId) {
      const rows = await selectRows(db, projectId).orderBy('number', 'desc').execute()
      return rows.map(toEntry)
    },

    async firstFault(projectId) {
      let before: Row | null = null
      for (const row of await selectRows(db, projectId).orderBy('number').execute()) {
        const follows =
          row.number === (before?.number ?? 0) + 1 && row.previousSha256 === (before?.sha256 ?? null)
        if (!follows || row.sha256 !== hashOf(projectId, row)) return row.number
        before = row
      }
      return null
    },

    async countAstray() {
      const rows = await db
        .selectFrom('trail')
        .leftJoin('project', 'project.id', 'trail.projectId')
        .where('project.id', 'is', null)
        .select('trail.number')
        .execute()
      return rows.length
    },
  }
}

/** Adds an entry within a transaction: with what it tells of, or not at all. */
export async function appendTrail(
  transaction: Database,
  now: Now,
  { projectId, userId, event }: Parameters<TrailStore['add']>[0],
): Promise<void> {
  const previous = await selectRows(transaction, projectId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const user = await transaction
    .selectFrom('user')
    .where('id', '=', userId ?? '')
    .select('name')
    .executeTakeFirst()
  const row = {
    // The key, so that of two entries at once on an overlapping database one fails instead of breaking the chain.
    number: (previous?.number ?? 0) + 1,
    at: now(),
    userId,
    userName: user?.name ?? null,
    event: canonicalJson(event),
    previousSha256: previous?.sha256 ?? null,
  }
  await transaction
    .insertInto('trail')
    .values({ projectId, ...row, sha256: hashOf(projectId, row) })
    .execute()
}

function selectRows(db: Database, projectId: ProjectId) {
  return db
    .selectFrom('trail')
    .where('projectId', '=', projectId)
    .select(['number', 'at', 'userId', 'userName', 'event', 'sha256', 'previousSha256'])
}

function toEntry(row: unknown): TrailEntry {
  const { event, ...columns } = rowSchema.parse(row)
  return trailEntrySchema.parse({ ...columns, event: JSON.parse(event) })
}

/** SHA-256, in hex, of the canonical JSON of an entry with the hash of the one before it. */
function hashOf(projectId: string, entry: Omit<Row, 'sha256'>): string {
  const { number, at, userId, userName, event, previousSha256 } = entry
  const hashed = {
    projectId,
    number,
    at,
    userId,
    userName,
    event: JSON.parse(event) as unknown,
    previousSha256,
  }
  return sha256Of(canonicalJson(hashed))
}
