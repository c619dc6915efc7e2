import {
  InvalidProjectError,
  normalizeProject,
  projectFormatVersion,
  projectSchema,
  type Project,
} from '@concerte/schema'

import { ProjectJsonError, requireShallow } from '../project-json.ts'

/**
 * The plan in a `.project.json` file, in its one form: numbered, each rubric of the template present, texts joined.
 * @throws {ProjectJsonError}
 */
export function readJson(bytes: Uint8Array): Project {
  const value = parse(bytes)
  requireShallow(value)
  if (isNewer(value)) throw new ProjectJsonError('newer-version', 'written by a later version of Concerte')
  const project = projectSchema.safeParse(value)
  if (!project.success) {
    const [issue] = project.error.issues
    const message = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
    throw new ProjectJsonError('not-a-project', message, { cause: project.error })
  }
  return normalized(project.data)
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new ProjectJsonError('not-json', 'not a JSON text in UTF-8', { cause: error })
  }
}

function isNewer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('version' in value))
    return false
  const { format, version } = value
  return format === 'concerte-project' && typeof version === 'number' && version > projectFormatVersion
}

function normalized(project: Project): Project {
  try {
    return normalizeProject(project)
  } catch (error) {
    if (!(error instanceof InvalidProjectError)) throw error
    throw new ProjectJsonError(error.code, error.message, { cause: error })
  }
}
