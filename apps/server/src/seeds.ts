import { readJson } from '@concerte/formats'
import { projectIdSchema } from '@concerte/api'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { projectToUpdate } from './plan.ts'
import type { Storage } from './storage/port.ts'

const ending = '.project.json'

/**
 * Puts every `*.project.json` of a folder into a database that never had them. A plan's id is the name of its file.
 * Resolves to how many were added. A server killed in the middle of it adds the others at its next start.
 */
export async function addSeeds(
  { projects, seeding }: Pick<Storage, 'projects' | 'seeding'>,
  seedsDir: string,
): Promise<number> {
  if (await seeding.isDone()) return 0
  let added = 0
  const files = (await readdir(seedsDir)).filter((name) => name.endsWith(ending)).toSorted()
  for (const file of files) {
    const id = projectIdSchema.parse(file.slice(0, -ending.length))
    if ((await projects.find(id)) !== null) continue
    const project = readJson(await readFile(join(seedsDir, file)))
    await projects.add({ id, ...projectToUpdate(project), lead: null })
    added += 1
  }
  await seeding.markDone()
  return added
}
