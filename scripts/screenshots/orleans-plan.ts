import { readFileSync } from 'node:fs'

import { projectSchema } from '@concerte/schema'

import { longPlan } from '../../packages/testkit/src/long-plan.ts'

/** The Orléans-Tours plan, what stands in its axes `times` over, as it is imported. */
export function orleansPlan(times: number): object {
  const seed = new URL('../../seeds/orleans-tours-2024-2028.project.json', import.meta.url)
  return longPlan(projectSchema.parse(JSON.parse(readFileSync(seed, 'utf8'))), times)
}
