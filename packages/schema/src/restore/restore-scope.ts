import { z } from 'zod'

import { nodeIdSchema } from '../ids.ts'

/**
 * How much of a version comes back: the whole plan; a node with all that stood under it; or one text or structured field, of a
 * node or of the cover.
 */
export const restoreScopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('plan') }),
  z.object({ type: z.literal('node'), node: nodeIdSchema }),
  z.object({
    type: z.literal('field'),
    node: z.union([nodeIdSchema, z.literal('cover')]),
    field: z.string().max(100),
  }),
])
export type RestoreScope = z.infer<typeof restoreScopeSchema>
