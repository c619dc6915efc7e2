import { createNodeId, type Axis, type Project } from '@concerte/schema'

/**
 * The plan with all that stands in its axes `times` over: as many axes, each so many times as long. Ids are new, but
 * those of the axes.
 */
export function longPlan(plan: Project, times: number): Project {
  return { ...plan, axes: plan.axes.map((axis) => longAxis(axis, times)) }
}

function longAxis(axis: Axis, times: number): Axis {
  return {
    ...axis,
    rubrics: axis.rubrics.map(({ rubric, entries }) => ({ rubric, entries: repeated(entries, times) })),
    content: repeated(axis.content, times),
  }
}

/** The first time with the ids that they have, so that what is looked for in the plan is found in the long one. */
function repeated<T>(items: readonly T[], times: number): T[] {
  return Array.from({ length: times }).flatMap((_, round) =>
    items.map((item) => (round === 0 ? item : withFreshIds(item))),
  )
}

function withFreshIds<T>(item: T): T {
  return JSON.parse(JSON.stringify(item), (key, value: unknown) => (key === 'id' ? createNodeId() : value))
}
