import { z } from 'zod'

import { userIdSchema } from './account.ts'

/** Someone who wrote in a plan, be they a member of it still or not. `name` is null when the account is gone. */
const authorSchema = z.object({ userId: userIdSchema, name: z.string().nullable() })

/** GET /api/projects/{projectId}/authors: whose each Yjs client id of the plan's document is. What nobody is named for, the server wrote. */
export const authorListSchema = z.object({
  people: z.array(authorSchema.extend({ clientIds: z.array(z.int().nonnegative()) })),
})
export type AuthorList = z.infer<typeof authorListSchema>

/**
 * GET /api/projects/{projectId}/authorship: who wrote each character that the plan holds. `length` in UTF-16 units of a
 * text's plain words; `userId` null for what a seed or an import brought; `node` null for the texts of the cover.
 * `totals` leave the bin aside.
 */
export const authorshipSchema = z.object({
  people: z.array(authorSchema),
  totals: z.array(z.object({ userId: userIdSchema.nullable(), length: z.int() })),
  texts: z.array(
    z.object({
      node: z.string().nullable(),
      field: z.string(),
      inBin: z.boolean(),
      runs: z.array(z.object({ userId: userIdSchema.nullable(), length: z.int() })),
    }),
  ),
})
export type Authorship = z.infer<typeof authorshipSchema>
