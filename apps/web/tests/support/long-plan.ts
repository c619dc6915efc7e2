import { readFileSync } from 'node:fs'

import { projectSchema } from '@concerte/schema'
import { longPlan } from '@concerte/testkit'

import { orleans, send } from './people.ts'
import type { Person } from './browser.ts'
import type { TestServer } from './server.ts'

/** Makes a plan that has what stands in the axes of Orléans-Tours `times` over; resolves to its id. */
export async function importLongPlan(person: Person, server: TestServer, times: number): Promise<string> {
  const seed = new URL(`../../../../seeds/${orleans}.project.json`, import.meta.url)
  const project = projectSchema.parse(JSON.parse(readFileSync(seed, 'utf8')))
  const made = await send(person, server, {
    method: 'POST',
    path: '/api/projects/import',
    data: longPlan(project, times),
  })
  return (made as { id: string }).id
}
