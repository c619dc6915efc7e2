import type { ProjectId } from '@concerte/api'
import type { Project, RestoreScope } from '@concerte/schema'

/** What is to be put back as soon as the plan is open. `name`: of the version. */
export type PendingRestoration = { project: Project; scope: RestoreScope; name: string }

let pending: { projectId: ProjectId; restoration: PendingRestoration } | null = null

/** Left by the page of versions for the page of the plan, which opens next: only there is the plan that can be edited. */
export function leaveRestoration(projectId: ProjectId, restoration: PendingRestoration): void {
  pending = { projectId, restoration }
}

/** Takes it, once; what was left for another plan is dropped. */
export function takeRestoration(projectId: ProjectId): PendingRestoration | null {
  const taken = pending?.projectId === projectId ? pending.restoration : null
  pending = null
  return taken
}
