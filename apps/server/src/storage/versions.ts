import { personWorkSchema, projectIdSchema, versionKindSchema } from '@concerte/api'
import { projectSchema } from '@concerte/schema'
import type { Transaction } from 'kysely'
import { z } from 'zod'

import { canonicalJson } from './canonical-json.ts'
import type { Database, Now, Tables } from './database.ts'
import { appendTrail } from './trail.ts'
import { unpackProject, unpackState, versionRowHash } from './version-content.ts'
import type { NewVersionRecord, VersionRecord, VersionStore } from './version-port.ts'

const headColumns = [
  'version.id',
  'version.projectId',
  'version.number',
  'version.kind',
  'version.name',
  'version.createdBy',
  'version.createdAt',
  'version.work',
  'version.letGoAt',
  'version.stateSha256',
  'version.sha256',
  'version.previousSha256',
] as const

const headSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  number: z.number(),
  kind: z.string(),
  name: z.string(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  work: z.string().nullable(),
  letGoAt: z.string().nullable(),
  stateSha256: z.string(),
  sha256: z.string(),
  previousSha256: z.string().nullable(),
})

const rowSchema = headSchema
  .extend({ projectId: projectIdSchema, kind: versionKindSchema, authorName: z.string().nullable() })
  .transform(({ createdBy: _id, authorName, work, letGoAt, stateSha256: _state, ...row }): VersionRecord => {
    const parsed = work === null ? null : z.array(personWorkSchema).parse(JSON.parse(work))
    return { ...row, createdBy: authorName, work: parsed, isKept: letGoAt === null }
  })

export function createVersionStore(db: Database, now: Now): VersionStore {
  const find: VersionStore['find'] = async (projectId, id) => {
    const row = await selectVersions(db, projectId).where('version.id', '=', id).executeTakeFirst()
    return row === undefined ? null : rowSchema.parse(row)
  }

  const content: VersionStore['content'] = async (projectId, id) => {
    const row = await db
      .selectFrom('version')
      .where('projectId', '=', projectId)
      .where('id', '=', id)
      .select(['state', 'project'])
      .executeTakeFirst()
    if (row === undefined || row.state === null || row.project === null) return null
    return { state: row.state, project: row.project }
  }

  return {
    find,
    content,

    async add(version) {
      const { projectId, kind, name, createdBy, content } = version
      await db.transaction().execute(async (transaction) => {
        await insertVersion(transaction, now, version)
        if (kind !== 'named' && kind !== 'milestone') return
        const event = { type: 'version-named', name, sha256: content.sha256 } as const
        await appendTrail(transaction, now, { projectId, userId: createdBy, event })
      })
      const added = await find(version.projectId, version.id)
      if (added === null) throw new Error('The version is gone as soon as it was added')
      return added
    },

    async list(projectId) {
      const rows = await selectVersions(db, projectId).orderBy('version.number', 'desc').execute()
      return rows.map((row) => rowSchema.parse(row))
    },

    async read(projectId, id) {
      const [version, packed] = [await find(projectId, id), await content(projectId, id)]
      if (version === null || packed === null) return null
      const project = projectSchema.parse(JSON.parse(unpackProject(packed.project)))
      return { version, project, state: unpackState(packed.state) }
    },

    async newest(projectId) {
      const row = await selectVersions(db, projectId)
        .orderBy('version.number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : rowSchema.parse(row)
    },

    async rename(projectId, id, { name, kind, by }) {
      await db.transaction().execute(async (transaction) => {
        const sha256 = await changeHead(transaction, { projectId, id }, { name, kind })
        if (sha256 === null) return
        const event = { type: 'version-named', name, sha256 } as const
        await appendTrail(transaction, now, { projectId, userId: by, event })
      })
      return find(projectId, id)
    },

    async letGo(projectId, ids) {
      const letGoAt = now()
      for (const id of ids) {
        await db.transaction().execute(async (transaction) => {
          await changeHead(transaction, { projectId, id }, { letGoAt })
          await transaction
            .updateTable('version')
            .set({ state: null, project: null })
            .where('projectId', '=', projectId)
            .where('id', '=', id)
            .execute()
        })
      }
    },

    async *stored(projectId) {
      const ids = await db
        .selectFrom('version')
        .where('projectId', '=', projectId)
        .select('id')
        .orderBy('number')
        .execute()
      for (const { id } of ids) {
        const row = await db
          .selectFrom('version')
          .where('projectId', '=', projectId)
          .where('id', '=', id)
          .select([...headColumns, 'rowSha256', 'state', 'project'])
          .executeTakeFirst()
        if (row === undefined) continue
        const { state, project, ...head } = row
        yield { head: headSchema.extend({ rowSha256: z.string() }).parse(head), state, project }
      }
    },

    async countAstray() {
      const rows = await db
        .selectFrom('version')
        .leftJoin('project', 'project.id', 'version.projectId')
        .where('project.id', 'is', null)
        .select('version.id')
        .execute()
      return rows.length
    },
  }
}

/** Adds a version within a transaction: with the next number, and the hash of the one before. */
export async function insertVersion(
  transaction: Transaction<Tables>,
  now: Now,
  { id, projectId, kind, name, createdBy, work, content: packed }: NewVersionRecord,
): Promise<{ id: string }> {
  const previous = await transaction
    .selectFrom('version')
    .where('projectId', '=', projectId)
    .select(['number', 'sha256'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const head = {
    id,
    projectId,
    // Unique in its plan, so that of two versions made at once on an overlapping database one fails instead of breaking the chain.
    number: (previous?.number ?? 0) + 1,
    kind,
    name,
    createdBy,
    createdAt: now(),
    work: work === null ? null : canonicalJson(work),
    letGoAt: null,
    stateSha256: packed.stateSha256,
    sha256: packed.sha256,
    previousSha256: previous?.sha256 ?? null,
  }
  const { state, project } = packed
  await transaction
    .insertInto('version')
    .values({ ...head, state, project, rowSha256: versionRowHash(head) })
    .execute()
  return { id }
}

/** Changes what is said of a version, and the hash over it with it; resolves to the hash of its words, null where there is none. */
async function changeHead(
  transaction: Transaction<Tables>,
  { projectId, id }: { projectId: string; id: string },
  change: { name?: string; kind?: string; letGoAt?: string },
): Promise<string | null> {
  const row = await transaction
    .selectFrom('version')
    .where('projectId', '=', projectId)
    .where('id', '=', id)
    .select(headColumns)
    .executeTakeFirst()
  if (row === undefined) return null
  const head = { ...headSchema.parse(row), ...change }
  await transaction
    .updateTable('version')
    .set({ ...change, rowSha256: versionRowHash(head) })
    .where('projectId', '=', projectId)
    .where('id', '=', id)
    .execute()
  return head.sha256
}

function selectVersions(db: Database, projectId: string) {
  return db
    .selectFrom('version')
    .leftJoin('user', 'user.id', 'version.createdBy')
    .where('version.projectId', '=', projectId)
    .select([...headColumns, 'user.name as authorName'])
}
