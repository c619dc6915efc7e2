import { nodeIdSchema } from '@concerte/schema'
import { z } from 'zod'

/** An axis in which nobody writes. `lockedBy` is a name, null when that account is gone; `lockedAt` is ISO 8601 in UTC. */
export const axisLockSchema = z.object({
  axisId: nodeIdSchema,
  lockedBy: z.string().nullable(),
  lockedAt: z.string(),
})
export type AxisLock = z.infer<typeof axisLockSchema>

/** GET /api/projects/{projectId}/locks, the oldest first */
export const axisLockListSchema = z.object({ locks: z.array(axisLockSchema) })
