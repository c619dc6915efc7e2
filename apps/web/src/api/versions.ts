import {
  comparisonAnswerSchema,
  restorationSchema,
  versionContentSchema,
  versionListSchema,
  versionSchema,
  type NewRestoration,
  type NewVersion,
  type ProjectId,
  type Restoration,
  type Version,
  type VersionChange,
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

/** One version with its whole plan; its words never change. */
export const versionQuery = (project: ProjectId, version: Version['id']) =>
  queryOptions({
    queryKey: ['project', project, 'version', version],
    queryFn: ({ signal }) => getJson(versionPath(project, version), versionContentSchema, { signal }),
    staleTime: Infinity,
  })

/** What changed from a version to another, or to the plan of now. */
export const comparisonQuery = (project: ProjectId, before: Version['id'], after: Version['id'] | 'now') =>
  queryOptions({
    queryKey: ['project', project, 'comparison', before, after],
    queryFn: ({ signal }) =>
      getJson(`${versionPath(project, before)}/comparison?with=${after}`, comparisonAnswerSchema, { signal }),
    select: (answer) => answer.comparison,
    staleTime: after === 'now' ? 0 : Infinity,
  })

export function createVersion(project: ProjectId, version: NewVersion): Promise<Version> {
  return sendJson('POST', `${projectPath(project)}/versions`, version, versionSchema)
}

export function changeVersion(
  project: ProjectId,
  version: Version['id'],
  change: VersionChange,
): Promise<Version> {
  return sendJson('PUT', versionPath(project, version), change, versionSchema)
}

/** Keeps the plan as it is, and gives what is to be put in its place. Fails with `forbidden`, `phase-forbids`. */
export function beginRestoration(project: ProjectId, restoration: NewRestoration): Promise<Restoration> {
  return sendJson('POST', `${projectPath(project)}/restorations`, restoration, restorationSchema)
}

function versionPath(project: ProjectId, version: Version['id']): string {
  return `${projectPath(project)}/versions/${encodeURIComponent(version)}`
}
