import { announcedPart } from '../nodes/announced-part.ts'
import { actionsUnder, type PlanStructure } from '../store/structure.ts'

/** The parts at the beginning of a long plan: what is shown of it before anything was laid out. */
export function firstParts(structure: PlanStructure): string[] {
  const actions = firstLines(structure)
  return [...actions.map(announcedPart), ...actions.slice(0, 3)]
}

/** The lines at the beginning of its outline. */
export function firstLines({ outline }: PlanStructure): string[] {
  const [axis] = outline.children('axes')
  if (axis === undefined) return []
  return actionsUnder(outline, axis.id)
    .slice(0, 40)
    .map(({ id }) => id)
}
