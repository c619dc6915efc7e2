import type { PageParts } from '../page/page-parts.ts'
import type { PlanStructure } from '../store/structure.ts'

/** The height in px that an action or a group is likely to have on a wide page, from what stands in it. */
export function likelyHeight(
  structure: PlanStructure,
  part: string,
  heightOf: PageParts['heightOf'],
): number {
  if (structure.outline.nodes.get(part)?.type !== 'group') return likelyAction(structure, part)
  const actions = structure.list(part).map(({ id }) => heightOf(id, () => likelyAction(structure, id)))
  // Its title, and the button that adds to it.
  return actions.reduce((height, action) => height + action, 150)
}

/** Some three lines an entry. */
function likelyAction({ template, list }: PlanStructure, action: string): number {
  const counts = template.action.map((slot) => (slot.type === 'rubric' ? list(action, slot.id).length : 0))
  return counts.reduce((height, count) => height + (count === 0 ? 0 : 110 + count * 74), 130)
}
