import { projectSchema, type Project } from '@concerte/schema'

/** The plan as JSON: keys in the order of the schema, two spaces, a final newline. Equal plans give equal bytes. */
export function writeJson(project: Project): string {
  return `${JSON.stringify(projectSchema.parse(project), null, 2)}\n`
}
