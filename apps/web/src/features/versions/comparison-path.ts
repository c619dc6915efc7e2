import type { ProjectId, Version } from '@concerte/api'

/** Where two versions, or one and the plan of now, stand compared. */
export function comparisonPath(
  project: ProjectId,
  before: Version['id'],
  after: Version['id'] | 'now',
): string {
  return `/plans/${encodeURIComponent(project)}/versions/comparaison?avant=${before}&apres=${after}`
}
