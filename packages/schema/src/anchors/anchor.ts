import { z } from 'zod'

/** What is kept around a quote, in UTF-16 units. */
export const contextLength = 40

/** How many nodes an anchor names as those that its text has words from. */
export const maxKin = 16

/**
 * A stretch of text as it was when somebody pointed at it, kept outside the document. Its characters are named by their
 * Yjs ids, so that it follows them wherever edits of others push them, and it is known for sure when none is left.
 */
export const anchorSchema = z.object({
  /** Id of the node; `cover` for the texts of the cover. */
  node: z.string().min(1).max(64),
  field: z.string().min(1).max(64),
  /** [Yjs client id, first clock, length] of the characters, in their order. */
  runs: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative(), z.int().positive()])).max(2000),
  /** The words, and what stood before and after them (at most {@link contextLength} units each). */
  quote: z.string().min(1).max(5000),
  before: z.string().max(contextLength),
  after: z.string().max(contextLength),
  /** Ids of the nodes from which words of this text came by then: where they go back to when that is undone. */
  kin: z.array(z.string().max(64)).max(maxKin).optional(),
})
export type Anchor = z.infer<typeof anchorSchema>

/** What a thread hangs on: a stretch of text, or a node as a whole (`cover` for the cover). */
export const subjectSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), anchor: anchorSchema }),
  z.object({ type: z.literal('node'), node: z.string().min(1).max(64) }),
])
export type Subject = z.infer<typeof subjectSchema>

/**
 * Where a thread stands now. `text`: on these units [from, to) of the plain words of a text. `node`: on a node; with
 * `isGone`, because the passage was removed. `bin`: what it hangs on is in the bin. `unplaced`: it is nowhere in the plan
 * any more.
 */
export type Standing =
  | { type: 'text'; node: string; field: string; from: number; to: number }
  | { type: 'node'; node: string; isGone: boolean }
  | { type: 'bin'; node: string; isGone: boolean }
  | { type: 'unplaced' }
