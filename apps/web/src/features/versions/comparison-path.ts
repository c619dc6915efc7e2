import type { ProjectId, Version } from '@concerte/api'

/** What may be compared: a version, or the plan of now. */
export type Comparable = Version['id'] | 'now'

/** Where two versions, or one and the plan of now, stand compared. */
export function comparisonPath(project: ProjectId, before: Version['id'], after: Comparable): string {
  return `/plans/${encodeURIComponent(project)}/versions/comparaison?avant=${before}&apres=${after}`
}
