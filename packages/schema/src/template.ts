import { z } from 'zod'

import { rubricIdSchema } from './ids.ts'

/** What one item of a rubric is. Indicators also carry structured fields. */
export const entryTypeSchema = z.enum(['measure', 'indicator', 'statement'])
export type EntryType = z.infer<typeof entryTypeSchema>

/** A headed list of entries. An empty heading shows none; `headingOne` replaces it over a single entry («Indicateur»). */
export const rubricSchema = z.object({
  type: z.literal('rubric'),
  id: rubricIdSchema,
  entryType: entryTypeSchema,
  heading: z.string().max(300),
  headingOne: z.string().max(300).optional(),
  /** No longer offered; it shows only where it still holds entries. */
  retired: z.literal(true).optional(),
})
export type Rubric = z.infer<typeof rubricSchema>

/** Where the axis's introduction stands among its rubrics. */
const introductionSlotSchema = z.object({
  type: z.literal('introduction'),
  id: rubricIdSchema,
})

/** Where the axis lists its actions by their announced titles, under `heading` followed by the title of their group, if any. */
const actionListSlotSchema = z.object({
  type: z.literal('actionList'),
  id: rubricIdSchema,
  heading: z.string().max(300),
})

/** One place of an axis's or an action's page, in reading order. */
export const slotSchema = z.discriminatedUnion('type', [
  rubricSchema,
  introductionSlotSchema,
  actionListSlotSchema,
])
export type Slot = z.infer<typeof slotSchema>

/** The words that precede numbers and unnamed places. */
export const labelsSchema = z.object({
  axis: z.string().max(60),
  action: z.string().max(60),
  foreword: z.string().max(120),
})
export type Labels = z.infer<typeof labelsSchema>

/** How actions are numbered: from 1 in each axis, or through the whole plan. */
export const numberingSchema = z.object({ actions: z.enum(['perAxis', 'continuous']) })
export type Numbering = z.infer<typeof numberingSchema>

/** The «trame»: what an axis and an action are made of. A plan without an `actionList` slot has no actions. */
export const templateSchema = z.object({
  name: z.string().max(200),
  labels: labelsSchema,
  numbering: numberingSchema,
  axis: z.array(slotSchema),
  action: z.array(slotSchema),
})
export type Template = z.infer<typeof templateSchema>
export type SlotLevel = 'axis' | 'action'
