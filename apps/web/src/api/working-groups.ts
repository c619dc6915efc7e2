import {
  workingGroupListSchema,
  workingGroupSchema,
  type NewWorkingGroup,
  type ProjectId,
  type WorkingGroup,
} from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { projectPath } from './projects.ts'
import { getJson, sendJson, sendOnly } from './request.ts'

/** The working groups of a plan, by name. */
export const workingGroupsQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'groups'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/groups`, workingGroupListSchema, { signal }),
    select: (answer) => answer.groups,
  })

/** Fails with `not-a-member` when someone of it left the plan meanwhile; so does {@link changeWorkingGroup}. */
export function createWorkingGroup(project: ProjectId, group: NewWorkingGroup): Promise<WorkingGroup> {
  return sendJson('POST', `${projectPath(project)}/groups`, group, workingGroupSchema)
}

export function changeWorkingGroup(project: ProjectId, { id, ...group }: WorkingGroup): Promise<void> {
  return sendOnly('PUT', groupPath(project, id), group)
}

export function removeWorkingGroup(project: ProjectId, id: WorkingGroup['id']): Promise<void> {
  return sendOnly('DELETE', groupPath(project, id))
}

function groupPath(project: ProjectId, id: WorkingGroup['id']): string {
  return `${projectPath(project)}/groups/${encodeURIComponent(id)}`
}
