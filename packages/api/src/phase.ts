import { phaseSchema } from '@concerte/schema'
import { z } from 'zod'

/** GET and PUT /api/projects/{projectId}/phase */
export const planPhaseSchema = z.object({ phase: phaseSchema })
export type PlanPhase = z.infer<typeof planPhaseSchema>
