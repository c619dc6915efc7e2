import type { PlanStructure } from '../store/structure.ts'

/** The height in px that an action is likely to have on a wide page, from what stands in it: some three lines an entry. */
export function likelyHeight({ template, list }: PlanStructure, action: string): number {
  const counts = template.action.map((slot) => (slot.type === 'rubric' ? list(action, slot.id).length : 0))
  return counts.reduce((height, count) => height + (count === 0 ? 0 : 110 + count * 74), 130)
}
