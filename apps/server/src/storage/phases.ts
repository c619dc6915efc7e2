import { phaseDatesSchema, trailEventSchema, type PhaseMove, type ProjectId } from '@concerte/api'
import { phaseSchema } from '@concerte/schema'
import { z } from 'zod'

import type { Database, Now } from './database.ts'
import { appendTrail } from './trail.ts'
import type { PhaseStore } from './validation-port.ts'

export function createPhaseStore(db: Database, now: Now): PhaseStore {
  return {
    dates: (projectId) => readDates(db, projectId),

    setDates: (projectId, dates, by) =>
      db.transaction().execute(async (transaction) => {
        const { phase, startsOn, endsOn } = dates
        const before = (await readDates(transaction, projectId)).find((known) => known.phase === phase)
        if ((before?.startsOn ?? null) === startsOn && (before?.endsOn ?? null) === endsOn) return false
        await transaction
          .deleteFrom('phaseDates')
          .where('projectId', '=', projectId)
          .where('phase', '=', phase)
          .execute()
        if (startsOn !== null || endsOn !== null) {
          await transaction
            .insertInto('phaseDates')
            .values({ projectId, ...dates })
            .execute()
        }
        await appendTrail(transaction, now, {
          projectId,
          userId: by,
          event: { type: 'phase-dated', ...dates },
        })
        return true
      }),

    async moves(projectId) {
      const rows = await db
        .selectFrom('trail')
        .where('projectId', '=', projectId)
        // The entries that may tell of one; which do is asked of what is read.
        .where((q) => q.or(movingEvents.map((type) => q('event', 'like', `%"type":"${type}"%`))))
        .select(['at', 'userName', 'event'])
        .orderBy('number', 'desc')
        .execute()
      return rows.flatMap(toMove)
    },

    move: (projectId, to, by) =>
      db.transaction().execute(async (transaction) => {
        const { phase: from } = projectPhaseSchema.parse(
          await transaction
            .selectFrom('project')
            .where('id', '=', projectId)
            .select('phase')
            .executeTakeFirstOrThrow(),
        )
        if (from === to || from === 'final') return null
        await transaction.updateTable('project').set({ phase: to }).where('id', '=', projectId).execute()
        await appendTrail(transaction, now, {
          projectId,
          userId: by,
          event: { type: 'phase-changed', from, to },
        })
        return { from }
      }),
  }
}

const movingEvents = ['phase-changed', 'sealed', 'reopened'] as const
const projectPhaseSchema = z.object({ phase: phaseSchema })

async function readDates(db: Database, projectId: ProjectId) {
  const rows = await db
    .selectFrom('phaseDates')
    .where('projectId', '=', projectId)
    .select(['phase', 'startsOn', 'endsOn'])
    .execute()
  return rows.map((row) => phaseDatesSchema.parse(row))
}

function toMove({
  at,
  userName,
  event,
}: {
  at: string
  userName: string | null
  event: string
}): PhaseMove[] {
  const told = trailEventSchema.parse(JSON.parse(event))
  if (told.type === 'phase-changed') return [{ from: told.from, to: told.to, by: userName, at }]
  if (told.type === 'sealed') return [{ from: 'validation', to: 'final', by: userName, at }]
  return told.type === 'reopened' ? [{ from: 'final', to: told.phase, by: userName, at }] : []
}
