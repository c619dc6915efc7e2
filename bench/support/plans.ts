import { readFileSync } from 'node:fs'

import { readJson } from '@concerte/formats'
import { normalizeProject, projectSchema, type Project } from '@concerte/schema'

import type { Concerte } from './concerte.ts'

/** The plan that every measure opens, and its id in a data folder that has just been made. */
export const orleans = 'orleans-tours-2024-2028'

export function seedFile(name: string): Buffer {
  return readFileSync(new URL(`../../seeds/${name}`, import.meta.url))
}

export function readSeed(name: string): Project {
  return readJson(seedFile(`${name}.project.json`))
}

/** Makes a plan that has the axes of Orléans-Tours `times` times over, by the import route. Returns its id. */
export async function importLongPlan({ http }: Concerte, times: number): Promise<string> {
  const plan = timesLonger(readSeed(orleans), times)
  const response = await http.post('/api/projects/import', {
    data: Buffer.from(JSON.stringify(plan)),
    headers: { 'content-type': 'application/json' },
  })
  const answer: unknown = await response.json()
  if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string') {
    return answer.id
  }
  throw new Error(`the long plan could not be imported: ${JSON.stringify(answer)}`)
}

/** A plan that has the axes of another so many times over, each node under an id of its own. */
export function timesLonger(plan: Project, times: number): Project {
  let count = 0
  const axes = Array.from({ length: times }).flatMap(() =>
    plan.axes.map((axis): unknown =>
      JSON.parse(JSON.stringify(axis), (key, value: unknown) => (key === 'id' ? `node-${count++}` : value)),
    ),
  )
  // Numbers go on from axis to axis: normalizing gives them.
  return normalizeProject(projectSchema.parse({ ...plan, axes }))
}
