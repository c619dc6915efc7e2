import { projectSchema } from '@concerte/schema'
import { createHash } from 'node:crypto'

import { canonicalJson } from './canonical-json.ts'
import type { Database, Now } from './database.ts'
import type { VersionStore } from './port.ts'
import { versionRowSchema } from './rows.ts'

export function createVersionStore(db: Database, now: Now): VersionStore {
  return {
    async add({ id, projectId, name, createdBy, state, project }) {
      const json = canonicalJson(project)
      const sha256 = createHash('sha256').update(json).digest('hex')
      return db.transaction().execute(async (transaction) => {
        const previous = await transaction
          .selectFrom('version')
          .where('projectId', '=', projectId)
          .select(['number', 'sha256'])
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst()
        await transaction
          .insertInto('version')
          .values({
            id,
            projectId,
            // Unique in its plan, so that of two versions made at once on an overlapping database one fails instead of breaking the chain.
            number: (previous?.number ?? 0) + 1,
            name,
            createdBy,
            createdAt: now(),
            state,
            project: json,
            sha256,
            previousSha256: previous?.sha256 ?? null,
          })
          .execute()
        const row = await selectVersions(transaction).where('version.id', '=', id).executeTakeFirst()
        return versionRowSchema.parse(row)
      })
    },

    async list(projectId) {
      const rows = await selectVersions(db)
        .where('version.projectId', '=', projectId)
        .orderBy('version.number', 'desc')
        .execute()
      return rows.map((row) => versionRowSchema.parse(row))
    },

    async read(projectId, id) {
      const row = await selectVersions(db)
        .where('version.projectId', '=', projectId)
        .where('version.id', '=', id)
        .select(['version.project', 'version.state'])
        .executeTakeFirst()
      if (row === undefined) return null
      const project = projectSchema.parse(JSON.parse(row.project))
      return { version: versionRowSchema.parse(row), project, state: row.state }
    },
  }
}

function selectVersions(db: Database) {
  return db
    .selectFrom('version')
    .innerJoin('user', 'user.id', 'version.createdBy')
    .select([
      'version.id',
      'version.projectId',
      'version.name',
      'user.name as createdBy',
      'version.createdAt',
      'version.sha256',
      'version.previousSha256',
    ])
}
