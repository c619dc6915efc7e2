import {
  versionContentSchema,
  versionListSchema,
  versionSchema,
  type NewVersion,
  type ProjectId,
  type Version,
} from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { projectPath } from './projects.ts'
import { getJson, sendJson } from './request.ts'

/** The plan's versions, newest first. */
export const versionsQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'versions'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/versions`, versionListSchema, { signal }),
    select: (answer) => answer.versions,
  })

/** One version with its whole plan; it never changes. */
export const versionQuery = (project: ProjectId, version: Version['id']) =>
  queryOptions({
    queryKey: ['project', project, 'version', version],
    queryFn: ({ signal }) =>
      getJson(`${projectPath(project)}/versions/${encodeURIComponent(version)}`, versionContentSchema, {
        signal,
      }),
    staleTime: Infinity,
  })

export function createVersion(project: ProjectId, version: NewVersion): Promise<Version> {
  return sendJson('POST', `${projectPath(project)}/versions`, version, versionSchema)
}
