import { z } from 'zod'

import {
  labelsSchema,
  numberingSchema,
  slotSchema,
  templateSchema,
  type Slot,
  type SlotLevel,
  type Template,
} from '../template.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { compareSiblings } from './order.ts'
import type { PlanDoc } from './plan-doc.ts'

/*
 * The template stands in the `project` map under flat keys, one value each, so that two leads who edit two rubrics
 * at once both keep their edit: `template.name`, `template.labels`, `template.numbering`, and `slot:<id>` with the
 * slot, its level and its fractional index.
 */

export const slotKeyPrefix = 'slot:'
export const storedSlotSchema = z.object({
  level: z.enum(['axis', 'action']),
  order: z.string(),
  slot: slotSchema,
})
export type StoredSlot = z.infer<typeof storedSlotSchema>

/** What is missing (an empty document) or unknown is read as in the default template. */
export const storedNameSchema = templateSchema.shape.name.catch('')
export const storedLabelsSchema = labelsSchema.catch(actionsTemplate.labels)
export const storedNumberingSchema = numberingSchema.catch(actionsTemplate.numbering)

/** Whether a key of the `project` map is part of the template. */
export function isTemplateKey(key: string | null): boolean {
  return key !== null && (key.startsWith('template.') || key.startsWith(slotKeyPrefix))
}

/** Reads the plan's template; an empty document has no slots. */
export function readTemplate(plan: PlanDoc): Template {
  const slots = readSlots(plan)
  return {
    name: storedNameSchema.parse(plan.project.get('template.name')),
    labels: storedLabelsSchema.parse(plan.project.get('template.labels')),
    numbering: storedNumberingSchema.parse(plan.project.get('template.numbering')),
    axis: slotsOf(slots, 'axis'),
    action: slotsOf(slots, 'action'),
  }
}

/** Every slot that this version can read, in the order of its level. */
export function readSlots(plan: PlanDoc): StoredSlot[] {
  const slots: StoredSlot[] = []
  for (const [key, value] of plan.project) {
    if (!key.startsWith(slotKeyPrefix)) continue
    const stored = storedSlotSchema.safeParse(value).data
    if (stored !== undefined && slotKeyPrefix + stored.slot.id === key) slots.push(stored)
  }
  return slots.toSorted((a, b) =>
    compareSiblings({ id: a.slot.id, order: a.order }, { id: b.slot.id, order: b.order }),
  )
}

function slotsOf(slots: StoredSlot[], level: SlotLevel): Slot[] {
  return slots.filter((stored) => stored.level === level).map((stored) => stored.slot)
}
