import type { Database, Now } from './database.ts'
import type { CoverSummary, ProjectStore } from './port.ts'
import { projectRowSchema, projectRowWithRoleSchema } from './rows.ts'
import { appendTrail } from './trail.ts'

export function createProjectStore(db: Database, now: Now): ProjectStore {
  return {
    async add({ id, cover, update, lead, isImported = false }) {
      const createdAt = now()
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('project')
          .values({ id, ...coverColumns(cover), createdAt })
          .execute()
        await transaction
          .insertInto('planUpdate')
          .values({ projectId: id, seq: 1, userId: lead, createdAt, update })
          .execute()
        if (lead !== null) {
          await transaction
            .insertInto('member')
            .values({ projectId: id, userId: lead, role: 'lead', createdAt })
            .execute()
        }
        if (isImported) {
          const event = { type: 'imported', name: cover.title } as const
          await appendTrail(transaction, now, { projectId: id, userId: lead, event })
        }
      })
    },

    async find(id) {
      const row = await selectProjects(db).where('project.id', '=', id).executeTakeFirst()
      return row === undefined ? null : projectRowSchema.parse(row)
    },

    async listAll() {
      const rows = await selectProjects(db)
        .select((q) => q.val('lead').as('role'))
        .execute()
      return latestFirst(rows.map((row) => projectRowWithRoleSchema.parse(row)))
    },

    async listOf(userId) {
      const rows = await selectProjects(db)
        .innerJoin('member', 'member.projectId', 'project.id')
        .where('member.userId', '=', userId)
        .select('member.role')
        .execute()
      return latestFirst(rows.map((row) => projectRowWithRoleSchema.parse(row)))
    },

    async setCover(id, cover) {
      await db.updateTable('project').set(coverColumns(cover)).where('id', '=', id).execute()
    },
  }
}

/** When a plan last changed is read from its log: a column would cost every keystroke a second write. */
function selectProjects(db: Database) {
  return db
    .selectFrom('project')
    .select([
      'project.id',
      'project.title',
      'project.academy',
      'project.periodStart',
      'project.periodEnd',
      'project.createdAt',
      'project.phase',
    ])
    .select((q) =>
      q
        .selectFrom('planState')
        .whereRef('planState.projectId', '=', 'project.id')
        .select('planState.updatedAt')
        .orderBy('planState.seq', 'desc')
        .limit(1)
        .as('compactedAt'),
    )
    .select((q) =>
      q
        .selectFrom('planUpdate')
        .whereRef('planUpdate.projectId', '=', 'project.id')
        .select('planUpdate.createdAt')
        .orderBy('planUpdate.seq', 'desc')
        .limit(1)
        .as('changedAt'),
    )
}

function coverColumns({ title, academy, period }: CoverSummary) {
  return { title, academy, periodStart: period?.start ?? null, periodEnd: period?.end ?? null }
}

function latestFirst<T extends { updatedAt: string; title: string }>(projects: T[]): T[] {
  return projects.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt) || a.title.localeCompare(b.title))
}
