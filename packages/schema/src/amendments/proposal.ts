import { z } from 'zod'

import { nodeIdSchema, rubricIdSchema } from '../ids.ts'
import { actionFieldsSchema, indicatorFieldsSchema } from '../project.ts'
import { blockTextSchema } from '../text/rich-text.ts'

/** Characters of what is withdrawn: the longest axis of a plan that people write has a tenth of it. */
export const maxSeen = 500_000

const nodeOrCoverSchema = z.union([nodeIdSchema, z.literal('cover')])

/** A value of a structured field in JSON; null: not filled in. */
export const fieldValueSchema = z.union([
  z.string().max(2000),
  z.object({ value: z.string().max(200), date: z.string().max(10).optional() }),
  z.null(),
])
export type FieldValue = z.infer<typeof fieldValueSchema>

/** Where something is to stand: under a node or the root `axes`, after one of its siblings (null: first). */
export const spotSchema = z.object({
  parent: z.union([nodeIdSchema, z.literal('axes')]),
  rubric: rubricIdSchema.optional(),
  after: nodeIdSchema.nullable(),
})
export type Spot = z.infer<typeof spotSchema>

/** A node to be added, with what stands in it. Texts of profile `line` are one paragraph. */
const draftEntrySchema = z.object({
  type: z.literal('entry'),
  text: blockTextSchema,
  ...indicatorFieldsSchema.shape,
})
const draftActionSchema = z.object({
  type: z.literal('action'),
  title: blockTextSchema,
  ...actionFieldsSchema.shape,
  rubrics: z
    .array(z.object({ rubric: rubricIdSchema, entries: z.array(draftEntrySchema).max(200) }))
    .max(50)
    .optional(),
})
const draftAxisSchema = z.object({
  type: z.literal('axis'),
  title: blockTextSchema,
  actions: z.array(draftActionSchema).max(100).optional(),
})

export const draftSchema = z.discriminatedUnion('type', [
  draftEntrySchema,
  draftActionSchema,
  draftAxisSchema,
])
export type Draft = z.infer<typeof draftSchema>

/**
 * What an amendment proposes, with the base that its author saw. A text of profile `line` is one paragraph here too, so
 * that all texts are compared and merged in one form.
 */
export const proposalSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    node: nodeOrCoverSchema,
    field: z.string().min(1).max(64),
    base: blockTextSchema,
    text: blockTextSchema,
  }),
  z.object({
    type: z.literal('field'),
    node: nodeIdSchema,
    field: z.string().min(1).max(64),
    base: fieldValueSchema,
    value: fieldValueSchema,
  }),
  z.object({
    type: z.literal('add'),
    at: spotSchema,
    draft: draftSchema,
  }),
  /** `seen`: the plain words of the node and of all in it, so that nothing written since goes unseen. */
  z.object({ type: z.literal('withdraw'), node: nodeIdSchema, seen: z.string().max(maxSeen) }),
  z.object({ type: z.literal('move'), node: nodeIdSchema, base: spotSchema, to: spotSchema }),
])
export type Proposal = z.infer<typeof proposalSchema>

/**
 * What a decider wrote or chose in the place of what was proposed (accepted with changes, the synthesis of a collision),
 * with what they saw stand there, so that nothing is lost that came since.
 */
export const insteadSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), seen: blockTextSchema, text: blockTextSchema }),
  z.object({ type: z.literal('field'), seen: fieldValueSchema, value: fieldValueSchema }),
  z.object({ type: z.literal('add'), at: spotSchema, draft: draftSchema }),
  /** The words that the decider saw in what is withdrawn. */
  z.object({ type: z.literal('withdraw'), seen: z.string().max(maxSeen) }),
  /** `seen`: where the decider saw it stand; `to`: where it goes instead. */
  z.object({ type: z.literal('move'), seen: spotSchema, to: spotSchema.optional() }),
])
export type Instead = z.infer<typeof insteadSchema>
