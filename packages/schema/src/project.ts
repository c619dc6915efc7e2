import { z } from 'zod'

import { dismissalSchema } from './dismissals/dismissal.ts'
import { nodeIdSchema, rubricIdSchema } from './ids.ts'
import { blockTextSchema, lineTextSchema } from './text/rich-text.ts'
import { templateSchema } from './template.ts'

/** The version of the JSON form below; a reader refuses a higher one. */
export const projectFormatVersion = 1

/** A calendar date or a part of one: `2028`, `2028-06` or `2028-06-30`. */
export const partialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

/** A value with the date it holds for. `value` is text: «80 %», «12 ateliers», «oui». */
export const datedValueSchema = z.object({
  value: z.string().max(200),
  date: partialDateSchema.optional(),
})
export type DatedValue = z.infer<typeof datedValueSchema>

export const indicatorKindSchema = z.enum(['count', 'rate', 'change', 'survey', 'deliverable'])
export type IndicatorKind = z.infer<typeof indicatorKindSchema>

/** Structured fields of an action. Absent means not filled in. */
export const actionFieldsSchema = z.object({
  /** The short title that the axis page lists, when it differs from the action's own. Kept without its final full stop. */
  announcedTitle: z.string().max(1000).optional(),
  lead: z.string().max(1000).optional(),
  partners: z.string().max(2000).optional(),
  schedule: z.string().max(1000).optional(),
  /** The action of the previous plan that this one continues. */
  continues: z.string().max(1000).optional(),
})
export type ActionFields = z.infer<typeof actionFieldsSchema>

/** Structured fields of an indicator. Absent means not filled in. */
export const indicatorFieldsSchema = z.object({
  kind: indicatorKindSchema.optional(),
  unit: z.string().max(200).optional(),
  baseline: datedValueSchema.optional(),
  target: datedValueSchema.optional(),
  source: z.string().max(1000).optional(),
  frequency: z.string().max(200).optional(),
})
export type IndicatorFields = z.infer<typeof indicatorFieldsSchema>

const plainEntrySchema = z.object({
  id: nodeIdSchema,
  type: z.enum(['measure', 'statement']),
  text: blockTextSchema,
})
const indicatorSchema = z.object({
  id: nodeIdSchema,
  type: z.literal('indicator'),
  text: blockTextSchema,
  ...indicatorFieldsSchema.shape,
})

/** One item of a rubric. */
const entrySchema = z.discriminatedUnion('type', [plainEntrySchema, indicatorSchema])
export type Entry = z.infer<typeof entrySchema>
export type Indicator = z.infer<typeof indicatorSchema>

/** The entries that stand under one rubric of the template, in reading order. */
const rubricEntriesSchema = z.object({
  rubric: rubricIdSchema,
  entries: z.array(entrySchema),
})
export type RubricEntries = z.infer<typeof rubricEntriesSchema>

/** `rubrics` holds one item per rubric of the template's action page, in its order; retired rubrics only where they hold entries. */
const actionSchema = z.object({
  type: z.literal('action'),
  id: nodeIdSchema,
  number: z.int().positive(),
  title: lineTextSchema,
  ...actionFieldsSchema.shape,
  rubrics: z.array(rubricEntriesSchema),
})
export type Action = z.infer<typeof actionSchema>

/** Actions that stand together, «pour les élèves». */
const groupSchema = z.object({
  type: z.literal('group'),
  id: nodeIdSchema,
  title: lineTextSchema,
  actions: z.array(actionSchema),
})
export type Group = z.infer<typeof groupSchema>

/** `content`: actions and groups of actions, in reading order. `colour`: `#rrggbb`; absent means the default of its number. */
const axisSchema = z.object({
  type: z.literal('axis'),
  id: nodeIdSchema,
  number: z.int().positive(),
  title: lineTextSchema,
  /** The line under the title on the axis's opening page. */
  slogan: lineTextSchema,
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  introduction: blockTextSchema,
  rubrics: z.array(rubricEntriesSchema),
  content: z.array(z.discriminatedUnion('type', [actionSchema, groupSchema])),
})
export type Axis = z.infer<typeof axisSchema>

/** Front or back matter. A foreword without a title of its own is shown under the template's label for it. */
const sectionSchema = z.object({
  type: z.literal('section'),
  id: nodeIdSchema,
  kind: z.enum(['foreword', 'annex']),
  title: lineTextSchema,
  body: blockTextSchema,
  signatory: blockTextSchema,
})
export type Section = z.infer<typeof sectionSchema>

/** First and last school years begin and end in these calendar years. */
export const periodSchema = z.object({
  start: z.int().min(1900).max(2200),
  end: z.int().min(1900).max(2200),
})
export type Period = z.infer<typeof periodSchema>

export const coverSchema = z.object({
  /** «Projet académique» */
  title: lineTextSchema,
  /** «Académie d’Orléans-Tours» */
  academy: lineTextSchema,
  slogan: lineTextSchema,
  /** Hashtags and the like, at the foot of the cover. */
  mention: lineTextSchema,
  period: periodSchema.optional(),
  website: z.string().max(500).optional(),
})
export type Cover = z.infer<typeof coverSchema>

/** A node that a merge left without a place: its parent or its rubric is gone. The tray «à replacer» shows it. */
const unplacedSchema = z.object({
  parent: z.string(),
  rubric: z.string().optional(),
  node: z.union([sectionSchema, axisSchema, groupSchema, actionSchema, entrySchema]),
})
export type Unplaced = z.infer<typeof unplacedSchema>

/** A whole plan as plain JSON, in reading order, numbered. What every export, check, comparison and API reads. */
export const projectSchema = z.object({
  format: z.literal('concerte-project'),
  version: z.literal(projectFormatVersion),
  cover: coverSchema,
  template: templateSchema,
  front: z.array(sectionSchema),
  axes: z.array(axisSchema),
  back: z.array(sectionSchema),
  unplaced: z.array(unplacedSchema),
  /** Absent when there are none. */
  dismissals: z.array(dismissalSchema).optional(),
})
export type Project = z.infer<typeof projectSchema>
