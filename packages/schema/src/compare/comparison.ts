import { z } from 'zod'

import { datedValueSchema, periodSchema } from '../project.ts'
import { blockTextSchema } from '../text/rich-text.ts'
import { placeNameSchema } from './plan-text.ts'

/** The version of the JSON form below; a reader refuses a higher one. */
export const comparisonFormatVersion = 1

/** What may differ: the cover, or a node of the plan. */
export const comparedKindSchema = z.enum([
  'cover',
  'section',
  'axis',
  'group',
  'action',
  'measure',
  'indicator',
  'statement',
])
export type ComparedKind = z.infer<typeof comparedKindSchema>

const comparedValueSchema = z.union([z.string(), datedValueSchema, periodSchema])
export type ComparedValue = z.infer<typeof comparedValueSchema>

/** A text before and after; lines are one paragraph. Null: the node was not there. */
const textChangeSchema = z.object({
  field: z.string(),
  before: blockTextSchema.nullable(),
  after: blockTextSchema.nullable(),
})
export type TextChange = z.infer<typeof textChangeSchema>

/** A structured field before and after; null: not filled in. */
const valueChangeSchema = z.object({
  field: z.string(),
  before: comparedValueSchema.nullable(),
  after: comparedValueSchema.nullable(),
})
export type ValueChange = z.infer<typeof valueChangeSchema>

/**
 * What became of one node. `added` and `withdrawn` ones carry all their texts and fields, `kept` ones those that differ. What stands in
 * a node has changes of its own. `path`: where it stands, itself last, in the plan after; of a withdrawn one, in the plan before.
 */
const nodeChangeSchema = z.object({
  type: z.enum(['added', 'withdrawn', 'kept']),
  /** Id of the node; `cover`. */
  node: z.string(),
  kind: comparedKindSchema,
  part: z.enum(['cover', 'front', 'axes', 'back', 'tray']),
  /** Id of the axis that it stands in, or is. */
  axis: z.string().nullable(),
  /** Id of the action that it stands in, or is. */
  action: z.string().nullable(),
  path: z.array(placeNameSchema),
  /** Of the rubric that it stands under; empty elsewhere. */
  heading: z.string(),
  /**
   * Of a kept node that stands elsewhere: where it stood. `isWithin`: among the same siblings, elsewhere in their order. What went
   * along with the node that it stands in did not move.
   */
  move: z
    .object({ from: z.array(placeNameSchema), fromHeading: z.string(), isWithin: z.boolean() })
    .nullable(),
  texts: z.array(textChangeSchema),
  values: z.array(valueChangeSchema),
})
export type NodeChange = z.infer<typeof nodeChangeSchema>

/** What became of one place of the template's pages. */
const slotChangeSchema = z.object({
  type: z.enum(['added', 'withdrawn', 'kept']),
  level: z.enum(['axis', 'action']),
  slot: z.string(),
  heading: z.string(),
  isMoved: z.boolean(),
  values: z.array(valueChangeSchema),
})
export type SlotChange = z.infer<typeof slotChangeSchema>

/**
 * What differs between two states of a plan, in the reading order of the one after, withdrawn nodes where they stood. Numbers follow
 * from places and are never a change. Dismissed findings are no part of the plan's words and are left aside.
 */
export const comparisonSchema = z.object({
  format: z.literal('concerte-comparison'),
  version: z.literal(comparisonFormatVersion),
  template: z.object({ values: z.array(valueChangeSchema), slots: z.array(slotChangeSchema) }),
  changes: z.array(nodeChangeSchema),
})
export type Comparison = z.infer<typeof comparisonSchema>
