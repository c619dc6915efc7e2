import { createRubricId, type RubricId } from '../ids.ts'
import {
  labelsSchema,
  numberingSchema,
  slotSchema,
  type EntryType,
  type Labels,
  type Numbering,
  type Slot,
  type SlotLevel,
} from '../template.ts'
import { ordersAt } from './order.ts'
import { edit, type PlanDoc } from './plan-doc.ts'
import { readSlots, storedLabelsSchema, storedNumberingSchema } from './read-template.ts'
import { setSlot } from './set-slot.ts'
import { setValue } from './set-value.ts'

/** Adds a rubric to the pages of a level, at `index` among its slots (at the end by default). Returns its id. */
export function addRubric(
  plan: PlanDoc,
  level: SlotLevel,
  rubric: { entryType: EntryType; heading: string; headingOne?: string },
  index = Number.POSITIVE_INFINITY,
): RubricId {
  const id = createRubricId()
  const slot = slotSchema.parse({ type: 'rubric', id, ...rubric })
  edit(plan, () => putSlot(plan, slot, level, index))
  return id
}

/**
 * Changes the headings of a slot, or whether a rubric is retired; without a heading of its own over a single entry (null), it has
 * the same there. Does nothing when the slot is gone.
 */
export function updateSlot(
  plan: PlanDoc,
  id: RubricId,
  change: { heading?: string; headingOne?: string | null; retired?: boolean },
): void {
  const stored = readSlots(plan).find((candidate) => candidate.slot.id === id)
  if (stored === undefined) return
  const { retired, ...headings } = change
  const changed = { retired: undefined, headingOne: undefined, ...stored.slot, ...headings }
  const { retired: wasRetired, headingOne, ...slot } = changed
  const isRetired = retired ?? wasRetired === true
  const hasOne = headingOne !== undefined && headingOne !== null
  const parsed = slotSchema.parse({
    ...slot,
    ...(hasOne && { headingOne }),
    ...(isRetired && { retired: true }),
  })
  edit(plan, () => setSlot(plan, { ...stored, slot: parsed }))
}

/** Moves a slot to `index` among the others of its level. */
export function moveSlot(plan: PlanDoc, id: RubricId, index: number): void {
  const stored = readSlots(plan).find((candidate) => candidate.slot.id === id)
  if (stored !== undefined) edit(plan, () => putSlot(plan, stored.slot, stored.level, index))
}

/** Sets the words that precede numbers. */
export function setLabels(plan: PlanDoc, labels: Labels): void {
  const parsed = labelsSchema.parse(labels)
  edit(plan, () => setValue(plan.project, 'template.labels', storedLabelsSchema, parsed))
}

/** Sets how actions are numbered. */
export function setNumbering(plan: PlanDoc, numbering: Numbering): void {
  const parsed = numberingSchema.parse(numbering)
  edit(plan, () => setValue(plan.project, 'template.numbering', storedNumberingSchema, parsed))
}

function putSlot(plan: PlanDoc, slot: Slot, level: SlotLevel, index: number): void {
  const others = readSlots(plan).filter((stored) => stored.level === level && stored.slot.id !== slot.id)
  const at = Math.min(Math.max(0, index), others.length)
  const { orders, rekeyed } = ordersAt(
    others.map((stored) => ({ id: stored.slot.id, order: stored.order })),
    at,
    1,
  )
  rekeyed.forEach(({ order }, position) => setSlot(plan, { ...others[position]!, order }))
  setSlot(plan, { level, order: orders[0]!, slot })
}
