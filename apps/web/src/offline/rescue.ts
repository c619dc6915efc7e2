import { planTextSchema } from '@concerte/schema'
import { clientRefusalCodes } from '@concerte/sync'
import { z } from 'zod'

/** Why words did not reach a plan. Of who is only signed out, nothing is given up. */
const rescueReasonSchema = z.enum(clientRefusalCodes).exclude(['signed-out'])
export type RescueReason = z.infer<typeof rescueReasonSchema>

/** A copy of what a person had written in a plan that did not take it. `at`: ISO 8601. */
export const rescueSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  at: z.string(),
  reason: rescueReasonSchema,
  texts: z.array(planTextSchema),
})
export type Rescue = z.infer<typeof rescueSchema>
