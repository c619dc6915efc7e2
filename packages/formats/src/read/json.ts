import { projectFormatVersion, projectSchema, type Project } from '@concerte/schema'

/** `not-json`: no UTF-8 JSON text. `newer-version`: written by a later Concerte. `not-a-project`: any other JSON. */
export type ProjectJsonErrorCode = 'not-json' | 'not-a-project' | 'newer-version'

export class ProjectJsonError extends Error {
  override readonly name = 'ProjectJsonError'
  readonly code: ProjectJsonErrorCode

  constructor(code: ProjectJsonErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Deeper values are refused before the schema, which is recursive, walks them. Lists may nest 16 times. */
const depthLimit = 64

/** The plan in a `.project.json` file. Throws {@link ProjectJsonError} when there is none. */
export function readJson(bytes: Uint8Array): Project {
  const value = parse(bytes)
  if (isDeeperThan(value, depthLimit)) {
    throw new ProjectJsonError('not-a-project', `values nest more than ${depthLimit} levels`)
  }
  if (isNewer(value)) throw new ProjectJsonError('newer-version', 'written by a later version of Concerte')
  const project = projectSchema.safeParse(value)
  if (!project.success) {
    const [issue] = project.error.issues
    const message = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
    throw new ProjectJsonError('not-a-project', message, { cause: project.error })
  }
  return project.data
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

function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}
