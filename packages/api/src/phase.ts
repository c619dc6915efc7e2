import { phaseSchema } from '@concerte/schema'
import { z } from 'zod'

/**
 * PUT /api/projects/{projectId}/phase (permission `manage`). Sealing brings a plan to `final` (`seal-needed`), reopening
 * out of it (`reopening-needed`).
 */
export const planPhaseSchema = z.object({ phase: phaseSchema })
export type PlanPhase = z.infer<typeof planPhaseSchema>

const daySchema = z.iso.date().nullable()
/** The days that are meant for a phase, `YYYY-MM-DD`, the last one included. */
export const phaseDaysSchema = z
  .object({ startsOn: daySchema, endsOn: daySchema })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
  })
export type PhaseDays = z.infer<typeof phaseDaysSchema>
/** PUT /api/projects/{projectId}/phases/{phase} (permission `manage`): the days of one phase -> 204 */
export const phaseDatesSchema = z.object({ phase: phaseSchema, startsOn: daySchema, endsOn: daySchema })
export type PhaseDates = z.infer<typeof phaseDatesSchema>

/** Who brought the plan from one phase to another, and when; the name is as it was then. */
export const phaseMoveSchema = z.object({
  from: phaseSchema,
  to: phaseSchema,
  by: z.string().nullable(),
  at: z.string(),
})
export type PhaseMove = z.infer<typeof phaseMoveSchema>

/** GET /api/projects/{projectId}/phase: `dates` of the phases that have some, `moves` newest first. */
export const phaseStorySchema = z.object({
  phase: phaseSchema,
  dates: z.array(phaseDatesSchema),
  moves: z.array(phaseMoveSchema),
})
export type PhaseStory = z.infer<typeof phaseStorySchema>
