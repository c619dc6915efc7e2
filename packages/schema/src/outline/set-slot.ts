import type { PlanDoc } from './plan-doc.ts'
import { slotKeyPrefix, storedSlotSchema, type StoredSlot } from './read-template.ts'
import { setValue } from './set-value.ts'

/** Writes one slot of the template where it differs. To be called within {@link edit}. */
export function setSlot(plan: PlanDoc, stored: StoredSlot): void {
  setValue(plan.project, slotKeyPrefix + stored.slot.id, storedSlotSchema, stored)
}
