import { projectSchema, type Project } from '@concerte/schema'

import { requireShallow } from '../project-json.ts'

/**
 * The plan as JSON: keys in the order of the schema, two spaces, a final newline. Equal plans give equal bytes.
 * @throws {ProjectJsonError} `too-deep`
 */
export function writeJson(project: Project): string {
  requireShallow(project)
  return `${JSON.stringify(projectSchema.parse(project), null, 2)}\n`
}
