import { readFileSync } from 'node:fs'

import { projectSchema, type Project } from '@concerte/schema'

/** For tests: a plan with every feature, as it stands in its file, with its unsafe addresses and split runs. */
export function everyFeature(): Project {
  const file = new URL('every-feature.project.json', import.meta.url)
  return projectSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
