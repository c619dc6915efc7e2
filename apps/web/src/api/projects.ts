import {
  createdProjectSchema,
  projectListSchema,
  projectSummarySchema,
  type CreatedProject,
  type NewProject,
  type ProjectId,
  type ProjectSummary,
} from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { dropOthers, keptProject, keptProjects, dropLost } from '../offline/kept-projects.ts'
import { isApiError } from './api-error.ts'
import { getJson, sendFile, sendJson } from './request.ts'
import { patience } from './session.ts'

/** The largest file that the server takes, in bytes. */
export const importLimit = 2_000_000

/**
 * The plans that the person takes part in; `kept`: the ids of those that are on the device. `isKept`: the server could not be
 * asked, and these are all that the device has.
 */
export type ProjectList = { projects: ProjectSummary[]; kept: ProjectId[]; isKept: boolean }

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: ({ signal }) => readProjects(signal),
})

/**
 * One plan's summary, with the person's role in it, from the device where the server cannot be asked. Fails with `not-found` for
 * those who take no part.
 */
export const projectQuery = (id: ProjectId) =>
  queryOptions({
    queryKey: ['project', id, 'summary'],
    queryFn: ({ signal }) => readProject(id, signal),
  })

export function createProject(project: NewProject): Promise<CreatedProject> {
  return sendJson('POST', '/api/projects', project, createdProjectSchema)
}

/** Reads a text or a .project.json. Fails with `file-too-large`, `file-unreadable`, `import-empty`. */
export function importProject(file: File): Promise<CreatedProject> {
  const type = /\.json$/i.test(file.name) ? 'application/json' : 'text/plain'
  return sendFile('/api/projects/import', file, type, createdProjectSchema)
}

async function readProjects(signal: AbortSignal): Promise<ProjectList> {
  const kept = await keptProjects()
  try {
    const hurried = hurry(signal, kept.length > 0)
    const { projects } = await getJson('/api/projects', projectListSchema, { signal: hurried })
    const ids = projects.map(({ id }) => id)
    // What is no longer theirs to read leaves the device.
    await dropOthers(ids)
    return { projects, kept: kept.map(({ id }) => id).filter((id) => ids.includes(id)), isKept: false }
  } catch (error) {
    if (kept.length === 0 || !isApiError(error, 'network')) throw error
    return { projects: kept, kept: kept.map(({ id }) => id), isKept: true }
  }
}

async function readProject(id: ProjectId, signal: AbortSignal): Promise<ProjectSummary> {
  const kept = await keptProject(id)
  try {
    return await getJson(projectPath(id), projectSummarySchema, { signal: hurry(signal, kept !== null) })
  } catch (error) {
    if (isApiError(error, 'not-found', 'forbidden')) await dropLost(id)
    if (kept === null || !isApiError(error, 'network')) throw error
    return kept
  }
}

function hurry(signal: AbortSignal, isKept: boolean): AbortSignal {
  return isKept ? AbortSignal.any([signal, AbortSignal.timeout(patience)]) : signal
}

export function projectPath(id: ProjectId): string {
  return `/api/projects/${encodeURIComponent(id)}`
}
