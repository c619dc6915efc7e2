import { planTextSchema } from '@concerte/schema'
import { z } from 'zod'

/** Why words did not reach a plan; the first group are the server's refusals of a write. */
export const rescueReasons = [
  'rejected',
  'foreign-author',
  'not-your-axis',
  'structure',
  'axis-locked',
  'phase',
  'plan-final',
  'forbidden',
  'read-only',
  'replaced',
] as const
export type RescueReason = (typeof rescueReasons)[number]

/** A copy of what a person had written in a plan that did not take it. `at`: ISO 8601. */
export const rescueSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  at: z.string(),
  reason: z.enum(rescueReasons),
  texts: z.array(planTextSchema),
})
export type Rescue = z.infer<typeof rescueSchema>
