import { z } from 'zod'

/** One step of the way to a text. `number` and `position` count from 1; null for what has no place in the plan. */
export const placeNameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('cover') }),
  z.object({ type: z.enum(['section', 'group']), title: z.string() }),
  z.object({
    type: z.enum(['axis', 'action']),
    label: z.string(),
    number: z.int().nullable(),
    title: z.string(),
  }),
  z.object({ type: z.enum(['measure', 'indicator', 'statement']), position: z.int().nullable() }),
])
export type PlaceName = z.infer<typeof placeNameSchema>

/** The words of one text or structured field, without their marks, and where they stand, outermost first. */
export const planTextSchema = z.object({
  /** Id of its node; `cover` for those of the cover. */
  node: z.string(),
  field: z.string(),
  path: z.array(placeNameSchema),
  words: z.string(),
})
export type PlanText = z.infer<typeof planTextSchema>
