import { memberListSchema, type ProjectId, type Role, type UserId } from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { projectPath } from './projects.ts'
import { getJson, sendOnly } from './request.ts'

export const membersQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'members'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/members`, memberListSchema, { signal }),
    select: (answer) => answer.members,
  })

/** Fails with `last-lead` when nobody would lead the plan any more. */
export function changeMember(project: ProjectId, user: UserId, role: Role): Promise<void> {
  return sendOnly('PUT', memberPath(project, user), { role })
}

/** Fails with `last-lead` when nobody would lead the plan any more. */
export function removeMember(project: ProjectId, user: UserId): Promise<void> {
  return sendOnly('DELETE', memberPath(project, user))
}

function memberPath(project: ProjectId, user: UserId): string {
  return `${projectPath(project)}/members/${encodeURIComponent(user)}`
}
