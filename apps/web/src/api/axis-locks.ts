import { axisLockListSchema, type ProjectId } from '@concerte/api'
import type { NodeId } from '@concerte/schema'
import { queryOptions } from '@tanstack/react-query'

import { projectPath } from './projects.ts'
import { getJson, sendOnly } from './request.ts'

/** The axes in which nobody writes, with who locked them and when. */
export const axisLocksQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'locks'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/locks`, axisLockListSchema, { signal }),
    select: (answer) => answer.locks,
  })

export function lockAxis(project: ProjectId, axis: NodeId): Promise<void> {
  return sendOnly('PUT', lockPath(project, axis))
}

export function unlockAxis(project: ProjectId, axis: NodeId): Promise<void> {
  return sendOnly('DELETE', lockPath(project, axis))
}

function lockPath(project: ProjectId, axis: NodeId): string {
  return `${projectPath(project)}/locks/${encodeURIComponent(axis)}`
}
