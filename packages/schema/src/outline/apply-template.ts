import type { Slot, SlotLevel, Template } from '../template.ts'
import { freshKeys } from './order.ts'
import type { PlanDoc } from './plan-doc.ts'
import {
  readSlots,
  slotKeyPrefix,
  storedLabelsSchema,
  storedNameSchema,
  storedNumberingSchema,
  type StoredSlot,
} from './read-template.ts'
import { setSlot } from './set-slot.ts'
import { setValue } from './set-value.ts'

/** Makes the plan's template read as `template`. To be called within {@link edit}. Slots of a newer version stay. */
export function applyTemplate(plan: PlanDoc, template: Template): void {
  setValue(plan.project, 'template.name', storedNameSchema, template.name)
  setValue(plan.project, 'template.labels', storedLabelsSchema, template.labels)
  setValue(plan.project, 'template.numbering', storedNumberingSchema, template.numbering)
  const current = readSlots(plan)
  const wanted = new Set([...template.axis, ...template.action].map((slot) => slot.id))
  for (const { slot } of current) if (!wanted.has(slot.id)) plan.project.delete(slotKeyPrefix + slot.id)
  applyLevel(plan, current, 'axis', template.axis)
  applyLevel(plan, current, 'action', template.action)
}

function applyLevel(plan: PlanDoc, current: StoredSlot[], level: SlotLevel, slots: Slot[]): void {
  const inLevel = current.filter((stored) => stored.level === level)
  const isInOrder =
    inLevel.length === slots.length && inLevel.every((stored, index) => stored.slot.id === slots[index]!.id)
  // A template has a handful of slots: when their order changes at all, every one gets a new key.
  const keys = isInOrder ? inLevel.map((stored) => stored.order) : freshKeys(slots.length)
  slots.forEach((slot, index) => setSlot(plan, { level, order: keys[index]!, slot }))
}
