import { announcedPart } from '../nodes/announced-part.ts'
import { actionsUnder, groupsUnder, type PlanStructure } from '../store/structure.ts'
import type { Opening } from './page-parts.ts'

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

/**
 * With what a plan of usual length opens: the actions that the server's first page shows in the window, else the first ones, and all
 * that announces them. What the live page leaves open is as high as it was there.
 */
export function openingOf({ outline }: PlanStructure): Opening {
  const axes = outline.children('axes').map(({ id }) => id)
  const actions = axes.flatMap((axis) => actionsUnder(outline, axis).map(({ id }) => id))
  const groups = axes.flatMap((axis) => groupsUnder(outline, axis).map(({ id }) => id))
  const seen = actionsSeen()
  const near = seen?.near ?? actions.slice(0, 3)
  return {
    near: [...groups, ...[...groups, ...actions].map(announcedPart), ...near],
    heights: seen?.heights ?? new Map(),
  }
}

/** Null where there is no first page. */
function actionsSeen(): Opening | null {
  const articles = document.querySelectorAll<HTMLElement>('#first main article[data-part]')
  if (articles.length === 0) return null
  const near: string[] = []
  const heights = new Map<string, number>()
  for (const article of articles) {
    const { top, bottom, height } = article.getBoundingClientRect()
    const part = article.dataset['part'] ?? ''
    heights.set(part, height)
    if (bottom > 0 && top < innerHeight) near.push(part)
  }
  return { near, heights }
}
