import { readJson } from '@concerte/formats'
import { projectIdSchema } from '@concerte/api'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { projectToUpdate } from './plan.ts'
import type { ProjectStore } from './storage/port.ts'

const ending = '.project.json'

/** Puts every `*.project.json` of a folder into a new database. A plan's id is the name of its file. */
export async function addSeeds(projects: Pick<ProjectStore, 'add'>, seedsDir: string): Promise<number> {
  const files = (await readdir(seedsDir)).filter((name) => name.endsWith(ending)).toSorted()
  for (const file of files) {
    const project = readJson(await readFile(join(seedsDir, file)))
    const id = projectIdSchema.parse(file.slice(0, -ending.length))
    await projects.add({ id, ...projectToUpdate(project), lead: null })
  }
  return files.length
}
