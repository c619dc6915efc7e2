import {
  createdProjectSchema,
  projectListSchema,
  projectSummarySchema,
  type CreatedProject,
  type NewProject,
  type ProjectId,
} from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { getJson, sendFile, sendJson } from './request.ts'

/** The largest file that the server takes, in bytes. */
export const importLimit = 2_000_000

/** The plans that the person takes part in. */
export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: ({ signal }) => getJson('/api/projects', projectListSchema, { signal }),
  select: (answer) => answer.projects,
})

/** One plan's summary, with the person's role in it. Fails with `not-found` for those who take no part. */
export const projectQuery = (id: ProjectId) =>
  queryOptions({
    queryKey: ['project', id, 'summary'],
    queryFn: ({ signal }) => getJson(projectPath(id), projectSummarySchema, { signal }),
  })

export function createProject(project: NewProject): Promise<CreatedProject> {
  return sendJson('POST', '/api/projects', project, createdProjectSchema)
}

/** Reads a text or a .project.json. Fails with `file-too-large`, `file-unreadable`, `import-empty`. */
export function importProject(file: File): Promise<CreatedProject> {
  const type = /\.json$/i.test(file.name) ? 'application/json' : 'text/plain'
  return sendFile('/api/projects/import', file, type, createdProjectSchema)
}

export function projectPath(id: ProjectId): string {
  return `/api/projects/${encodeURIComponent(id)}`
}
